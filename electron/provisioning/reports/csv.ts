/** A cell of a CSV file. Numbers are Muster's own; texts may come from anybody. */
export type Cell = string | number | boolean | null | undefined

/** Begins a CSV file: a byte order mark, so that spreadsheet programs read it as UTF-8. */
export const csvMark = '\uFEFF'

/** Signs by which a spreadsheet program begins a formula, and their full-width forms; it skips blanks before them. */
const begins = '[\\s\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠﹦﹢﹣﹫]'
/** The start of a cell. A tab or a carriage return there is dropped by some programs, and what follows becomes the start. */
const atStart = new RegExp(`^(?=${begins}|[\\t\\r])`, 'u')
/** A program that takes semicolons or tabs for the separator starts cells inside ours. */
const inside = new RegExp(`([;\\t\\r\\n])(?=${begins})`, 'gu')

/** A line of a CSV file (RFC 4180). A text that begins like a formula is made a plain text by an apostrophe. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = value.toWellFormed().replace(inside, "$1'").replace(atStart, "'")
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
