import { Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { type PersonDetail, personAttributes } from '../../../shared/model/person.ts'
import { attributeWords, personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { BlockedReasons } from '../../components/blocked-reasons.tsx'
import { DiffStack } from '../../components/diff.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Facts } from '../../components/facts.tsx'
import { columnAttributeWord } from '../../components/file-words.ts'
import { Sentence } from '../../components/sentence.tsx'
import { useLate } from '../../components/skeletons.tsx'
import { PersonBadge } from '../../components/status-badge.tsx'
import { unplannedWords } from '../../components/unplanned-words.ts'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { Choices } from '../decisions/choices.tsx'
import { matchWords } from './match-words.ts'
import classes from './person-panel.module.css'

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={words.section} aria-label={title}>
      <h3 className={words.heading}>{title}</h3>
      {children}
    </section>
  )
}

/** Values of an account come as text; these are a yes or no all the same. */
const asSaid = (path: string, value: string) => (/^active$|\.primary$/.test(path) ? value === 'true' : value)

/** What the changes of a person are called, by what a push would do. */
const wouldTitles: Record<PersonDetail['row']['would'], string> = texts({
  create: 'Would be created with',
  update: 'Would change',
  reactivate: 'Would be reactivated',
  deactivate: 'Would be deactivated',
  delete: 'Would be deleted',
  none: 'Would change',
})

/** Reasons that leave open whose account is whose: comparing with one of the accounts would be a guess. */
const isOpenQuestion = ({ code }: PersonDetail['blocked'][number]) =>
  code === 'two-accounts' || code === 'account-claimed-twice'

/** What stands in the way of the person, what was decided, and what can be. */
function Deciding({ connection, detail }: { connection: string; detail: PersonDetail }) {
  const { row, blocked, decided, warnings } = detail
  const [asked, setAsked] = useState(false)
  const isBlocked = blocked.length > 0
  const isHinted = warnings.includes('email-on-other-account')
  const choices = <Choices connection={connection} id={row.id} blocked={isBlocked} />
  return (
    <>
      {isBlocked ? (
        <Section title={t('Blocked')}>
          <BlockedReasons reasons={blocked} />
        </Section>
      ) : null}
      {isBlocked || decided !== null ? <Section title={t('Your decision')}>{choices}</Section> : null}
      {!isBlocked && decided === null && isHinted ? (
        <Section title={t('Same e-mail address')}>
          <Text fz="sm" mb={8}>
            <Sentence
              message="Another account has the address {email}. It may be the same person under another sign-in name."
              values={{ email: <bdi>{row.email}</bdi> }}
            />
          </Text>
          {asked ? (
            choices
          ) : (
            <Button variant="default" fullWidth onClick={() => setAsked(true)}>
              {t('Compare and decide')}
            </Button>
          )}
        </Section>
      ) : null}
    </>
  )
}

/** The choices for somebody who needs none: a match can be wrong all the same, and people can be left out. */
function DecideAnyway({ connection, id }: { connection: string; id: number }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={classes.all} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('Another account, or leave this person out')}</summary>
      {open ? <Choices connection={connection} id={id} blocked={false} /> : null}
    </details>
  )
}

function NotPushed({ unplanned }: Pick<PersonDetail, 'unplanned'>) {
  const { go } = useNavigation()
  return (
    <Section title={t('Not pushed as mapped')}>
      <Facts
        facts={unplanned.map(({ path, value, why }) => ({
          name: unplannedWords(attributeWords(path), why),
          value,
        }))}
      />
      <Text fz="xs" mt={6}>
        <button type="button" className={words.link} onClick={() => go({ at: 'settings', section: 'supports' })}>
          {t('What the service supports')}
        </button>
      </Text>
    </Section>
  )
}

function LastPush({ push }: { push: NonNullable<PersonDetail['lastPush']> }) {
  const { date } = useFormat()
  const { go } = useNavigation()
  return (
    <div className={words.section}>
      <Text fz="xs" c="dimmed">
        {t(
          'Last pushed {date}, {outcome, select, waiting {waiting} underway {under way} done {done} failed {failed} stale {stale} notsent {not sent} other {{outcome}}}',
          { date: date(push.at), outcome: push.outcome.replaceAll('-', '') },
        )}
        {' · '}
        <button type="button" className={words.link} onClick={() => go({ at: 'run', run: push.runId })}>
          {t('See the run')}
        </button>
      </Text>
    </div>
  )
}

function Person(props: { connection: string; detail: PersonDetail; onReview: () => void; reviewing: boolean }) {
  const { connection, detail, onReview, reviewing } = props
  const { row, blocked, memberships, account, line, decided, warnings } = detail
  const { diff, same } = blocked.some(isOpenQuestion) ? { diff: [], same: [] } : detail
  const heading = useRef<HTMLHeadingElement>(null)
  const answer = JSON.stringify(decided)
  // The panel was scrolled for the person before, or to a choice that an answer has taken the place of.
  useLayoutEffect(() => {
    if (answer !== '') heading.current?.parentElement?.scrollTo({ top: 0 })
  }, [answer])
  // Somebody blocked would be created too, once nothing stands in the way.
  const creates = account === null
  const all = personAttributes.flatMap((name) => {
    const value = name === 'active' ? (detail.active ? t('Yes') : t('No')) : detail.attributes[name]
    return value === undefined ? [] : [{ name: personAttributeWords[name], value }]
  })
  const more = Object.entries(detail.more ?? {}).map(([name, value]) => ({ name, value }))
  return (
    <>
      <Title order={2} ref={heading} className={words.title}>
        <bdi>{row.name}</bdi>
      </Title>
      <Text fz="xs" c="dimmed" className={classes.why}>
        {matchWords(detail)}
      </Text>
      <div className={classes.badge}>
        <PersonBadge state={row.state} differences={row.differences} />
      </div>
      <Deciding connection={connection} detail={detail} />
      {diff.length > 0 ? (
        <Section title={wouldTitles[creates ? 'create' : row.would]}>
          {creates ? (
            <Facts facts={diff.map(({ path, after }) => ({ name: attributeWords(path), value: after }))} />
          ) : (
            <DiffStack diff={diff} />
          )}
        </Section>
      ) : null}
      {memberships.length > 0 ? (
        <Section title={t('Groups')}>
          <Facts
            facts={memberships.map(({ group, change }) => ({
              name: group,
              value: change === 'add' ? t('Comes in') : t('Leaves'),
            }))}
          />
        </Section>
      ) : null}
      {detail.unplanned.length > 0 ? <NotPushed unplanned={detail.unplanned} /> : null}
      {same.length > 0 ? (
        <Section title={t('Same in both')}>
          <Facts facts={same.map(({ path, value }) => ({ name: attributeWords(path), value: asSaid(path, value) }))} />
        </Section>
      ) : null}
      {detail.lastPush ? <LastPush push={detail.lastPush} /> : null}
      {row.would !== 'none' && blocked.length === 0 && row.state !== 'unknown' ? (
        <Button variant="light" fullWidth mt={14} loading={reviewing} onClick={onReview}>
          {t('Review this person only')}
        </Button>
      ) : null}
      {blocked.length > 0 || decided !== null || warnings.includes('email-on-other-account') ? null : (
        <DecideAnyway connection={connection} id={row.id} />
      )}
      <details className={classes.all}>
        <summary>
          {line === null ? t('Everything the source has') : t('Everything the source has in line {line}', { line })}
        </summary>
        <Facts facts={all} />
        {more.length > 0 ? (
          <>
            <h4 className={words.heading}>{columnAttributeWord('kept')}</h4>
            <Facts facts={more} />
          </>
        ) : null}
        {account ? (
          <>
            <h4 className={words.heading}>{t('Account {id}', { id: account.id })}</h4>
            <Facts
              facts={Object.entries(account.attributes).map(([path, value]) => ({
                name: attributeWords(path),
                value: asSaid(path, value),
              }))}
            />
          </>
        ) : null}
      </details>
    </>
  )
}

/** One person beside their account: why they match, what would change, what is the same, and what stands in the way. */
export function PersonPanel(props: {
  connection: string
  id: number
  onReview: (id: number) => void
  reviewing: boolean
}) {
  const { connection, id, onReview, reviewing } = props
  const asked = useCall('people', 'get', { connection, id }, { placeholderData: (previous) => previous })
  const late = useLate(asked.isPending)
  if (asked.error) return <ErrorPanel failure={failureOf(asked.error)} retry={() => void asked.refetch()} />
  if (!asked.data) {
    return late ? (
      <Stack gap={10} role="status" aria-label={t('Reading the person')}>
        <Skeleton h={18} w="60%" />
        <Skeleton h={12} w="80%" />
        <Skeleton h={12} mt={18} w="40%" />
        <Skeleton h={12} w="70%" />
        <Skeleton h={12} w="55%" />
      </Stack>
    ) : null
  }
  const { row } = asked.data
  return (
    <Person
      key={row.id}
      connection={connection}
      detail={asked.data}
      reviewing={reviewing}
      onReview={() => onReview(id)}
    />
  )
}
