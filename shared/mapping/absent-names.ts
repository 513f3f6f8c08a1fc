import { nearest } from '../expression/nearest.ts'
import { parseExpression } from '../expression/parse.ts'
import { printName } from '../expression/print.ts'
import { partsOf } from '../expression/tree.ts'

/**
 * In one sentence, which further attribute of an expression the source does not have now; null when it has all of them. No
 * reason to refuse it: the next file may have it.
 * @param further names that the source has.
 */
export function absentName(from: string, further: readonly string[]): string | null {
  const { expression } = parseExpression(from)
  if (expression === null) return null
  for (const part of partsOf(expression)) {
    if (part.kind !== 'further' || further.includes(part.name)) continue
    const meant = nearest(part.name, further)
    const hint = meant === null ? '' : ` Did you mean ${printName(meant)}?`
    return `The source has no ${printName(part.name)} now.${hint}`
  }
  return null
}
