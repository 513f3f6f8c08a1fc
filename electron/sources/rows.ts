import { MusterError } from '../../shared/errors.ts'
import type { FileReading, Problem } from '../../shared/model/source.ts'
import type { KeptAttribute } from '../../shared/model/source-read.ts'
import { t } from '../../shared/words/text.ts'
import { WrittenPeople } from '../store/written-people.ts'
import { isBlank } from './cell.ts'
import { type Columns, doubledTitles, placeOf, recogniseColumns, requireSignInName } from './columns.ts'
import { createKeptFilled, type KeptFilled } from './filled.ts'
import { lineWords } from './line-words.ts'
import { createManagers, type Managers } from './managers.ts'
import { type CheckIdentity, createIdentityCheck } from './namesakes.ts'
import { createPersonReader, type ReadPerson } from './person-row.ts'
import type { Problems } from './problems.ts'
import type { BrokenRow, Cell, RowVisitor } from './row-visitor.ts'

/** What the rows of a file came to. */
export interface Table {
  readonly columns: Columns
  /** The first value of each column. */
  readonly examples: readonly (string | null)[]
  /** How many rows there are behind the header, usable or not. */
  readonly rows: number
  readonly people: WrittenPeople
  /** They have to be settled before the people are complete. */
  readonly managers: Managers
  /** The columns that are kept as they are, with how many people have something in each. */
  readonly kept: readonly KeptAttribute[]
}

/** How rows are taken. */
export interface RowsOptions extends Pick<FileReading, 'header'> {
  /** What the admin has made of some columns. */
  readonly chosen: FileReading['columns']
  /** What lines are called, and how rows fit: a workbook leaves out what is empty at their end. */
  readonly lines: Columns['lines']
  /** Only the columns are wanted: whether people can be read is left open, and a few rows are enough. */
  readonly look: boolean
}

/** Takes the rows of a file. */
export interface Rows extends RowVisitor {
  /** @throws MusterError `file-empty` when there was no row but the header, `file-columns` when none is for a sign-in name. */
  result(): Table
}

/** What is known once the header has been read. */
interface Started {
  readonly columns: Columns
  readonly read: ReadPerson
  readonly check: CheckIdentity
  readonly filled: KeptFilled
  /** The columns are named by the format, so that each row fits. */
  readonly fits: boolean
}

/** How far down a header is looked for: some reports have a title, a date and an empty line in front of it. */
const headerLooked = 20
/** Rows that show what a file holds. */
const enoughToLook = 200

/** No row yet. */
export function createRows(problems: Problems, { header, chosen, lines, look }: RowsOptions): Rows {
  let started: Started | null = null
  let rows = 0
  /** Rows that may be the header or stand above it. */
  let waiting: { cells: readonly Cell[]; line: number }[] = []
  const people = new WrittenPeople()
  const managers = createManagers(people)
  const examples: (string | null)[] = []
  /** Columns that no example was found for yet. */
  let bare: number[] = []

  const start = (titles: readonly string[], line: number, fits: boolean): Started => {
    const columns = recogniseColumns(titles, line, chosen, lines)
    if (!look) requireSignInName(columns)
    for (const problem of doubledTitles(columns)) problems.add(problem)
    bare = columns.titles.map((_, index) => index)
    for (const index of bare) examples[index] = null
    started = {
      columns,
      read: createPersonReader(columns, problems),
      check: createIdentityCheck(columns, problems, (position) => people.at(position)),
      filled: createKeptFilled(columns.kept.map((index) => columns.titles[index] ?? '')),
      fits,
    }
    return started
  }
  const collectExamples = (cells: readonly Cell[]): void => {
    if (bare.every((index) => isEmpty(cells[index] ?? ''))) return
    for (const index of bare) examples[index] = textOf(cells[index] ?? '').trim() || null
    bare = bare.filter((index) => examples[index] === null)
  }
  const take = ({ columns, read, check, filled, fits }: Started, cells: readonly Cell[], line: number): void => {
    rows++
    const unfit = fits ? null : unfitOf(cells, columns, line)
    if (unfit !== null) problems.add(unfit.problem)
    if (unfit?.leftOut) return
    if (bare.length > 0) collectExamples(cells)
    const row = read(cells, line)
    if (row === null) return
    const { person, distinguishedName } = row
    managers.see(person, distinguishedName)
    check(person.attributes, people.add(person), line)
    if (person.more !== undefined) filled.add(person)
  }
  /** Takes the first row that waits as the header, or the one at `at`; those in front of it are no part of the table. */
  const settle = (at: number): void => {
    const [first, ...rest] = waiting.slice(at)
    waiting = []
    if (first === undefined) return
    const begun = start(first.cells.map(textOf), first.line, false)
    for (const { cells, line } of rest) take(begun, cells, line)
  }
  const lookForHeader = (cells: readonly Cell[], line: number): void => {
    if (header === 0) {
      const begun = start(
        cells.map(() => ''),
        0,
        false,
      )
      take(begun, cells, line)
      return
    }
    if (header !== null && line < header) return
    waiting.push({ cells, line })
    const telling = recogniseColumns(cells.map(textOf), line, chosen, lines).places.has('userName')
    if (header !== null || telling) settle(waiting.length - 1)
    else if (waiting.length === headerLooked) settle(0)
  }

  return {
    titles: (names, line) => void start(names, line, true),
    row: (cells, line) => {
      if (cells.every(isEmpty)) return
      if (started === null) lookForHeader(cells, line)
      else take(started, cells, line)
    },
    broken: (row) => {
      if (started === null && waiting.length === 0 && header !== 0 && (header === null || row.line >= header))
        throw new MusterError('file-format', { where: whereOf(row), detail: row.reason })
      if (!row.partly) rows++
      problems.add(brokenProblem(row, started?.columns ?? null))
    },
    enough: () => look && rows >= enoughToLook,
    result: () => {
      settle(0)
      if (started === null) throw new MusterError('file-empty')
      if (rows === 0 && !look)
        throw new MusterError('file-empty', {
          where: lineWords(started.columns.line),
          detail: t('It holds the titles of the columns, but no people.'),
        })
      return { columns: started.columns, examples, rows, people, managers, kept: started.filled.list() }
    },
  }
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.join('; '))
const isEmpty = (cell: Cell): boolean => (typeof cell === 'string' ? isBlank(cell) : cell.every(isBlank))

function brokenProblem({ line, column, reason, effect, partly }: BrokenRow, columns: Columns | null): Problem {
  const place = columns === null ? { line, column: null } : placeOf(columns, line, column)
  return { ...place, severity: partly ? 'warning' : 'error', reason, effect }
}

const whereOf = ({ line, column }: BrokenRow): string =>
  column === null
    ? lineWords(line)
    : t('line {line}, column {column}', { line: String(line), column: String(column + 1) })

/** A row that does not fit under its header. */
interface Unfit {
  readonly problem: Problem
  /** Nobody is read from it. */
  readonly leftOut: boolean
}

const leftOut = (problem: Omit<Problem, 'effect'>): Unfit => ({
  problem: { ...problem, effect: t('The row was left out.') },
  leftOut: true,
})

/** How a row does not fit under its header; null when it does, or when what is too much is empty. */
function unfitOf(cells: readonly Cell[], columns: Columns, line: number): Unfit | null {
  const { titles, places, lines } = columns
  const wanted = titles.length
  const count = cells.length
  const surplus = cells.findIndex((cell, index) => index >= wanted && !isEmpty(cell))
  if (surplus !== -1 && lines === 'Rows') {
    const reason = t('A value stands where no column has a title.')
    const effect = t('It is not used.')
    return { problem: { ...placeOf(columns, line, surplus), severity: 'warning', reason, effect }, leftOut: false }
  }
  if (surplus !== -1) {
    const reason = t(
      'The row has {count} values for {wanted} columns; a value may hold the delimiter without quotation marks around it.',
      { count: String(count), wanted: String(wanted) },
    )
    return leftOut({ ...placeOf(columns, line, wanted), severity: 'error', reason })
  }
  if (count < wanted && lines === 'Lines') {
    const reason = t('The row has only {count} of {wanted} values; a line break may have cut it.', {
      count: String(count),
      wanted: String(wanted),
    })
    return leftOut({ ...placeOf(columns, line, count), severity: 'error', reason })
  }
  const userName = places.get('userName') ?? -1
  // One cell first: comparing all of them for every row would take longer than reading them.
  const cell = cells[userName]
  if (typeof cell !== 'string' || cell.trim() !== titles[userName]) return null
  const again = titles.every((title, index) => (textOf(cells[index] ?? '').trim() || title) === title)
  const reason = t('The header stands here once more.')
  return again ? leftOut({ line, column: null, severity: 'warning', reason }) : null
}
