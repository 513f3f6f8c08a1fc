import type { Person } from '../../shared/model/person.ts'
import type { Problem, SourceSummary } from '../../shared/model/source.ts'
import { json, number } from './cell.ts'
import type { Database } from './database.ts'
import { keptValue } from './kept.ts'
import { createSince, type SinceLastRead } from './since.ts'
import { spreadOf } from './spread.ts'
import { forgetOthers, writeMany } from './write-many.ts'

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

/** How a person is written down: without the names of the parts, which are the same a hundred thousand times. */
type Written = [key: string, line: number | null, active: 0 | 1, attributes: Person['attributes'], groups?: string[]]

/** The roster of a connection's database. */
export function createRoster(database: Database): Roster {
  const current = keptValue<{ generation: number; summary: SourceSummary }>(database, 'source')
  const pending = keptValue<number>(database, 'source-pending')
  let generation = current.get()?.generation ?? 0
  const since = createSince(
    database,
    () => generation,
    (stored) => personOf(json<Written>(stored)),
  )

  const idOf = (key: string): number => {
    const known = database.prepare('SELECT id FROM person_ids WHERE key = ?').get(key)
    if (known !== undefined) return number(known.id)
    return Number(database.prepare('INSERT INTO person_ids (key) VALUES (?)').run(key).lastInsertRowid)
  }

  return {
    summary: () => current.get()?.summary ?? null,
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
        .map((row) => ({ id: number(row.id), person: personOf(json<Written>(row.person)) })),
    get: (id) => {
      const row = database.prepare('SELECT person FROM people WHERE generation = ? AND id = ?').get(generation, id)
      return row === undefined ? null : personOf(json<Written>(row.person))
    },
    many: (ids) => {
      if (ids.length === 0) return new Map()
      const { where, parameters } = spreadOf(ids)
      const rows = database
        .prepare(`SELECT id, person FROM people WHERE generation = ? AND id ${where}`)
        .all(generation, ...parameters)
      return new Map(rows.map((row) => [number(row.id), personOf(json<Written>(row.person))]))
    },
    replace: async (summary, people, problems) => {
      const next = Math.max(generation, pending.get() ?? 0) + 1
      pending.set(next)
      const insert = database.prepare('INSERT INTO people (generation, id, person) VALUES (?, ?, ?)')
      const seen = new Set<number>()
      await writeMany(database, people, (person) => {
        let id = idOf(person.key)
        // Two people of one read with the same key are told apart by their line; both are shown, as duplicates.
        for (let n = 2; seen.has(id); n++) id = idOf(`${person.key}\n${person.line ?? ''}\n${n}`)
        seen.add(id)
        const written: Written = [person.key, person.line, person.active ? 1 : 0, person.attributes]
        if (person.groups !== undefined) written.push(person.groups)
        insert.run(next, id, JSON.stringify(written))
      })
      const insertProblem = database.prepare('INSERT INTO problems (generation, id, problem) VALUES (?, ?, ?)')
      let position = 0
      await writeMany(database, problems, (problem) => {
        insertProblem.run(next, ++position, JSON.stringify(problem))
      })
      await since.compare(generation, next)
      current.set({ generation: next, summary: { ...summary, people: seen.size, problems: problems.length } })
      generation = next
      for (const table of ['people', 'problems'] as const) await forgetOthers(database, table, next)
      await since.forgetOthers(next)
    },
    since,
  }
}

function personOf([key, line, active, attributes, groups]: Written): Person {
  return { key, line, active: active === 1, attributes, ...(groups === undefined ? {} : { groups }) }
}
