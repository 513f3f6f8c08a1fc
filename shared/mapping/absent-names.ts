import { nearest } from '../expression/nearest.ts'
import { parseExpression } from '../expression/parse.ts'
import { printName } from '../expression/print.ts'
import { partsOf } from '../expression/tree.ts'
import { t } from '../words/text.ts'

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
    const missing = t('The source has no {name} now.', { name: printName(part.name) })
    return meant === null ? missing : `${missing} ${t('Did you mean {name}?', { name: printName(meant) })}`
  }
  return null
}
