import type { BlockedPerson, SkippedPerson } from '../../../shared/model/plan.ts'
import { BlockedReasons } from '../../components/blocked-reasons.tsx'
import { Notice } from '../../components/notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import classes from './review.module.css'

/** People that are listed; the People screen has them all under its chips. */
const listed = 100

/** Picked people who can't be pushed, each with every reason and the ways out. */
export function BlockedList(props: {
  blocked: readonly BlockedPerson[]
  busy: boolean
  onDecide: (person: BlockedPerson) => void
  onSkip: (people: readonly BlockedPerson[]) => void
}) {
  const { blocked, busy, onDecide, onSkip } = props
  const { count, number } = useFormat()
  if (blocked.length === 0) return null
  return (
    <Notice tone="bad" title={`${count(blocked.length, 'person is', 'people are')} blocked and not part of the push`}>
      <ScrollBox label="Blocked people" most={132}>
        <ul className={classes.blocked}>
          {blocked.slice(0, listed).map((person) => (
            <li key={person.personId}>
              <bdi className={words.strong}>{person.name}</bdi>: <BlockedReasons inline reasons={person.reasons} />
              <button
                type="button"
                className={classes.link}
                disabled={busy}
                aria-label={`Decide about ${person.name}`}
                onClick={() => onDecide(person)}
              >
                Decide
              </button>{' '}
              or{' '}
              <button
                type="button"
                className={classes.link}
                disabled={busy}
                aria-label={`Leave ${person.name} out`}
                onClick={() => onSkip([person])}
              >
                leave this person out
              </button>
            </li>
          ))}
          {blocked.length > listed ? (
            <li>and {number(blocked.length - listed)} more: see Blocked on the People screen</li>
          ) : null}
        </ul>
      </ScrollBox>
      {blocked.length === 1 ? null : (
        <button type="button" className={classes.link} disabled={busy} onClick={() => onSkip(blocked)}>
          Leave all {number(blocked.length)} out
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
