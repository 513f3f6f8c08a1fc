import {
  type FileFacts,
  type FileFormat,
  type FileReading,
  type FileSummary,
  recognised,
} from '../../shared/model/source.ts'
import { t } from '../../shared/words/text.ts'
import type { WrittenPeople } from '../store/written-people.ts'
import { type Bytes, openBytes } from './bytes.ts'
import { shownColumns } from './columns.ts'
import { refuseCompound } from './compound-file.ts'
import { readCsv } from './csv.ts'
import { type FormatFacts, type ReadFormat, recogniseFormat } from './file-format.ts'
import { readJson } from './json/json.ts'
import { readJsonLines } from './json/json-lines.ts'
import { readLdif } from './ldif.ts'
import { createProblems, type Problems } from './problems.ts'
import { createRows, type Table } from './rows.ts'
import type { PeopleRead, ReadOptions, Source } from './source.ts'

/** A file of people as a source. @param path absolute path of the file. @param reading what the admin has said of it. */
export const fileSource = (path: string, reading: FileReading = recognised): Source => ({
  read: (options) => readPeopleFile(path, { ...options, reading }),
})

/** The reader of each format. All tell rows; what a row means is said once, in rows.ts. */
const readers: Readonly<Record<FileFormat, ReadFormat>> = {
  csv: readCsv,
  // Loaded with the first workbook: its libraries would take their time at every start.
  xlsx: async (...given) => (await import('./xlsx/xlsx.ts')).readXlsx(...given),
  json: readJson,
  'json-lines': readJsonLines,
  ldif: readLdif,
}

/** {@link ReadOptions}, and what the admin has said of the file. */
export interface ReadFileOptions extends ReadOptions {
  readonly reading?: FileReading
}

/**
 * Reads people from a file: CSV, XLSX, JSON, JSON Lines or LDIF. How it is written and what its columns are is recognised,
 * where the admin has not said so. A row with a problem is listed; the good ones stay usable.
 * @throws MusterError `file-unreadable`, `file-empty`, `file-format`, `file-columns`; the signal’s reason.
 */
export async function readPeopleFile(
  from: string | Uint8Array,
  options: ReadFileOptions = {},
): Promise<PeopleRead<FileSummary, WrittenPeople>> {
  const { signal, onProgress, reading = recognised } = options
  signal?.throwIfAborted()
  const bytes = await openBytes(from, onProgress)
  const problems = createProblems()
  const { format, facts, table } = await readTable(bytes, reading, problems, false, signal)
  const { people, managers, kept } = table
  await managers.settle(signal)
  if (facts.damaged) {
    const reason = t('Some bytes are not {encoding}.', { encoding: facts.encoding ?? '' })
    const effect = t('They read as �; the rows where one is used are listed.')
    problems.add({ line: null, column: null, severity: 'warning', reason, effect })
  }
  const list = problems.list()
  return {
    summary: {
      kind: 'file',
      ...fileFacts(bytes, reading, format, facts, table),
      rows: table.rows,
      more: [...kept],
      people: people.length,
      problems: list.length,
      readAt: Date.now(),
      modifiedAt: bytes.modifiedAt,
    },
    people,
    problems: list,
  }
}

/**
 * Tells what a file would be taken for, by its first rows, whether or not people can be read from it that way.
 * @throws MusterError `file-unreadable`, `file-empty`, `file-format`.
 */
export async function lookAtFile(from: string | Uint8Array, reading: FileReading = recognised): Promise<FileFacts> {
  const bytes = await openBytes(from)
  const { format, facts, table } = await readTable(bytes, reading, createProblems(), true)
  return fileFacts(bytes, reading, format, facts, table)
}

async function readTable(
  bytes: Bytes,
  reading: FileReading,
  problems: Problems,
  look: boolean,
  signal?: AbortSignal,
): Promise<{ format: FileFormat; facts: FormatFacts; table: Table }> {
  const format = recogniseFormat(bytes)
  if (format === 'compound') return refuseCompound(bytes)
  const lines = format === 'xlsx' ? 'Rows' : 'Lines'
  const rows = createRows(problems, { header: reading.header, chosen: reading.columns, lines, look })
  const facts = await readers[format](bytes, reading, rows, signal)
  return { format, facts, table: rows.result() }
}

function fileFacts(
  { name }: Bytes,
  reading: FileReading,
  format: FileFormat,
  { encoding, delimiter, quote, sheet, sheets }: FormatFacts,
  { columns, examples }: Table,
): FileFacts {
  const hasHeader = format === 'csv' || format === 'xlsx'
  const header = hasHeader ? columns.line : null
  const { product } = columns
  const shown = shownColumns(columns, examples)
  return { name, format, product, encoding, delimiter, quote, header, sheet, sheets, columns: shown, reading }
}
