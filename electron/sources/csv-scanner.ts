import { t, texts } from '../../shared/words/text.ts'
import type { RowVisitor } from './row-visitor.ts'

/** How rows are written, as the scanner needs it. */
export interface RowMarks {
  /** One ASCII character. */
  readonly delimiter: string
  /** The ASCII character that stands around a value with a delimiter in it; empty where none does. */
  readonly quote: string
  /** A carriage return without a line feed ends a row too. */
  readonly returns: boolean
  /** Lines to leave out in front. */
  readonly skippedLines: number
}

/** Bytes that a row may have; a quotation mark that is open for longer was never closed. */
const longestRow = 1024 * 1024

/** How many rows with a broken quotation mark are stepped over; a file with more was not written as CSV. */
const mostBroken = 200

/** Bytes made a string at once. A value that is cut out of it and kept, in a message, keeps all of it in memory. */
const stretch = 1024

const lineFeed = 0x0a
const carriageReturn = 0x0d

const brokenReasons = texts({
  open: 'A quotation mark is opened in this row and not closed.',
  'closed-early': 'A quotation mark stands inside a value without being doubled.',
  stray: 'A quotation mark stands inside a value without being doubled.',
})

/** The bytes of the row, or of the line, are not all there yet. */
const more = -1

/**
 * Tells the rows of a file (RFC 4180) that comes as UTF-8, a chunk at a time. A broken quotation mark costs its own row only:
 * a parser that goes by the marks alone would swallow rows up to the next one, so reading goes on with the line after.
 * It walks through bytes and makes a string of a value once, when it knows where the value ends.
 */
export class CsvScanner {
  readonly #visitor: RowVisitor
  readonly #delimiter: number
  readonly #quote: number
  readonly #marks: RowMarks
  /** No byte above it is a mark or ends a row: one look tells it of nearly all. */
  readonly #highest: number
  #data: Buffer = Buffer.alloc(0)
  #room: Buffer = Buffer.alloc(0)
  /** A stretch of the data as Latin-1, and where it is. */
  #text = ''
  #textFrom = 0
  #textTo = 0
  /** Number of the line that reading has come to, 1-based. */
  #line = 1
  /** Lines to leave out before the next row. */
  #skip: number
  #broken = 0

  constructor(marks: RowMarks, visitor: RowVisitor) {
    this.#visitor = visitor
    this.#marks = marks
    this.#delimiter = marks.delimiter.charCodeAt(0)
    this.#quote = marks.quote === '' ? more : marks.quote.charCodeAt(0)
    this.#highest = Math.max(this.#delimiter, this.#quote, carriageReturn)
    this.#skip = marks.skippedLines
  }

  /** Too much is broken: nothing more is read. */
  get ended(): boolean {
    return this.#broken > mostBroken
  }

  /** Takes the next bytes; those of a row that is not whole wait for more. */
  write(chunk: Buffer): void {
    this.#scan(chunk, false)
  }

  /** Takes the last bytes. */
  end(chunk: Buffer): void {
    this.#scan(chunk, true)
  }

  #scan(chunk: Buffer, last: boolean): void {
    this.#data = this.#data.length === 0 ? chunk : this.#joined(chunk)
    this.#textTo = 0
    let at = 0
    while (!this.ended && at < this.#data.length) {
      const next = this.#skip > 0 ? this.#leaveOut(at, last) : this.#row(at, last)
      if (next === more) break
      at = next
    }
    this.#data = this.#data.subarray(at)
  }

  /** The row that is not whole yet with what follows it, in memory that serves again. */
  #joined(chunk: Buffer): Buffer {
    const waiting = this.#data
    const length = waiting.length + chunk.length
    if (length > this.#room.length) this.#room = Buffer.allocUnsafe(length * 2)
    waiting.copy(this.#room)
    chunk.copy(this.#room, waiting.length)
    return this.#room.subarray(0, length)
  }

  /** Steps over a line; gives where the next one begins. */
  #leaveOut(from: number, last: boolean): number {
    let at = from
    while (at < this.#data.length && !this.#endsRow(at)) at++
    if (at >= this.#data.length - 1 && !last) return more
    this.#skip--
    this.#line++
    return this.#behind(at)
  }

  /** Tells the row that begins at `start`; gives where the next one begins. */
  #row(start: number, last: boolean): number {
    const data = this.#data
    // In the loop over bytes, fields of the scanner would be asked for once a byte.
    const delimiter = this.#delimiter
    const quote = this.#quote
    const { length } = data
    const highest = this.#highest
    const cells: string[] = []
    /** Line breaks inside values. */
    let lines = 0
    let at = start
    for (;;) {
      let end = at
      if (data[at] === quote) {
        end = this.#closing(at)
        if (end === more) {
          if (!last && length - start < longestRow) return more
          return this.#breakOff(start, cells.length, 'open')
        }
        if (end + 2 >= length && !last) return more
        lines += this.#lineBreaks(at, end)
        if (end + 1 < length && data[end + 1] !== delimiter && !this.#endsRow(end + 1)) {
          return this.#breakOff(start, cells.length, lines > 0 ? 'open' : 'closed-early')
        }
        cells.push(this.#quoted(at + 1, end))
        end++
      } else {
        let bits = 0
        while (end < length) {
          const byte = data[end] ?? 0
          if (byte > highest) {
            bits |= byte
            end++
            continue
          }
          if (byte === delimiter || ((byte === lineFeed || byte === carriageReturn) && this.#endsRow(end))) break
          if (byte === quote) return this.#breakOff(start, cells.length, 'stray')
          bits |= byte
          end++
        }
        // A carriage return may have its line feed in the next chunk.
        if (end >= length - 1 && !last) return more
        cells.push(end === at ? '' : bits < 0x80 ? this.#ascii(at, end) : data.toString('utf8', at, end))
      }
      if (data[end] !== delimiter) {
        if (cells.length > 1 || end > start) this.#visitor.row(cells, this.#line)
        this.#line += lines + 1
        return this.#behind(end)
      }
      at = end + 1
    }
  }

  /** A value without anything beyond ASCII: cut out of a stretch, since making a string of each costs three times as much. */
  #ascii(from: number, to: number): string {
    if (to - from > stretch) return this.#data.toString('latin1', from, to)
    if (from < this.#textFrom || to > this.#textTo) {
      this.#textFrom = from
      this.#textTo = Math.min(from + stretch, this.#data.length)
      this.#text = this.#data.toString('latin1', this.#textFrom, this.#textTo)
    }
    return this.#text.slice(from - this.#textFrom, to - this.#textFrom)
  }

  /** Where the quotation mark is that closes the one at `opening`; {@link more} when it has not come. */
  #closing(opening: number): number {
    const data = this.#data
    for (let from = opening + 1; ; ) {
      const found = data.indexOf(this.#quote, from)
      if (found === -1) return more
      if (data[found + 1] !== this.#quote) return found
      from = found + 2
    }
  }

  #quoted(from: number, to: number): string {
    const { quote } = this.#marks
    const text = from === to ? '' : this.#data.toString('utf8', from, to)
    return text.includes(quote) ? text.replaceAll(quote + quote, quote) : text
  }

  #lineBreaks(from: number, to: number): number {
    let lines = 0
    for (let at = from; at < to; at++) {
      const byte = this.#data[at]
      if (byte === lineFeed || (byte === carriageReturn && this.#data[at + 1] !== lineFeed)) lines++
    }
    return lines
  }

  /** Tells of a row that can’t be read. Its first line is left out; what follows may be rows. */
  #breakOff(start: number, column: number, how: keyof typeof brokenReasons): number {
    this.#visitor.broken({ line: this.#line, column, reason: brokenReasons[how], effect: t('The row was left out.') })
    this.#skip = 1
    // A mark in a value without any around it is found on the way, however many there are; the others are looked for ahead.
    if (how !== 'stray') this.#broken++
    if (this.ended) {
      const reason = t('More than {most, number} rows have broken quotation marks.', { most: mostBroken })
      this.#visitor.broken({ line: this.#line + 1, column: null, reason, effect: t('Reading ended here.') })
    }
    return start
  }

  #endsRow(at: number): boolean {
    const byte = this.#data[at]
    if (byte === lineFeed) return true
    return byte === carriageReturn && (this.#marks.returns || this.#data[at + 1] === lineFeed)
  }

  /** Where the line after the end of a row begins. */
  #behind(end: number): number {
    return end + (this.#data[end] === carriageReturn && this.#data[end + 1] === lineFeed ? 2 : 1)
  }
}
