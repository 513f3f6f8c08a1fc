import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import type { ReadFormat } from './file-format.ts'
import { LdifEntries, type LdifTaker } from './ldif-entries.ts'
import { lineWords } from './line-words.ts'
import { type LineTaker, readLines } from './lines.ts'
import type { Cell } from './row-visitor.ts'
import { createTitles } from './titles.ts'

/** Secrets of a directory that no list of people needs. */
const secrets = /^(?:userpassword|unicodepwd|sambantpassword|sambalmpassword|krbprincipalkey|authpassword)$/i

/**
 * Reads the entries of a directory from an LDIF file (RFC 2849): ldifde, ldapsearch, slapcat. Walked through twice: what the
 * columns are is known only when every entry has been seen.
 */
export const readLdif: ReadFormat = async (bytes, { encoding }, visitor, signal) => {
  const titles = createTitles()
  let line = 0
  const seeing = new LdifEntries({
    entry: (entry) => {
      line ||= entry.line
      titles.see([...entry.values.keys()].filter((name) => !secrets.test(name)))
    },
    broken: () => {},
  })
  await readLines(bytes, encoding, linesInto(seeing, { broken: () => {}, enough: () => false }), signal)
  seeing.end()
  const names = titles.list()
  if (names.length === 0)
    throw new MusterError('file-format', { where: lineWords(1), detail: t('No entry of a directory is in it.') })
  visitor.titles(names, line)
  const broken: LdifTaker['broken'] = (at, attribute, reason, effect) => {
    const column = attribute === null ? -1 : names.indexOf(attribute)
    const partly = column === -1 ? {} : ({ partly: true } as const)
    visitor.broken({ line: at, column: column === -1 ? null : column, reason, effect, ...partly })
  }
  const telling = new LdifEntries({
    entry: (entry) => visitor.row(titles.cells(cellsOf(entry.values)), entry.line),
    broken,
  })
  const read = await readLines(bytes, encoding, linesInto(telling, { broken, enough: () => visitor.enough() }), signal)
  telling.end()
  return { ...read, delimiter: null, quote: null, sheet: null, sheets: [] }
}

/** A list only where there is more than one value. */
const cellsOf = (values: ReadonlyMap<string, string[]>): ReadonlyMap<string, Cell> =>
  new Map([...values].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? '') : list]))

const linesInto = (
  entries: LdifEntries,
  { broken, enough }: Pick<LdifTaker, 'broken'> & Pick<LineTaker, 'enough'>,
): LineTaker => ({
  line: (text, line) => entries.line(text, line),
  tooLong: (line) => broken(line, null, t('The line is longer than 8 MB.'), t('The line was left out.')),
  enough,
})
