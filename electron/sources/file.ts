import { MusterError } from '../../shared/errors.ts'
import type { Person } from '../../shared/model/person.ts'
import type { FileSummary } from '../../shared/model/source.ts'
import { createSlices } from '../store/slices.ts'
import { type Bytes, openBytes } from './bytes.ts'
import { shownColumns } from './columns.ts'
import { recogniseDialect } from './dialect.ts'
import { createTranscoder } from './encoding.ts'
import type { FirstSeen } from './first-seen.ts'
import { createProblems } from './problems.ts'
import { readRecords } from './records.ts'
import { createRows } from './rows.ts'
import type { PeopleRead, ReadOptions, Source } from './source.ts'

/** Bytes; a text beyond this does not fit into one of Node’s strings. */
const largest = 500_000_000

/** A file of people as a source. @param path absolute path of the file. */
export const fileSource = (path: string): Source => ({ read: (options) => readPeopleFile(path, options) })

/**
 * Reads people from a CSV file: the Entra portal’s export, Get-ADUser and csvde, or any table whose titles are known.
 * Encoding, delimiter and columns are recognised. A row with a problem is listed; the good ones stay usable.
 * @throws MusterError `file-unreadable`, `file-empty`, `file-format`, `file-columns`; the signal’s reason.
 */
export async function readPeopleFile(
  from: string | Uint8Array,
  options: ReadOptions = {},
): Promise<PeopleRead<FileSummary>> {
  const { signal, onProgress } = options
  signal?.throwIfAborted()
  const bytes = await openBytes(from, onProgress)
  refuseOtherFiles(bytes)
  const dialect = recogniseDialect(headText(bytes.head))
  const problems = createProblems()
  const rows = createRows(problems)
  const { encoding, damaged } = await readRecords(bytes, dialect, rows, signal)
  const { columns, examples, people, named, rows: count } = rows.result()
  await nameManagers(people, named, signal)
  if (damaged) {
    const effect = 'They read as �; the rows where one is used are listed.'
    problems.add({ line: null, column: null, severity: 'warning', reason: `Some bytes are not ${encoding}.`, effect })
  }
  const list = problems.list()
  return {
    summary: {
      kind: 'file',
      name: bytes.name,
      product: columns.product,
      encoding: encoding === 'ASCII' ? 'UTF-8' : encoding,
      delimiter: dialect.delimiter,
      columns: shownColumns(columns, examples),
      rows: count,
      people: people.length,
      problems: list.length,
      readAt: Date.now(),
    },
    people,
    problems: list,
  }
}

/** First bytes of files that admins take for tables, and what to say. */
const others: readonly (readonly [begins: string, detail: string])[] = [
  ['PK\x03\x04', 'It is an Excel workbook or another compressed file.'],
  ['\xd0\xcf\x11\xe0', 'It is an Excel workbook of the old kind.'],
  ['\x1f\x8b', 'It is a compressed file.'],
  ['%PDF', 'It is a PDF.'],
]

function refuseOtherFiles({ head, name, size }: Bytes): void {
  const where = name === '' ? {} : { where: name }
  if (size === 0) throw new MusterError('file-empty', where)
  if (size > largest) throw new MusterError('file-format', { ...where, detail: 'It is larger than 500 MB.' })
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 4_000)).toString('latin1')
  const other = others.find(([begins]) => text.startsWith(begins))
  if (other) throw new MusterError('file-format', { ...where, detail: other[1] })
  const decoded = headText(head.subarray(0, 4_000))
  if (decoded.includes('\0')) throw new MusterError('file-format', { ...where, detail: 'It is not a text file.' })
  if (head.length === size && decoded.length < 4_000 && decoded.trim() === '')
    throw new MusterError('file-empty', where)
}

function headText(head: Uint8Array): string {
  const transcoder = createTranscoder(head)
  return transcoder.write(head).toString('utf8')
}

/** Active Directory names a manager by distinguished name; where that person is in the file, their key says it to all. */
async function nameManagers(people: readonly Person[], named: FirstSeen, signal?: AbortSignal): Promise<void> {
  const slices = createSlices()
  for (const { attributes } of people) {
    if (attributes.manager === undefined) continue
    const manager = people[named.find(attributes.manager.toLowerCase()) ?? -1]
    if (manager) attributes.manager = manager.key
    if (!slices.due()) continue
    await slices.rest()
    signal?.throwIfAborted()
  }
}
