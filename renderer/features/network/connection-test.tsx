import { Button, Group } from '@mantine/core'
import { IconCircleCheck, IconCircleMinus, IconCircleX, IconCopy, IconPlugConnected } from '@tabler/icons-react'
import { useContext, useEffect, useEffectEvent, useState } from 'react'
import type { ConnectionStep, ConnectionTest as Test } from '../../../shared/model/connection-test.ts'
import { networkAsk, networkTeamText } from '../../../shared/network-team-text.ts'
import { connectionStepWords, testedServiceWords } from '../../../shared/words/connection-test-words.ts'
import { t, textOf } from '../../../shared/words/text.ts'
import { call, failureOf, useAct, useEvent } from '../../api.ts'
import { ErrorPanel, NetworkWaysOn } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { Section } from '../settings/section.tsx'
import classes from './connection-test.module.css'

const icon = { size: 18, stroke: 1.75, role: 'img' } as const
const marks = () => ({
  worked: <IconCircleCheck {...icon} aria-label={t('Worked')} />,
  failed: <IconCircleX {...icon} aria-label={t('Did not work')} />,
  skipped: <IconCircleMinus {...icon} aria-label={t('Left out')} />,
})

/** The certificates that a server showed, folded away. */
function Chain({ chain }: Pick<ConnectionStep, 'chain'>) {
  const { date } = useFormat()
  if (chain.length === 0) return null
  return (
    <details className={classes.chain}>
      <summary>
        {t('{count, plural, =1 {The certificate} other {The chain of # certificates}}', { count: chain.length })}
      </summary>
      <ol>
        {chain.map(({ subject, issuer, validUntil, fingerprint }) => (
          <li key={fingerprint}>
            <Sentence
              message="{subject}, from {issuer}, valid until {date}"
              values={{ subject: <bdi>{subject}</bdi>, issuer: <bdi>{issuer}</bdi>, date: date(validUntil) }}
            />
            <div className={classes.fingerprint}>{t('SHA-256 {fingerprint}', { fingerprint })}</div>
          </li>
        ))}
      </ol>
    </details>
  )
}

function StepRow({ step }: { step: ConnectionStep }) {
  const { outcome, took, said, failure, chain } = step
  return (
    <li className={`${classes.step} ${classes[outcome]}`}>
      {marks()[outcome]}
      <span className={classes.name}>{textOf(connectionStepWords[step.step])}</span>
      <span className={classes.said}>
        {failure ? failure.happened : said}
        <Chain chain={chain} />
      </span>
      <span className={classes.took}>
        {outcome === 'skipped' ? '' : t('{took, number} ms', { took: Math.round(took) })}
      </span>
    </li>
  )
}

/** The steps, a list for each server in the order they were tried. */
function Steps({ test: { steps, running } }: { test: Test }) {
  const shown = running ? [...steps, running] : steps
  const places = [...new Map(shown.map(({ service, host }) => [`${service} ${host}`, { service, host }])).values()]
  return places.map(({ service, host }) => {
    const label = `${testedServiceWords[service]}, ${host}`
    const own = steps.filter((step) => step.service === service && step.host === host)
    const next = running?.service === service && running.host === host ? running : null
    return (
      <section key={label}>
        <h3 className={classes.place}>
          {testedServiceWords[service]} <bdi>{host}</bdi>
        </h3>
        <ol className={classes.steps} aria-label={label}>
          {own.map((step) => (
            <StepRow key={step.step} step={step} />
          ))}
          {next ? (
            <li className={`${classes.step} ${classes.running}`}>
              <span className={classes.dot} aria-hidden />
              <span className={classes.name}>{textOf(connectionStepWords[next.step])}</span>
              <span className={classes.said}>{t('Under way…')}</span>
            </li>
          ) : null}
        </ol>
      </section>
    )
  })
}

/** What to tell the network team, ready to be sent. */
function ForTheNetworkTeam({ test }: { test: Test }) {
  const copy = useAct('app', 'copy')
  const asks = test.steps.flatMap((step) => networkAsk(step) ?? [])
  if (asks.length === 0) return null
  return (
    <Notice
      tone="warning"
      title={t('For your network team')}
      actions={
        <Button
          variant="default"
          leftSection={<IconCopy size={15} stroke={1.75} aria-hidden />}
          onClick={() => copy.mutate({ text: networkTeamText(test) })}
        >
          <span aria-live="polite">{copy.isSuccess ? t('Copied') : t('Copy for the network team')}</span>
        </Button>
      }
    >
      {asks.map((ask) => (
        <div key={ask}>{ask}</div>
      ))}
    </Notice>
  )
}

function summary(test: Test | undefined): string {
  if (!test) return t('Every step from this computer to an account in K2, reading only.')
  if (test.running) return t('Trying each step. Nothing is changed.')
  if (test.steps.some(({ outcome }) => outcome === 'failed'))
    return t('A step did not work. What follows it was not tried.')
  return test.steps.at(-1)?.outcome === 'worked'
    ? t('Every step works.')
    : t('The network works. Sign in to test the rest.')
}

/** Tests the connection step by step; at once where the admin came here for that. */
export function ConnectionTest() {
  const { id } = useConnection()
  const { screen, moves } = useNavigation()
  const ways = useContext(NetworkWaysOn)
  const [heard, setHeard] = useState<Test>()
  const test = useAct('network', 'test', { onSuccess: setHeard })
  useEvent('network.tested', ({ connection, test: news }) => {
    if (connection === id) setHeard(news)
  })
  const begin = () => {
    setHeard(undefined)
    test.mutate({ connection: id })
  }
  const asked = screen.at === 'settings' && screen.test === true
  const beginAsked = useEffectEvent(begin)
  // Also when the admin asks for it again from a notice above.
  const request = asked ? moves : null
  useEffect(() => {
    if (request !== null) beginAsked()
  }, [request])
  const failure = test.error ? failureOf(test.error) : null
  const failed = heard?.running === null ? heard.steps.find((step) => step.failure !== null)?.failure : null
  return (
    <Section
      title={t('Test the connection')}
      lead={summary(failure ? undefined : heard)}
      actions={
        <Group gap={10}>
          {test.isPending ? (
            <Button variant="subtle" onClick={() => void call('network', 'cancelTest', { connection: id })}>
              {t('Cancel the test')}
            </Button>
          ) : null}
          <Button
            variant="default"
            loading={test.isPending}
            leftSection={<IconPlugConnected size={16} stroke={1.75} aria-hidden />}
            onClick={begin}
          >
            {heard ? t('Test again') : t('Test the connection')}
          </Button>
        </Group>
      }
    >
      <div className={classes.test}>
        {failure && failure.code !== 'test-cancelled' ? <ErrorPanel failure={failure} /> : null}
        {heard && !failure ? <Steps test={heard} /> : null}
        {failed ? (
          <NetworkWaysOn value={{ ...ways, test: null }}>
            <ErrorPanel failure={failed} />
          </NetworkWaysOn>
        ) : null}
        {heard?.running === null ? <ForTheNetworkTeam test={heard} /> : null}
      </div>
    </Section>
  )
}
