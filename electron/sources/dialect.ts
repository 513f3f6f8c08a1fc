import type { FileDelimiter, FileQuote, FileReading } from '../../shared/model/source.ts'
import { CsvScanner, type RowMarks } from './csv-scanner.ts'
import { roleOf } from './headers.ts'

/** How a table writes its rows. */
export interface Dialect extends RowMarks {
  readonly delimiter: FileDelimiter
  readonly quote: FileQuote
}

/** Those that are recognised; others have to be chosen. */
const delimiters = [',', ';', '\t', '|'] as const

/** How much of the beginning is looked at, in characters, and how many rows of it: a title may stand above the header. */
const looked = 32_768
const rowsLooked = 20

/**
 * Recognises how a table is written by its beginning: the delimiter is the one that makes the header most telling. Lines in
 * front that are no part of the table are left out: `#TYPE …` of PowerShell’s Export-Csv, `sep=;` of Excel.
 * @param chosen what the admin has set.
 */
export function recogniseDialect(head: string, chosen: Pick<FileReading, 'delimiter' | 'quote'>): Dialect {
  const text = head.slice(0, looked)
  const preamble = /^(?:(?:#TYPE [^\r\n]*|sep=(.?)|[ \t]*)(?:\r\n|\n|\r))*/i.exec(text)
  const before = preamble?.[0] ?? ''
  const table = text.slice(before.length)
  const skippedLines = before === '' ? 0 : (before.match(/\r\n|\n|\r/g)?.length ?? 0)
  const returns = /\r(?!\n)/.test(text)
  const quote = chosen.quote ?? quoteOf(table)
  const named = delimiters.find((each) => each === preamble?.[1])
  const delimiter = chosen.delimiter ?? named ?? bestDelimiter(table, quote, returns)
  return { delimiter, quote, returns, skippedLines }
}

/** Single quotation marks stand around values only where there are no double ones, and the first value has a pair. */
const quoteOf = (table: string): FileQuote =>
  /^'[^'\r\n]*'[,;\t|\r\n]/.test(table) && !table.includes('"') ? "'" : '"'

function bestDelimiter(table: string, quote: FileQuote, returns: boolean): FileDelimiter {
  const bytes = Buffer.from(table)
  const scored = delimiters.map((delimiter) => {
    let known = 0
    let cells = 0
    let rows = 0
    const scanner = new CsvScanner(
      { delimiter, quote, returns, skippedLines: 0 },
      {
        titles: () => {},
        row: (row) => {
          if (rows++ >= rowsLooked) return
          if (rows === 1) cells = row.length
          known = Math.max(known, row.filter((cell) => typeof cell === 'string' && roleOf(cell) !== null).length)
        },
        broken: () => {},
        enough: () => false,
      },
    )
    scanner.end(bytes)
    return { delimiter, known, cells }
  })
  scored.sort((a, b) => b.known - a.known || b.cells - a.cells)
  return scored[0]?.delimiter ?? ','
}
