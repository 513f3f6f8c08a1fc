import { CsvScanner } from './csv-scanner.ts'
import { recogniseDialect } from './dialect.ts'
import { createTranscoder } from './encoding.ts'
import { headText, type ReadFormat } from './file-format.ts'

/** Reads a table of delimited values: CSV, TSV and their kin. */
export const readCsv: ReadFormat = async (bytes, reading, visitor, signal) => {
  const dialect = recogniseDialect(headText(bytes.head, reading.encoding), reading)
  const transcoder = createTranscoder(bytes.head, reading.encoding)
  const scanner = new CsvScanner(dialect, visitor)
  for await (const chunk of bytes.chunks()) {
    signal?.throwIfAborted()
    scanner.write(transcoder.write(chunk))
    if (scanner.ended || visitor.enough()) break
  }
  scanner.end(transcoder.end())
  const { delimiter, quote } = dialect
  return { encoding: transcoder.encoding(), damaged: transcoder.damaged(), delimiter, quote, sheet: null, sheets: [] }
}
