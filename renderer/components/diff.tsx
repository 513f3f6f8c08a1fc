import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { Diff } from '../../shared/model/change.ts'
import { memberOf } from '../../shared/scim/group.ts'
import { attributeWords, rawText, shortPath, valueText } from '../../shared/words/attribute-words.ts'
import classes from './diff.module.css'

/** Attributes shown in a row before it has to be opened. */
const shownAtFirst = 3

function Line({ diff }: { diff: Diff }) {
  const [before, after] = [rawText(diff.before), rawText(diff.after)]
  return (
    <li className={classes.line}>
      <code className={classes.path}>{shortPath(diff.path)}</code>
      {before === '' ? <span className={classes.arrow}>+ </span> : null}
      {before !== '' ? <span className={classes.before}>{before}</span> : null}
      {before !== '' && after !== '' ? <span className={classes.arrow}> → </span> : null}
      {after === '' ? (
        <span className={classes.arrow}> → removed</span>
      ) : (
        <strong className={classes.after}>{after}</strong>
      )}
    </li>
  )
}

/** How many attributes of a diff are shown before it is opened: all of a short one, none of a new account. */
function shownOf(diff: readonly Diff[], fresh: boolean): number {
  if (fresh) return 0
  return diff.length > shownAtFirst ? shownAtFirst - 1 : diff.length
}

function nounOf([first]: readonly Diff[], count: number): string {
  const noun = first !== undefined && memberOf(first.path) !== null ? 'member' : 'attribute'
  return count === 1 ? noun : `${noun}s`
}

/** What changes, a line an attribute or member, as a row of Review has it. A long diff, and that of a `fresh` account, opens and closes. */
export function DiffLines({ diff, of, fresh = false }: { diff: readonly Diff[]; of: string; fresh?: boolean }) {
  const [open, setOpen] = useState(false)
  const first = shownOf(diff, fresh)
  const hidden = diff.length - first
  return (
    <ul className={classes.lines}>
      {(open ? diff : diff.slice(0, first)).map((each) => (
        <Line key={each.path} diff={each} />
      ))}
      {hidden > 0 ? (
        <li>
          <button
            type="button"
            tabIndex={-1}
            className={classes.more}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Show less' : `${hidden} ${first > 0 ? 'more ' : ''}${nounOf(diff, hidden)}`}
            <VisuallyHidden component="span"> of {of}</VisuallyHidden>
          </button>
        </li>
      ) : null}
    </ul>
  )
}

/** What would change, as a narrow panel has it: the old value struck through above the new one. */
export function DiffStack({ diff }: { diff: readonly Diff[] }) {
  return (
    <dl className={classes.stack}>
      {diff.map(({ path, before, after }) => (
        <div key={path}>
          <dt title={path}>{attributeWords(path)}</dt>
          {valueText(before) === '' ? null : (
            <dd>
              <del className={classes.before}>
                <VisuallyHidden component="span">from </VisuallyHidden>
                {valueText(before)}
              </del>
            </dd>
          )}
          <dd>
            <ins className={classes.after} style={{ textDecoration: 'none' }}>
              <VisuallyHidden component="span">to </VisuallyHidden>
              {valueText(after) === '' ? 'Removed' : valueText(after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
