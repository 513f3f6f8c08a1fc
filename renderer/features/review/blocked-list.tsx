import type { BlockedEntry, SkippedPerson } from '../../../shared/model/plan.ts'
import { BlockedReasons } from '../../components/blocked-reasons.tsx'
import { Notice } from '../../components/notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import classes from './review.module.css'

/** Entries that are listed; the People screen has all people under its chips. */
const listed = 100

/** A picked person who is blocked. */
type BlockedPerson = BlockedEntry & { personId: number }
const isPerson = (entry: BlockedEntry): entry is BlockedPerson => entry.personId !== null && entry.accountId === null

/** Picked people who can't be pushed and picked accounts that can't be deleted, each with every reason and the ways out. */
export function BlockedList(props: {
  blocked: readonly BlockedEntry[]
  busy: boolean
  onDecide: (person: BlockedPerson) => void
  onSkip: (people: readonly BlockedPerson[]) => void
}) {
  const { blocked, busy, onDecide, onSkip } = props
  const { count, number } = useFormat()
  if (blocked.length === 0) return null
  const people = blocked.filter(isPerson)
  const accounts = blocked.length - people.length
  const parts = [
    ...(people.length > 0 ? [count(people.length, 'person', 'people')] : []),
    ...(accounts > 0 ? [count(accounts, 'account', 'accounts')] : []),
  ]
  return (
    <Notice
      tone="bad"
      title={`${parts.join(' and ')} ${blocked.length === 1 ? 'is' : 'are'} blocked and not part of the push`}
    >
      <ScrollBox label="Blocked" most={132}>
        <ul className={classes.blocked}>
          {blocked.slice(0, listed).map((entry) => (
            <li key={entry.accountId ?? entry.personId}>
              <bdi className={words.strong}>{entry.name}</bdi>: <BlockedReasons inline reasons={entry.reasons} />
              {isPerson(entry) ? (
                <>
                  <button
                    type="button"
                    className={classes.link}
                    disabled={busy}
                    aria-label={`Decide about ${entry.name}`}
                    onClick={() => onDecide(entry)}
                  >
                    Decide
                  </button>{' '}
                  or{' '}
                  <button
                    type="button"
                    className={classes.link}
                    disabled={busy}
                    aria-label={`Leave ${entry.name} out`}
                    onClick={() => onSkip([entry])}
                  >
                    leave this person out
                  </button>
                </>
              ) : null}
            </li>
          ))}
          {blocked.length > listed ? (
            <li>
              and {number(blocked.length - listed)} more
              {people.length > 0 ? ': see Blocked on the People screen' : ''}
            </li>
          ) : null}
        </ul>
      </ScrollBox>
      {people.length < 2 ? null : (
        <button type="button" className={classes.link} disabled={busy} onClick={() => onSkip(people)}>
          Leave all {number(people.length)} people out
        </button>
      )}
    </Notice>
  )
}

/** Picked people whom the admin has left out, and the way to take that back. */
export function SkippedList(props: {
  skipped: readonly SkippedPerson[]
  busy: boolean
  onUndo: (people: readonly SkippedPerson[]) => void
}) {
  const { skipped, busy, onUndo } = props
  const { count, number } = useFormat()
  if (skipped.length === 0) return null
  return (
    <Notice tone="info" title={`You left ${count(skipped.length, 'person', 'people')} out`}>
      <ScrollBox label="People left out" most={80}>
        <ul className={classes.blocked}>
          {skipped.slice(0, listed).map((person) => (
            <li key={person.personId}>
              <bdi className={words.strong}>{person.name}</bdi>{' '}
              <button
                type="button"
                className={classes.link}
                disabled={busy}
                aria-label={`Undo this decision: ${person.name}`}
                onClick={() => onUndo([person])}
              >
                Undo this decision
              </button>
            </li>
          ))}
          {skipped.length > listed ? (
            <li>and {number(skipped.length - listed)} more: see Left out on the People screen</li>
          ) : null}
        </ul>
      </ScrollBox>
      {skipped.length === 1 ? null : (
        <button type="button" className={classes.link} disabled={busy} onClick={() => onUndo(skipped)}>
          Undo for all {number(skipped.length)}
        </button>
      )}
    </Notice>
  )
}
