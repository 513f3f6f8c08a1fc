import { parse } from 'csv-parse/sync'
import { roleOf } from './headers.ts'

/** How a file writes its rows. */
export interface Dialect {
  readonly delimiter: string
  /** What ends a row; several where the file mixes them. */
  readonly recordDelimiter: readonly string[]
  /** Lines in front of the header: `#TYPE …` of PowerShell’s Export-Csv, `sep=;` of Excel. */
  readonly skippedLines: number
}

const delimiters = [',', ';', '\t', '|'] as const

/** How much of the beginning is looked at, in characters. */
const looked = 32_768

/** Recognises how a file is written by its beginning: the delimiter is the one that makes the header most telling. */
export function recogniseDialect(head: string): Dialect {
  const text = head.slice(0, looked)
  const preamble = /^(?:(?:#TYPE [^\r\n]*|sep=(.?)|[ \t]*)(?:\r\n|\n|\r))*/i.exec(text)
  const before = preamble?.[0] ?? ''
  const header = text.slice(before.length)
  const recordDelimiter = recordDelimitersOf(text)
  const named = preamble?.[1]
  return {
    delimiter: named && delimiters.some((each) => each === named) ? named : bestDelimiter(header, recordDelimiter),
    recordDelimiter,
    skippedLines: before === '' ? 0 : (before.match(/\r\n|\n|\r/g)?.length ?? 0),
  }
}

function recordDelimitersOf(text: string): string[] {
  const pairs = text.split('\r\n').length - 1
  const feeds = text.split('\n').length - 1 - pairs
  const returns = text.split('\r').length - 1 - pairs
  const found = [pairs > 0 ? '\r\n' : '', feeds > 0 ? '\n' : '', returns > 0 ? '\r' : ''].filter(Boolean)
  return found.length === 0 ? ['\n'] : found
}

function bestDelimiter(header: string, recordDelimiter: readonly string[]): string {
  const scored = delimiters.map((delimiter) => {
    const titles = titlesBy(delimiter, header, recordDelimiter)
    return { delimiter, known: titles.filter((title) => roleOf(title) !== null).length, titles: titles.length }
  })
  scored.sort((a, b) => b.known - a.known || b.titles - a.titles)
  return scored[0]?.delimiter ?? ','
}

function titlesBy(delimiter: string, header: string, recordDelimiter: readonly string[]): string[] {
  try {
    const options = { delimiter, record_delimiter: [...recordDelimiter], to: 1, relax_quotes: true }
    return parse(header, { ...options, relax_column_count: true })[0] ?? []
  } catch {
    // Broken quotation marks; reading the rows says where.
    return []
  }
}
