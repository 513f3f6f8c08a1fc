import { extname } from 'node:path'
import { MusterError } from '../../shared/errors.ts'
import type { FileEncoding, FileFacts, FileFormat, FileReading } from '../../shared/model/source.ts'
import { type Message, msg, t, textOf } from '../../shared/words/text.ts'
import type { Bytes } from './bytes.ts'
import { createTranscoder } from './encoding.ts'
import type { RowVisitor } from './row-visitor.ts'

/** What a reader found out about the file on the way. Parts that its format does not have are null. */
export interface FormatFacts extends Pick<FileFacts, 'delimiter' | 'quote' | 'sheet' | 'sheets'> {
  readonly encoding: FileEncoding | null
  /** Some bytes did not belong to the encoding. */
  readonly damaged: boolean
}

/**
 * Reads the rows of a file in one format, and tells them to the visitor.
 * @throws MusterError `file-format` or `file-empty` with the place; `file-unreadable`; the signal’s reason.
 */
export type ReadFormat = (
  bytes: Bytes,
  reading: FileReading,
  visitor: RowVisitor,
  signal?: AbortSignal,
) => Promise<FormatFacts>

/** Bytes; nobody’s list of people is larger. */
const largest = 500_000_000

/** First bytes of files that admins take for lists of people, and what to say. */
const others: readonly (readonly [begins: string, detail: Message])[] = [
  ['\x1f\x8b', msg('It is a compressed file; unpack it first.')],
  ['%PDF', msg('It is a PDF.')],
  ['{\\rtf', msg('It is a text document.')],
  ['<', msg('It is a web page or an XML document.')],
]

/**
 * Tells how a file is written, by its first bytes and only then by its name.
 * @throws MusterError `file-empty`, or `file-format` for what is no list of people at all.
 */
export function recogniseFormat({ head, name, size }: Bytes): FileFormat | 'compound' {
  const where = name === '' ? {} : { where: name }
  if (size === 0) throw new MusterError('file-empty', where)
  if (size > largest) throw new MusterError('file-format', { ...where, detail: t('It is larger than 500 MB.') })
  const begins = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 8)).toString('latin1')
  if (begins.startsWith('PK\x03\x04')) return 'xlsx'
  if (begins.startsWith('\xd0\xcf\x11\xe0')) return 'compound'
  const text = headText(head.subarray(0, 4_000))
  const other = others.find(([each]) => begins.startsWith(each) || text.trimStart().startsWith(each))
  if (other) throw new MusterError('file-format', { ...where, detail: textOf(other[1]) })
  if (text.includes('\0')) {
    const before = text.slice(0, text.indexOf('\0')).split('\n')
    throw new MusterError('file-format', {
      ...where,
      detail: t('It is not a text file: a byte of zero stands at line {line}, character {character}.', {
        line: String(before.length),
        character: String((before.at(-1) ?? '').length + 1),
      }),
    })
  }
  if (head.length === size && text.length < 4_000 && text.trim() === '') throw new MusterError('file-empty', where)
  return formatOfText(headText(head), extname(name).toLowerCase())
}

function formatOfText(head: string, extension: string): FileFormat {
  const text = head.trimStart()
  if (extension === '.jsonl' || extension === '.ndjson') return 'json-lines'
  if (text.startsWith('[')) return 'json'
  if (text.startsWith('{')) return isLines(text) ? 'json-lines' : 'json'
  // A table may have a first column `dn` too, but no colon behind it.
  if (extension === '.ldif' || /^(?:(?:#[^\n]*|version: *1\s*|)\r?\n)*dn::? *\S/i.test(text)) return 'ldif'
  return 'csv'
}

/** Whether each line is an object of its own: the first is one, and another begins after it. */
function isLines(text: string): boolean {
  const [first = '', next] = text.split('\n').filter((line) => line.trim() !== '')
  if (next === undefined || !next.trimStart().startsWith('{')) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    // A broken first line may still be one of many; a document that is written over lines does not end it with a brace.
    return first.trimEnd().endsWith('}')
  }
}

/** The text of a file’s first bytes. */
export function headText(head: Uint8Array, encoding: FileEncoding | null = null): string {
  return createTranscoder(head, encoding).write(head).toString('utf8')
}
