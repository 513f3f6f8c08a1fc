import type { BlockedPerson } from '../../../shared/model/plan.ts'
import { blockedWords } from '../../../shared/words/blocked-words.ts'
import { Notice } from '../../components/notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import classes from './review.module.css'

/** Blocked people that are listed; the People screen has them all under its chip. */
const listed = 100

/** Picked people who can't be pushed, each with every reason and the way out. */
export function BlockedList({ blocked }: { blocked: readonly BlockedPerson[] }) {
  const { count, number } = useFormat()
  if (blocked.length === 0) return null
  return (
    <Notice tone="bad" title={`${count(blocked.length, 'person is', 'people are')} blocked and not part of the push`}>
      <ScrollBox label="Blocked people" most={104}>
        <ul className={classes.blocked}>
          {blocked.slice(0, listed).map(({ personId, name, reasons }) => (
            <li key={personId}>
              <bdi className={words.strong}>{name}</bdi>:{' '}
              <ul>
                {reasons.map((reason) => {
                  const { happened, todo } = blockedWords(reason)
                  return (
                    <li key={`${reason.code} ${reason.where} ${reason.detail}`}>
                      {happened} {todo}{' '}
                    </li>
                  )
                })}
              </ul>
            </li>
          ))}
          {blocked.length > listed ? (
            <li>and {number(blocked.length - listed)} more: see Blocked on the People screen</li>
          ) : null}
        </ul>
      </ScrollBox>
    </Notice>
  )
}
