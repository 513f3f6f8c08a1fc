import type { SQLOutputValue } from 'node:sqlite'
import type { Person, PersonAttribute } from '../../shared/model/person.ts'
import { type Problem, type SourceSummary, sourceSummarySchema } from '../../shared/model/source.ts'
import { checked, json, number } from './cell.ts'
import type { Database } from './database.ts'
import { createInserter } from './inserter.ts'
import { keptValue } from './kept.ts'
import { readKnownPeople } from './known-people.ts'
import { createSince, type SinceLastRead } from './since.ts'
import { spreadOf } from './spread.ts'
import { forgetOthers, writeMany } from './write-many.ts'
import { WrittenPeople } from './written-people.ts'
import { readPerson, writePerson, writtenAttributes } from './written-person.ts'

/** A person with the id that stays the same across reads. */
interface RosterEntry {
  readonly id: number
  readonly person: Person
}

/** The people that were read last. */
export interface Roster {
  summary(): SourceSummary | null
  problems(offset: number, limit: number): { total: number; rows: Problem[] }
  /** Everybody in order of id, from the one after `after`, at most `limit`. */
  after(after: number, limit: number): RosterEntry[]
  get(id: number): Person | null
  /** Several people by id, in one go; others may be among them. */
  many(ids: readonly number[]): Map<number, Person>
  /** Makes what was read current once all of it is stored; until then, and after a crash, the one before stays. */
  replace(
    summary: SourceSummary,
    people: Iterable<Person> | AsyncIterable<Person>,
    problems: readonly Problem[],
  ): Promise<void>
  /** What the last reading changed against the one before it. */
  readonly since: SinceLastRead
}

/** What is current, and how its people are written; the first databases do not say. */
interface Current {
  readonly generation: number
  readonly summary: unknown
  readonly attributes?: readonly PersonAttribute[]
}

/** The roster of a connection's database. */
export function createRoster(database: Database): Roster {
  const current = keptValue<Current>(database, 'source')
  const pending = keptValue<number>(database, 'source-pending')
  const { generation: first = 0, attributes: names = null } = current.get() ?? {}
  let generation = first
  let attributes = names
  const since = createSince(database, () => generation)
  /** The replacing under way: two at once would give the same new person two ids. */
  let replacing: Promise<void> = Promise.resolve()

  const personOf = (cell: SQLOutputValue | undefined): Person => readPerson(cell, attributes)

  const replaceBy: Roster['replace'] = async (summary, people, problems) => {
    const next = Math.max(generation, pending.get() ?? 0) + 1
    pending.set(next)
    const known = await readKnownPeople(database)
    // What comes as bytes is text all the same.
    const insert = createInserter(database, 'people (generation, id, person)', '(?, ?, CAST(? AS TEXT))')
    let count = 0
    const add = (key: string, line: () => number | null, written: string | Buffer): void => {
      let id = known.take(key)
      // Two people of one read with the same key are told apart by their line; both are shown, as duplicates.
      for (let n = 2; id === null; n++) id = known.take(`${key}\n${line() ?? ''}\n${n}`)
      count++
      insert.add(next, id, written)
    }
    if (people instanceof WrittenPeople) {
      await writeMany(database, people.entries(), ({ key, written }) => add(key, () => people.at(count).line, written))
    } else {
      await writeMany(database, people, (person) => add(person.key, () => person.line, writePerson(person)))
    }
    database.bulk(() => {
      known.end()
      insert.end()
    })
    const insertProblem = database.prepare('INSERT INTO problems (generation, id, problem) VALUES (?, ?, ?)')
    let position = 0
    await writeMany(database, problems, (problem) => {
      insertProblem.run(next, ++position, JSON.stringify(problem))
    })
    await since.compare({ generation, attributes }, { generation: next, attributes: writtenAttributes })
    const counted = { ...summary, people: count, problems: problems.length }
    current.set({ generation: next, summary: counted, attributes: writtenAttributes })
    generation = next
    attributes = writtenAttributes
    for (const table of ['people', 'problems'] as const) await forgetOthers(database, table, next)
    await since.forgetOthers(next)
  }

  return {
    summary: () => {
      const kept = current.get()
      // An earlier version kept less of it.
      return kept && checked(sourceSummarySchema, kept.summary)
    },
    problems: (offset, limit) => {
      const counted = database.prepare('SELECT count(*) AS total FROM problems WHERE generation = ?').get(generation)
      const rows = database
        .prepare('SELECT problem FROM problems WHERE generation = ? ORDER BY id LIMIT ? OFFSET ?')
        .all(generation, limit, offset)
      return { total: number(counted?.total), rows: rows.map((row) => json<Problem>(row.problem)) }
    },
    after: (after, limit) =>
      database
        .prepare('SELECT id, person FROM people WHERE generation = ? AND id > ? ORDER BY id LIMIT ?')
        .all(generation, after, limit)
        .map((row) => ({ id: number(row.id), person: personOf(row.person) })),
    get: (id) => {
      const row = database.prepare('SELECT person FROM people WHERE generation = ? AND id = ?').get(generation, id)
      return row === undefined ? null : personOf(row.person)
    },
    many: (ids) => {
      if (ids.length === 0) return new Map()
      const { where, parameters } = spreadOf(ids)
      const rows = database
        .prepare(`SELECT id, person FROM people WHERE generation = ? AND id ${where}`)
        .all(generation, ...parameters)
      return new Map(rows.map((row) => [number(row.id), personOf(row.person)]))
    },
    replace: (...read) => {
      const mine = replacing.then(() => replaceBy(...read))
      replacing = mine.catch(() => {})
      return mine
    },
    since,
  }
}
