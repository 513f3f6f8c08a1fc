import type { BlockedReason } from '../../shared/model/change.ts'
import { blockedWords } from '../../shared/words/blocked-words.ts'
import classes from './blocked-reasons.module.css'

/** Every reason why somebody can't be pushed, each with its way out. `inline` goes on in the line it stands in. */
export function BlockedReasons({ reasons, inline = false }: { reasons: readonly BlockedReason[]; inline?: boolean }) {
  return (
    <ul className={inline ? classes.inline : classes.reasons}>
      {reasons.map((reason) => {
        const { happened, todo } = blockedWords(reason)
        return (
          <li key={`${reason.code} ${reason.where} ${reason.detail}`}>
            {inline ? happened : <strong>{happened}</strong>} {todo}{' '}
          </li>
        )
      })}
    </ul>
  )
}
