import type { GonePerson, Person, PersonAttribute, SinceCounts } from '../../shared/model/person.ts'
import { number, text, textOrNull } from './cell.ts'
import type { Database } from './database.ts'
import { createSlices } from './slices.ts'
import { forgetOthers } from './write-many.ts'
import { readPerson } from './written-person.ts'

/** How somebody stands to the reading before the last. */
export type Since = 'new' | 'changed'

/** A stored reading of the people, and the attributes in the order they were written in (written-person.ts). */
export interface StoredReading {
  /** 0 before the first reading. */
  readonly generation: number
  readonly attributes: readonly PersonAttribute[] | null
}

/** What the last reading of the people changed against the one before it. */
export interface SinceLastRead {
  /** Null while there was only one reading. */
  counts(): SinceCounts
  /** Those who are new or changed, in order of id, from the one after `after`, at most `limit`. */
  after(after: number, limit: number): { id: number; since: Since }[]
  gone(offset: number, limit: number): { total: number; rows: GonePerson[] }
  /** Compares people who are stored, and not current yet, with those who are. */
  compare(before: StoredReading, after: StoredReading): Promise<void>
  /** Forgets what was found for other generations. */
  forgetOthers(generation: number): Promise<void>
}

/** Ids compared in one transaction. */
const stretch = 250

/**
 * What changed between readings, in tables of its own beside the people. Like them it carries a generation and counts for
 * nothing until that is current.
 * @param generation the current one, 0 before the first reading.
 */
export function createSince(database: Database, generation: () => number): SinceLastRead {
  const count = (sql: string, of: number): number => number(database.prepare(sql).get(of)?.total)

  return {
    counts: () => {
      const of = generation()
      const compared = database.prepare("SELECT 1 FROM people_since WHERE generation = ? AND since = 'first'").get(of)
      if (of === 0 || compared !== undefined) return null
      return {
        new: count("SELECT count(*) AS total FROM people_since WHERE generation = ? AND since = 'new'", of),
        changed: count("SELECT count(*) AS total FROM people_since WHERE generation = ? AND since = 'changed'", of),
        gone: count('SELECT count(*) AS total FROM people_gone WHERE generation = ?', of),
      }
    },
    after: (after, limit) =>
      database
        .prepare('SELECT id, since FROM people_since WHERE generation = ? AND id > ? AND id > 0 ORDER BY id LIMIT ?')
        .all(generation(), after, limit)
        .map((row) => ({ id: number(row.id), since: text(row.since) === 'new' ? 'new' : 'changed' })),
    gone: (offset, limit) => ({
      total: count('SELECT count(*) AS total FROM people_gone WHERE generation = ?', generation()),
      rows: database
        .prepare('SELECT id, name, user_name FROM people_gone WHERE generation = ? ORDER BY name, id LIMIT ? OFFSET ?')
        .all(generation(), limit, offset)
        .map((row) => ({ id: number(row.id), name: text(row.name), userName: textOrNull(row.user_name) })),
    }),
    compare: async ({ generation: before, attributes: written }, { generation: after, attributes }) => {
      const note = database.prepare('INSERT INTO people_since (generation, id, since) VALUES (?, ?, ?)')
      if (before === 0) {
        // Nobody is new to somebody who reads for the first time. No person has the id 0.
        database.bulk(() => note.run(after, 0, 'first'))
        return
      }
      const leave = database.prepare('INSERT INTO people_gone (generation, id, name, user_name) VALUES (?, ?, ?, ?)')
      const both = database.prepare(
        `SELECT now.id, now.person, old.person AS old FROM people AS now
         LEFT JOIN people AS old ON old.generation = ? AND old.id = now.id
         WHERE now.generation = ? AND now.id > ? ORDER BY now.id LIMIT ?`,
      )
      const missing = database.prepare(
        `SELECT old.id, old.person AS old, now.id AS there FROM people AS old
         LEFT JOIN people AS now ON now.generation = ? AND now.id = old.id
         WHERE old.generation = ? AND old.id > ? ORDER BY old.id LIMIT ?`,
      )
      // The same text means the same only where it is written the same way.
      const alike = String(written) === String(attributes)
      // What the version that read before could not read is nobody’s change.
      const unknown = written === null ? [] : (attributes ?? []).filter((name) => !written.includes(name))
      await eachStretch(database, (last) => {
        const rows = both.all(before, after, last, stretch)
        for (const row of rows) {
          if (alike && row.old === row.person) continue
          if (row.old === null) note.run(after, number(row.id), 'new')
          else if (!isSame(readPerson(row.old, written), readPerson(row.person, attributes), unknown))
            note.run(after, number(row.id), 'changed')
        }
        return rows.at(-1)?.id
      })
      await eachStretch(database, (last) => {
        const rows = missing.all(after, before, last, stretch)
        for (const row of rows) {
          if (row.there !== null) continue
          const person = readPerson(row.old, written)
          leave.run(after, number(row.id), nameOf(person), person.attributes.userName ?? null)
        }
        return rows.at(-1)?.id
      })
    },
    forgetOthers: async (current) => {
      await forgetOthers(database, 'people_since', current)
      await forgetOthers(database, 'people_gone', current)
    },
  }
}

/** Walks a table by id in short transactions; `work` gives the last id of its stretch, nothing at the end. */
async function eachStretch(database: Database, work: (last: number) => unknown): Promise<void> {
  const slices = createSlices()
  for (let last = 0; ; ) {
    const next = database.bulk(() => work(last))
    if (typeof next !== 'number') return
    last = next
    if (slices.due()) await slices.rest()
  }
}

/** Whether a person is the same as before, wherever in the file they stand now, and in whatever order their attributes came. */
function isSame(one: Person, other: Person, unknown: readonly PersonAttribute[]): boolean {
  if (one.active !== other.active) return false
  if (!hasSame(one.attributes, other.attributes, unknown) || !hasSame(one.more ?? {}, other.more ?? {})) return false
  const groups = new Set(one.groups)
  return groups.size === new Set(other.groups).size && (other.groups ?? []).every((group) => groups.has(group))
}

type Texts = Readonly<Record<string, string>>

function hasSame(one: Texts, other: Texts, apart: readonly string[] = []): boolean {
  const names = Object.keys(other).filter((name) => !apart.includes(name))
  return names.length === Object.keys(one).length && names.every((name) => one[name] === other[name])
}

function nameOf({ key, attributes }: Person): string {
  const { displayName, givenName, familyName, userName } = attributes
  return displayName ?? ([givenName, familyName].filter(Boolean).join(' ') || userName || key)
}
