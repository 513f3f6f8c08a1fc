import { MusterError } from '../../../shared/errors.ts'
import type { FileReading } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import type { Bytes } from '../bytes.ts'
import { recogniseColumns } from '../columns.ts'
import { createTranscoder } from '../encoding.ts'
import type { ReadFormat } from '../file-format.ts'
import { lineWords } from '../line-words.ts'
import type { BrokenRow } from '../row-visitor.ts'
import { createTitles, type Titles } from '../titles.ts'
import { flatten } from './flatten.ts'
import { JsonSplitter, type JsonTaker } from './json-splitter.ts'
import { parseRecord } from './parse-record.ts'

/** A list of records in the document. */
interface List {
  readonly name: string
  readonly titles: Titles
  /** Line of its first record. */
  readonly line: number
  records: number
}

/**
 * Reads a JSON document: a list of objects, or an object that holds one, as the APIs of directories answer. It is walked
 * through twice: what the columns are is known only when every record has been seen.
 */
export const readJson: ReadFormat = async (bytes, reading, visitor, signal) => {
  const lists = new Map<string, List>()
  const first: { broken: BrokenRow | null } = { broken: null }
  await walk(
    bytes,
    reading,
    {
      record: ({ text, line, list: name }) => {
        const parsed = parseRecord(text, line)
        const list = lists.get(name) ?? { name, titles: createTitles(), line, records: 0 }
        lists.set(name, list)
        list.records++
        if ('value' in parsed) list.titles.see(flatten(parsed.value).keys())
        else first.broken ??= parsed.broken
      },
      broken: (row) => {
        first.broken ??= row
      },
    },
    () => false,
    signal,
  )
  const list = listOfPeople([...lists.values()], reading)
  if (list === null || list.titles.list().length === 0) throw nothingIn(first.broken)
  visitor.titles(list.titles.list(), list.line)
  const taker: JsonTaker = {
    record: ({ text, line, list: name }) => {
      if (name !== list.name) return
      const parsed = parseRecord(text, line)
      if ('value' in parsed) visitor.row(list.titles.cells(flatten(parsed.value)), line)
      else visitor.broken(parsed.broken)
    },
    broken: (row) => visitor.broken(row),
  }
  const { encoding, damaged } = await walk(bytes, reading, taker, () => visitor.enough(), signal)
  const sheets = [...lists.keys()].filter((name) => name !== '')
  return { encoding, damaged, delimiter: null, quote: null, sheet: list.name === '' ? null : list.name, sheets }
}

async function walk(
  bytes: Bytes,
  { encoding }: FileReading,
  taker: JsonTaker,
  enough: () => boolean,
  signal?: AbortSignal,
) {
  const transcoder = createTranscoder(bytes.head, encoding)
  const splitter = new JsonSplitter(taker)
  for await (const chunk of bytes.chunks()) {
    signal?.throwIfAborted()
    splitter.write(transcoder.write(chunk))
    if (splitter.ended || enough()) break
  }
  if (!enough()) {
    splitter.write(transcoder.end())
    splitter.end()
  }
  return { encoding: transcoder.encoding(), damaged: transcoder.damaged() }
}

/** Names under which APIs answer with people. */
const usual = /^(?:users|value|results|resources|people|members|employees|items|data)$/i

/** The list the admin has chosen, else the first with sign-in names, else one with a usual name, else the longest. */
function listOfPeople(lists: readonly List[], { sheet, columns }: FileReading): List | null {
  const chosen = lists.find(({ name }) => name === sheet)
  const telling = lists.find(({ titles, line }) =>
    recogniseColumns(titles.list(), line, columns).places.has('userName'),
  )
  const named = lists.find(({ name }) => usual.test(name))
  const longest = [...lists].sort((a, b) => b.records - a.records)[0]
  return chosen ?? telling ?? named ?? longest ?? null
}

function nothingIn(broken: BrokenRow | null): MusterError {
  if (broken === null) return new MusterError('file-empty', { detail: t('It holds no list of people.') })
  return new MusterError('file-format', { where: lineWords(broken.line), detail: broken.reason })
}
