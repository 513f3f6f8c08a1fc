import { Button, Paper, RingProgress, Text } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { RunSummary } from '../../../shared/model/run.ts'
import { driftedOf, kindsWords, needing } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { Mark } from '../../components/badge.tsx'
import { useFormat } from '../../format.tsx'
import classes from './run.module.css'
import { useCauses } from './use-causes.ts'

function Card({
  mark,
  title,
  children,
  action,
}: {
  mark: ReactNode
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <Paper p="md" className={classes.card}>
      {mark}
      <div>
        <h2 className={classes.cardTitle}>{title}</h2>
        <Text component="div" fz="sm" c="dimmed">
          {children}
        </Text>
        {action}
      </div>
    </Paper>
  )
}

function DoneCard({ run }: { run: RunSummary }) {
  const format = useFormat()
  const { number, percent } = format
  const { outcomes, total } = run
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100)
  const failed = needing(run)
  // Rounded down, so that 100 % means all of them.
  const words = percent(Math.floor((outcomes.done / Math.max(total, 1)) * 1000) / 1000)
  return (
    <Card
      title={t('{count} done', { count: number(outcomes.done) })}
      mark={
        <RingProgress
          size={84}
          thickness={9}
          aria-hidden
          rootColor="var(--muster-bar)"
          sections={[
            { value: share(outcomes.done), color: 'var(--run-teal)' },
            { value: share(failed), color: 'var(--run-red)' },
          ]}
          label={
            <Text ta="center" fz={12} fw={650}>
              {words}
            </Text>
          }
        />
      }
    >
      {failed === 0 && outcomes['not-sent'] === 0
        ? kindsWords(run.kinds, true, format)
        : t('of {total, number}: {kinds}', { total, kinds: kindsWords(run.kinds, false, format) })}
      {outcomes['not-sent'] > 0 ? <div>{t('{count} not sent', { count: number(outcomes['not-sent']) })}</div> : null}
    </Card>
  )
}

function VerifyCard({ run, verifying, onVerify }: { run: RunSummary; verifying: boolean; onVerify: () => void }) {
  const { time } = useFormat()
  const { verified } = run
  const button = (
    <Button mt={8} variant="default" loading={verifying} disabled={run.outcomes.done === 0} onClick={onVerify}>
      {verified ? t('Verify again') : t('Verify')}
    </Button>
  )
  if (!verified) {
    return (
      <Card mark={<Mark large tone="gray" icon={IconShieldQuestion} />} title={t('Not verified yet')} action={button}>
        {t('Muster can read the accounts back and compare them with what was intended.')}
      </Card>
    )
  }
  const { keptInactive: kept, pending, unseen, asIntended, checked } = verified
  const drifted = driftedOf(verified)
  const good = drifted <= 0 && pending + unseen + kept === 0
  const at = time(verified.at)
  const sentences = [
    t('Read back at {at}: {asIntended, number} of {checked, number} are as intended.', { at, asIntended, checked }),
    ...(drifted > 0 ? [t('{drifted, number} differ: the list says how.', { drifted })] : []),
    ...(kept > 0
      ? [
          t(
            'The service keeps deleted accounts as inactive: {kept, plural, one {# account is} other {# accounts are}} still there.',
            { kept },
          ),
        ]
      : []),
    ...(pending > 0 ? [t('{pending, number} can’t be seen yet.', { pending })] : []),
    ...(unseen > 0
      ? [
          t('{unseen, plural, one {# group has} other {# groups have}} more members than K2 shows: nobody can tell.', {
            unseen,
          }),
        ]
      : []),
    ...(run.kinds.delete < run.total ? [t('K2 may need some minutes before people can sign in.')] : []),
  ]
  return (
    <Card
      mark={<Mark large tone={good ? 'teal' : 'orange'} icon={good ? IconShieldCheck : IconAlertTriangle} />}
      title={good ? t('Verified') : t('Verified in part')}
      action={good ? null : button}
    >
      {sentences.join(' ')}
    </Card>
  )
}

function FailedCard({ run }: { run: RunSummary }) {
  const { number } = useFormat()
  const failed = needing(run)
  const { causes, all } = useCauses(run)
  return (
    <Card
      mark={<Mark large tone="red" icon={IconAlertTriangle} />}
      title={
        causes.length > 0
          ? t('{failed, number} failed, {causes, plural, one {# cause} other {# causes}}', {
              failed,
              causes: causes.length,
            })
          : t('{count} failed', { count: number(failed) })
      }
    >
      <ul className={classes.causes}>
        {causes.slice(0, 4).map(({ code, count: times, words }) => (
          <li key={code}>
            {number(times)} · {words}
          </li>
        ))}
        {causes.length > 4 ? (
          <li>{t('and {count, plural, one {# more cause} other {# more causes}}', { count: causes.length - 4 })}</li>
        ) : null}
      </ul>
      {all ? null : t('Counted among the first of them.')}
    </Card>
  )
}

/** What came of a run that has ended: how much is done, whether it was verified, and what failed by cause. */
export function DoneCards(props: { run: RunSummary; verifying: boolean; onVerify: () => void }) {
  const { run } = props
  return (
    <div className={classes.cards}>
      <DoneCard run={run} />
      <VerifyCard run={run} verifying={props.verifying} onVerify={props.onVerify} />
      {needing(run) > 0 ? <FailedCard run={run} /> : null}
    </div>
  )
}
