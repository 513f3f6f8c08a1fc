import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { isJsonObject } from '../../../shared/scim/path.ts'
import { t } from '../../../shared/words/text.ts'
import type { BrokenRow } from '../row-visitor.ts'

/** An object of a file, or why the text is none. */
export type ParsedRecord = { readonly value: JsonObject } | { readonly broken: BrokenRow }

/** Parses the text of one record. @param line where the text begins, 1-based. */
export function parseRecord(text: string, line: number): ParsedRecord {
  try {
    const value: Json = JSON.parse(text)
    if (isJsonObject(value)) return { value }
    return broken(line, t('The entry is not an object with the attributes of a person.'))
  } catch (error) {
    const before = text.slice(0, placeOfMistake(text, error)).split('\n')
    const at = line + before.length - 1
    const column = (before.at(-1) ?? '').length + 1
    return broken(
      at,
      t('The entry is not valid JSON: there is a mistake at line {line}, column {column}.', {
        line: String(at),
        column: String(column),
      }),
    )
  }
}

const broken = (line: number, reason: string): ParsedRecord => ({
  broken: { line, column: null, reason, effect: t('The entry was left out.') },
})

/** Characters of a text in which the place is worth looking for; in a longer one it is where the entry begins. */
const longest = 64 * 1024

/** V8 tells the place of some mistakes; of others, by halving: a text that ends in front of the mistake only ends too early. */
function placeOfMistake(text: string, error: unknown): number {
  const told = placeTold(error)
  if (told !== null) return told
  if (text.length > longest) return 0
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (endsTooEarly(text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return low
}

function placeTold(error: unknown): number | null {
  const told = /at position (\d+)/.exec(String(error))?.[1]
  return told === undefined ? null : Number(told)
}

function endsTooEarly(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    return /Unexpected end|Unterminated/.test(String(error)) || placeTold(error) === text.length
  }
}
