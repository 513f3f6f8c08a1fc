import type { KeptAttribute } from '../../shared/model/source-read.ts'
import { t } from '../../shared/words/text.ts'
import { trimmed } from './cell.ts'
import type { Problems } from './problems.ts'

/** What stands between several values of a further attribute, from every kind of source. */
const between = '; '

/** Several values as the one text that a person has; those without anything in them are left out. */
export const joined = (values: readonly string[]): string =>
  values
    .map(trimmed)
    .filter((value) => value !== '')
    .join(between)

/** Says which further attributes of a server nobody has: a name that is written wrong looks the same as one that nobody may read. */
export function sayNobodyHas(kept: readonly KeptAttribute[], people: number, problems: Problems): void {
  if (people === 0) return
  for (const { name, filled } of kept) {
    if (filled > 0) continue
    const effect = t('Look whether it is written so, and whether the account may read it.')
    problems.add({ line: null, column: name, severity: 'warning', reason: t('Nobody has “{name}”.', { name }), effect })
  }
}
