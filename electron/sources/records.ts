import { pipeline } from 'node:stream/promises'
import { type CsvError, type Info, Parser } from 'csv-parse'
import type { Bytes } from './bytes.ts'
import type { Dialect } from './dialect.ts'
import { createTranscoder, type Encoding } from './encoding.ts'

/** What is told while rows are read, in the order of the file. */
export interface RowVisitor {
  /** A row with the line it begins on, 1-based. */
  row(cells: readonly string[], line: number): void
  /** A row that can’t be read. */
  broken(line: number, reason: string, effect: string): void
}

/** What was found out about the bytes on the way. */
export interface BytesRead {
  readonly encoding: Encoding
  readonly damaged: boolean
}

/** Where reading begins, and begins again behind a row with a broken quotation mark. */
interface Place {
  /** Bytes of UTF-8 to leave out. */
  readonly bytes: number
  /** Lines to leave out behind them. */
  readonly lines: number
  /** Number of the line that follows, 1-based. */
  readonly line: number
}

/** How often reading begins again; a file with more broken rows was not written as CSV. */
const mostRestarts = 200

/**
 * Reads the rows of a file (RFC 4180). A broken quotation mark costs its own row only: csv-parse would swallow rows up to
 * the next mark, so reading begins again on the line after.
 * @throws whatever `signal` was aborted with; MusterError `file-unreadable`.
 */
export async function readRecords(
  bytes: Bytes,
  dialect: Dialect,
  visitor: RowVisitor,
  signal?: AbortSignal,
): Promise<BytesRead> {
  const newline = dialect.recordDelimiter.some((each) => each.endsWith('\n')) ? 0x0a : 0x0d
  let place: Place = { bytes: 0, lines: dialect.skippedLines, line: dialect.skippedLines + 1 }
  for (let restarts = 0; ; restarts++) {
    const pass = new Pass(place, visitor)
    const transcoder = createTranscoder(bytes.head)
    try {
      const parser = new RowParser(dialect, pass)
      parser.resume()
      await pipeline(from(bytes, transcoder, place, newline, pass), parser, signal ? { signal } : {})
      return { encoding: transcoder.encoding(), damaged: transcoder.damaged() }
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (!(error instanceof Restart)) throw error
      place = error.place
      if (restarts < mostRestarts) continue
      visitor.broken(place.line, `More than ${mostRestarts} rows have broken quotation marks.`, 'Reading ended here.')
      return { encoding: transcoder.encoding(), damaged: transcoder.damaged() }
    }
  }
}

/** The file as UTF-8, from a place on. The pass is told how many bytes that leaves out. */
async function* from(
  bytes: Bytes,
  transcoder: ReturnType<typeof createTranscoder>,
  place: Place,
  newline: number,
  pass: Pass,
): AsyncGenerator<Buffer> {
  let skipBytes = place.bytes
  let skipLines = place.lines
  const rest = (chunk: Buffer): Buffer => {
    let start = Math.min(skipBytes, chunk.length)
    skipBytes -= start
    while (skipLines > 0 && start < chunk.length) {
      const end = chunk.indexOf(newline, start)
      if (end !== -1) skipLines--
      start = end === -1 ? chunk.length : end + 1
    }
    pass.leftOut(start)
    return chunk.subarray(start)
  }
  for await (const chunk of bytes.chunks()) {
    const left = rest(transcoder.write(chunk))
    if (left.length > 0) yield left
  }
  const left = rest(transcoder.end())
  if (left.length > 0) yield left
}

/** Ends a pass so that the next begins behind the row that broke it. */
class Restart extends Error {
  readonly place: Place
  constructor(place: Place) {
    super('The row is broken.')
    this.place = place
  }
}

/**
 * csv-parse as it stands, but rows are taken where it makes them: passing 200,000 arrays on through a stream, or asking for
 * `info` with each, costs more than what is done with them.
 */
class RowParser extends Parser {
  readonly #pass: Pass

  constructor({ delimiter, recordDelimiter }: Dialect, pass: Pass) {
    super({
      delimiter,
      record_delimiter: [...recordDelimiter],
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error) pass.skip(error)
        return undefined
      },
    })
    this.#pass = pass
  }

  override push(row: string[] | null): boolean {
    if (row === null) return super.push(null)
    if (this.destroyed) return false
    try {
      this.#pass.row(row, this.info)
    } catch (error) {
      // Thrown on, it would leave a stream’s callback and end the process.
      this.destroy(error instanceof Error ? error : new Error(String(error)))
    }
    return true
  }
}

/** One walk through the file, which keeps count of lines: csv-parse counts a CRLF inside quotation marks twice. */
class Pass {
  readonly #visitor: RowVisitor
  /** The line after the last row. */
  #line: number
  #parserLines = 0
  #emptyLines = 0
  /** Bytes in front of what the parser gets. */
  #leftOut = 0
  /** Bytes the parser was done with at the end of the last row. */
  #bytes = 0
  #brokenLine = 0

  constructor(place: Place, visitor: RowVisitor) {
    this.#visitor = visitor
    this.#line = place.line
  }

  leftOut(bytes: number): void {
    this.#leftOut += bytes
  }

  row(cells: readonly string[], info: Info): void {
    const passed = info.lines - this.#parserLines
    const breaks = passed === 1 ? { parser: 0, real: 0 } : lineBreaks(cells)
    const line = this.#line + passed - 1 - breaks.parser
    this.#line = line + breaks.real + 1
    this.#parserLines = info.lines
    this.#emptyLines = info.empty_lines
    this.#bytes = info.bytes
    this.#visitor.row(cells, line)
  }

  skip(error: CsvError): void {
    const empty = Number(error.empty_lines) - this.#emptyLines
    const line = this.#line + empty
    const several = Number(error.lines) - this.#parserLines - empty > 1
    if (line !== this.#brokenLine) {
      const reason = several
        ? 'A quotation mark is opened in this row and not closed.'
        : 'A quotation mark stands inside a value without being doubled.'
      this.#visitor.broken(line, reason, 'The row was left out.')
    }
    this.#brokenLine = line
    // This one ends with its line, so that the rows after it are safe.
    if (error.code === ('INVALID_OPENING_QUOTE' as string) && !several) return
    throw new Restart({ bytes: this.#leftOut + this.#bytes, lines: empty + 1, line: line + 1 })
  }
}

/** Line breaks inside cells, as csv-parse counts them and as they are. */
function lineBreaks(cells: readonly string[]): { parser: number; real: number } {
  const all = cells.filter((cell) => /[\r\n]/.test(cell)).join('\0')
  return { parser: all.match(/[\r\n]/g)?.length ?? 0, real: all.match(/\r\n|\r|\n/g)?.length ?? 0 }
}
