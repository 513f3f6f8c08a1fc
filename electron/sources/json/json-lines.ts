import { MusterError } from '../../../shared/errors.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import { t } from '../../../shared/words/text.ts'
import type { ReadFormat } from '../file-format.ts'
import { lineWords } from '../line-words.ts'
import { type LineTaker, readLines } from '../lines.ts'
import type { BrokenRow } from '../row-visitor.ts'
import { createTitles } from '../titles.ts'
import { flatten } from './flatten.ts'
import { parseRecord } from './parse-record.ts'

/** Reads JSON Lines: an object a line. Walked through twice, as readJson does. */
export const readJsonLines: ReadFormat = async (bytes, { encoding }, visitor, signal) => {
  const titles = createTitles()
  const first: { line: number; broken: BrokenRow | null } = { line: 0, broken: null }
  const seeing = taking(
    (record, line) => {
      titles.see(flatten(record).keys())
      first.line ||= line
    },
    (row) => {
      first.broken ??= row
    },
    () => false,
  )
  await readLines(bytes, encoding, seeing, signal)
  const { broken } = first
  if (titles.list().length === 0 && broken !== null)
    throw new MusterError('file-format', { where: lineWords(broken.line), detail: broken.reason })
  if (titles.list().length === 0) throw new MusterError('file-empty')
  visitor.titles(titles.list(), first.line)
  const telling = taking(
    (record, line) => visitor.row(titles.cells(flatten(record)), line),
    (row) => visitor.broken(row),
    () => visitor.enough(),
  )
  const read = await readLines(bytes, encoding, telling, signal)
  return { ...read, delimiter: null, quote: null, sheet: null, sheets: [] }
}

function taking(
  record: (value: JsonObject, line: number) => void,
  broken: (row: BrokenRow) => void,
  enough: () => boolean,
): LineTaker {
  return {
    line: (text, line) => {
      if (text.trim() === '') return
      const parsed = parseRecord(text, line)
      if ('value' in parsed) record(parsed.value, line)
      else broken(parsed.broken)
    },
    tooLong: (line) =>
      broken({ line, column: null, reason: t('The line is longer than 8 MB.'), effect: t('The entry was left out.') }),
    enough,
  }
}
