import type { Person } from '../../shared/model/person.ts'
import type { ColumnAttribute } from '../../shared/model/source.ts'
import { t } from '../../shared/words/text.ts'

/** No attribute of a person is longer, in characters; what is was written into the wrong column or file. */
const longest = 1_024

/** First characters of formulas, control characters, and the mark of an unreadable byte. */
const odd = /^[=+\-@#]|[\p{Cc}\ufffd]/u

/** What Excel shows where a formula has no result. */
const excelError = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)$/

/** Whether a cell needs a closer look; nearly none does, so this is what 200,000 rows pay for. */
export const isOdd = (value: string, attribute: ColumnAttribute | null): boolean =>
  value.length > longest || (odd.test(value) && !isPhoneNumber(value, attribute))

/**
 * A closer look at a cell that {@link isOdd}: what can be kept of it, empty when nothing can.
 * @param say told each thing that is odd about it, and what was made of it.
 */
export function judgeCell(
  value: string,
  attribute: ColumnAttribute | null,
  say: (reason: string, effect: string) => void,
): string {
  if (value.length > longest) {
    say(t('The value has {count, number} characters.', { count: value.length }), t('The value was left out.'))
    return ''
  }
  if (excelError.test(value)) {
    say(t('The value is Excel’s error {value}.', { value }), t('The value was left out.'))
    return ''
  }
  let kept = value
  if (/[\n\r\t]/.test(kept)) {
    kept = kept.replace(/\s*[\n\r\t]+\s*/g, ' ').trim()
    say(t('The value holds a line break or a tab.'), t('A blank was put in its place.'))
  }
  if (/\p{Cc}/u.test(kept)) {
    kept = kept.replace(/\p{Cc}/gu, '').trim()
    say(t('The value holds control characters.'), t('They were left out.'))
  }
  if (kept.includes('\ufffd')) {
    const effect = t('The value is used with � in their place; export the file again as UTF-8.')
    say(t('The value holds characters that can’t be read.'), effect)
  }
  if (looksLikeFormula(kept, attribute)) {
    const effect = t('It is kept as text and never computed; check it before you push.')
    say(t('The value looks like a formula: {value}', { value: kept.slice(0, 40) }), effect)
  }
  return kept
}

/** A number also begins with a sign, and a lone dash means “nothing”. */
const looksLikeFormula = (value: string, attribute: ColumnAttribute | null): boolean =>
  /^[=+\-@]/.test(value) && !/^[+-]?[\d.,]*$/.test(value) && !isPhoneNumber(value, attribute)

const isPhoneNumber = (value: string, attribute: ColumnAttribute | null): boolean =>
  (attribute === 'phone' || attribute === 'mobile') && /^\+[\d ()/.x-]+$/i.test(value)

/**
 * What a source writes for yes and no; null for anything else. Okta’s and JumpCloud’s states are among it: whoever has been
 * made active and only waits for a password is active, whoever is staged is not yet.
 */
export function readFlag(value: string): boolean | null {
  const word = value.toLowerCase()
  if (
    /^(?:true|1|yes|y|ja|j|wahr|enabled|active|aktiv|aktiviert|activated|provisioned|recovery|password_expired|locked_out|on|x)$/.test(
      word,
    )
  )
    return true
  if (
    /^(?:false|0|no|n|nein|falsch|disabled|inactive|inaktiv|deaktiviert|gesperrt|blocked|suspended|deprovisioned|archived|staged|off|-)$/.test(
      word,
    )
  )
    return false
  return null
}

/** A GUID as csvde writes it, `X'1e4c0b6f0f7e534b9f571f0f8a9b1c01'` (little-endian parts), in its usual form. */
export function readGuid(value: string): string {
  const hex = /^X'([0-9a-f]{32})'$/i.exec(value)?.[1]?.toLowerCase()
  if (hex === undefined) return value
  const bytes = hex.match(/../g) ?? []
  const part = (from: number, to: number) => bytes.slice(from, to).reverse().join('')
  return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${bytes.slice(8, 10).join('')}-${bytes.slice(10).join('')}`
}

/** Faster than trim() on the nearly all cells that need none. */
export function trimmed(cell: string): string {
  const first = cell.charCodeAt(0)
  const last = cell.charCodeAt(cell.length - 1)
  const plain = first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80
  return plain ? cell : cell.trim()
}

/** Whether there is nothing in a cell. */
export const isBlank = (cell: string): boolean => trimmed(cell) === ''

/** Sign-in names are the same whatever their letter case and however their accents are composed (Unicode NFC). */
export const comparable = (userName: string): string =>
  // Only what is beyond ASCII can be composed, and asking for it costs.
  (/^[ -~]*$/.test(userName) ? userName : userName.normalize('NFC')).toLowerCase()

/** What identifies a person of any source from one reading to the next: identifier, else sign-in name; null without either. */
export const keyOf = ({ externalId, userName }: Person['attributes']): string | null =>
  externalId ?? (userName === undefined ? null : comparable(userName))
