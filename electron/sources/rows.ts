import { MusterError } from '../../shared/errors.ts'
import type { Person } from '../../shared/model/person.ts'
import { isBlank } from './cell.ts'
import { type Columns, recogniseColumns } from './columns.ts'
import { createFirstSeen, type FirstSeen } from './first-seen.ts'
import { type CheckIdentity, createIdentityCheck } from './namesakes.ts'
import { createPersonReader, type ReadPerson } from './person-row.ts'
import type { Problems } from './problems.ts'
import type { RowVisitor } from './records.ts'

/** What the rows of a file came to. */
export interface Table {
  readonly columns: Columns
  /** The first value of each column. */
  readonly examples: readonly (string | null)[]
  /** How many rows there are behind the header, usable or not. */
  readonly rows: number
  readonly people: Person[]
  /** Position in `people` by distinguished name in lower case. */
  readonly named: FirstSeen
}

/** Takes the rows of a file, the header first. */
export interface Rows extends RowVisitor {
  /** @throws MusterError `file-empty` when there was no row but the header. */
  result(): Table
}

/** What is known once the header has been read. */
interface Started {
  readonly columns: Columns
  readonly read: ReadPerson
  readonly check: CheckIdentity
}

/** No row yet. */
export function createRows(problems: Problems): Rows {
  let started: Started | null = null
  let rows = 0
  const people: Person[] = []
  const named = createFirstSeen()
  const examples: (string | null)[] = []
  /** Columns that no example was found for yet. */
  let bare: number[] = []

  const start = (header: readonly string[], line: number): Started => {
    const columns = recogniseColumns(header, line)
    for (const problem of columns.problems) problems.add(problem)
    bare = columns.titles.map((_, index) => index)
    for (const index of bare) examples[index] = null
    return { columns, read: createPersonReader(columns, problems), check: createIdentityCheck(columns, problems) }
  }
  const collectExamples = (cells: readonly string[]): void => {
    if (bare.every((index) => isBlank(cells[index] ?? ''))) return
    for (const index of bare) examples[index] = cells[index]?.trim() || null
    bare = bare.filter((index) => examples[index] === null)
  }

  return {
    row: (cells, line) => {
      if (cells.every(isBlank)) return
      if (started === null) {
        started = start(cells, line)
        return
      }
      rows++
      const { columns, read, check } = started
      const unfit = unfitReason(cells, columns)
      if (unfit !== null) {
        problems.add({ line, column: null, ...unfit, effect: 'The row was left out.' })
        return
      }
      if (bare.length > 0) collectExamples(cells)
      const row = read(cells, line)
      if (row === null) return
      if (row.distinguishedName !== '') named.at(row.distinguishedName, people.length)
      people.push(row.person)
      check(row.person.attributes, line)
    },
    broken: (line, reason, effect) => {
      if (started === null) throw new MusterError('file-format', { where: `line ${line}`, detail: reason })
      rows++
      problems.add({ line, column: null, severity: 'error', reason, effect })
    },
    result: () => {
      if (started === null) throw new MusterError('file-empty')
      if (rows === 0)
        throw new MusterError('file-empty', { detail: 'It holds the titles of the columns, but no people.' })
      return { columns: started.columns, examples, rows, people, named }
    },
  }
}

/** Why a row does not fit under its header; null when it does, or when what is too much is empty. */
function unfitReason(cells: readonly string[], { titles, places }: Columns) {
  const wanted = titles.length
  const count = cells.length
  if (count > wanted && !cells.slice(wanted).every(isBlank)) {
    const reason = `The row has ${count} values for ${wanted} columns; a value may hold the delimiter without quotation marks around it.`
    return { severity: 'error', reason } as const
  }
  if (count < wanted) {
    const reason = `The row has only ${count} of ${wanted} values; a line break may have cut it.`
    return { severity: 'error', reason } as const
  }
  const userName = places.get('userName') ?? -1
  // One cell first: comparing all of them for every row would take longer than reading them.
  if (cells[userName]?.trim() !== titles[userName]) return null
  const again = titles.every((title, index) => (cells[index]?.trim() || title) === title)
  return again ? ({ severity: 'warning', reason: 'The header stands here once more.' } as const) : null
}
