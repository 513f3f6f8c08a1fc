import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Diff } from '../../shared/model/change.ts'
import { memberOf } from '../../shared/scim/group.ts'
import { attributeWords, rawText, shortPath, valueText } from '../../shared/words/attribute-words.ts'
import { t } from '../../shared/words/text.ts'
import classes from './diff.module.css'
import { Sentence } from './sentence.tsx'

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
        <span className={classes.arrow}> → {t('removed')}</span>
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

/** For screen readers, where it stands in a sentence. */
const hidden = (inner: ReactNode) => <VisuallyHidden component="span">{inner}</VisuallyHidden>

/** How much of a diff is not shown, on the button that shows it. @param some a part of it is. */
function MoreWords({ diff, count, some, of }: { diff: readonly Diff[]; count: number; some: boolean; of: string }) {
  const values = { count, of, hidden }
  if (diff[0] !== undefined && memberOf(diff[0].path) !== null) {
    return some ? (
      <Sentence
        message="{count, plural, one {# more member} other {# more members}}<hidden> of {of}</hidden>"
        values={values}
      />
    ) : (
      <Sentence message="{count, plural, one {# member} other {# members}}<hidden> of {of}</hidden>" values={values} />
    )
  }
  return some ? (
    <Sentence
      message="{count, plural, one {# more attribute} other {# more attributes}}<hidden> of {of}</hidden>"
      values={values}
    />
  ) : (
    <Sentence
      message="{count, plural, one {# attribute} other {# attributes}}<hidden> of {of}</hidden>"
      values={values}
    />
  )
}

/** What changes, a line an attribute or member, as a row of Review has it. A long diff, and that of a `fresh` account, opens and closes. */
export function DiffLines({ diff, of, fresh = false }: { diff: readonly Diff[]; of: string; fresh?: boolean }) {
  const [open, setOpen] = useState(false)
  const first = shownOf(diff, fresh)
  const folded = diff.length - first
  return (
    <ul className={classes.lines}>
      {(open ? diff : diff.slice(0, first)).map((each) => (
        <Line key={each.path} diff={each} />
      ))}
      {folded > 0 ? (
        <li>
          <button
            type="button"
            tabIndex={-1}
            className={classes.more}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? (
              <Sentence message="Show less<hidden> of {of}</hidden>" values={{ of, hidden }} />
            ) : (
              <MoreWords diff={diff} count={folded} some={first > 0} of={of} />
            )}
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
                <Sentence message="<hidden>from </hidden>{before}" values={{ hidden, before: valueText(before) }} />
              </del>
            </dd>
          )}
          <dd>
            <ins className={classes.after} style={{ textDecoration: 'none' }}>
              <Sentence
                message="<hidden>to </hidden>{after}"
                values={{ hidden, after: valueText(after) === '' ? t('Removed') : valueText(after) }}
              />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
