import type { BlockedEntry } from '../../../shared/model/plan.ts'
import { blockedWords } from '../../../shared/words/blocked-words.ts'
import { Notice } from '../../components/notice.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import classes from './review.module.css'

/** Blocked entries that are listed. */
const listed = 100

/** Picked people who can't be pushed and picked accounts that can't be deleted, each with every reason and the way out. */
export function BlockedList({ blocked }: { blocked: readonly BlockedEntry[] }) {
  const { count, number } = useFormat()
  if (blocked.length === 0) return null
  const accounts = blocked.filter(({ accountId }) => accountId !== null).length
  const parts = [
    ...(accounts < blocked.length ? [count(blocked.length - accounts, 'person', 'people')] : []),
    ...(accounts > 0 ? [count(accounts, 'account', 'accounts')] : []),
  ]
  return (
    <Notice
      tone="bad"
      title={`${parts.join(' and ')} ${blocked.length === 1 ? 'is' : 'are'} blocked and not part of the push`}
    >
      <ScrollBox label="Blocked" most={104}>
        <ul className={classes.blocked}>
          {blocked.slice(0, listed).map(({ personId, accountId, name, reasons }) => (
            <li key={accountId ?? personId}>
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
            <li>
              and {number(blocked.length - listed)} more
              {accounts < blocked.length ? ': see Blocked on the People screen' : ''}
            </li>
          ) : null}
        </ul>
      </ScrollBox>
    </Notice>
  )
}
