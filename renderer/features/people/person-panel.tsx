import { Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { type PersonDetail, personAttributes } from '../../../shared/model/person.ts'
import { attributeWords, personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { blockedWords } from '../../../shared/words/blocked-words.ts'
import { failureOf, useCall } from '../../api.ts'
import { DiffStack } from '../../components/diff.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Facts } from '../../components/facts.tsx'
import { useLate } from '../../components/skeletons.tsx'
import { PersonBadge } from '../../components/status-badge.tsx'
import { unplannedWords } from '../../components/unplanned-words.ts'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
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
const wouldTitles: Record<PersonDetail['row']['would'], string> = {
  create: 'Would be created with',
  update: 'Would change',
  reactivate: 'Would be reactivated',
  deactivate: 'Would be deactivated',
  delete: 'Would be deleted',
  none: 'Would change',
}

function Blocked({ detail }: { detail: PersonDetail }) {
  return (
    <Section title="Blocked">
      <ul className={classes.reasons}>
        {detail.blocked.map((reason) => {
          const { happened, todo } = blockedWords(reason)
          return (
            <li key={`${reason.code} ${reason.where} ${reason.detail}`}>
              <strong>{happened}</strong> {todo}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function NotPushed({ unplanned }: Pick<PersonDetail, 'unplanned'>) {
  const { go } = useNavigation()
  return (
    <Section title="Not pushed as mapped">
      <Facts
        facts={unplanned.map(({ path, value, why }) => ({
          name: `${attributeWords(path)}: ${unplannedWords[why].toLowerCase()}`,
          value,
        }))}
      />
      <Text fz="xs" mt={6}>
        <button type="button" className={words.link} onClick={() => go({ at: 'settings', section: 'supports' })}>
          What the service supports
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
        Last pushed {date(push.at)}, {push.outcome} ·{' '}
        <button type="button" className={words.link} onClick={() => go({ at: 'run', run: push.runId })}>
          See the run
        </button>
      </Text>
    </div>
  )
}

function Person({ detail, onReview, reviewing }: { detail: PersonDetail; onReview: () => void; reviewing: boolean }) {
  const { row, blocked, diff, memberships, same, account, line } = detail
  // Somebody blocked would be created too, once nothing stands in the way.
  const creates = account === null
  const all = personAttributes.flatMap((name) => {
    const value = name === 'active' ? (detail.active ? 'Yes' : 'No') : detail.attributes[name]
    return value === undefined ? [] : [{ name: personAttributeWords[name], value }]
  })
  return (
    <>
      <Title order={2} className={words.title}>
        <bdi>{row.name}</bdi>
      </Title>
      <Text fz="xs" c="dimmed" className={classes.why}>
        {matchWords(detail)}
      </Text>
      <div className={classes.badge}>
        <PersonBadge state={row.state} differences={row.differences} />
      </div>
      {blocked.length > 0 ? <Blocked detail={detail} /> : null}
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
        <Section title="Groups">
          <Facts
            facts={memberships.map(({ group, change }) => ({
              name: group,
              value: change === 'add' ? 'Comes in' : 'Leaves',
            }))}
          />
        </Section>
      ) : null}
      {detail.unplanned.length > 0 ? <NotPushed unplanned={detail.unplanned} /> : null}
      {same.length > 0 ? (
        <Section title="Same in both">
          <Facts facts={same.map(({ path, value }) => ({ name: attributeWords(path), value: asSaid(path, value) }))} />
        </Section>
      ) : null}
      {detail.lastPush ? <LastPush push={detail.lastPush} /> : null}
      {row.would !== 'none' && blocked.length === 0 && row.state !== 'unknown' ? (
        <Button variant="light" fullWidth mt={14} loading={reviewing} onClick={onReview}>
          Review this person only
        </Button>
      ) : null}
      <details className={classes.all}>
        <summary>Everything the source has{line === null ? '' : ` in line ${line}`}</summary>
        <Facts facts={all} />
        {account ? (
          <>
            <h4 className={words.heading}>Account {account.id}</h4>
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
      <Stack gap={10} role="status" aria-label="Reading the person">
        <Skeleton h={18} w="60%" />
        <Skeleton h={12} w="80%" />
        <Skeleton h={12} mt={18} w="40%" />
        <Skeleton h={12} w="70%" />
        <Skeleton h={12} w="55%" />
      </Stack>
    ) : null
  }
  return <Person detail={asked.data} reviewing={reviewing} onReview={() => onReview(id)} />
}
