import { MusterError } from '../../shared/errors.ts'
import { type PeopleRule, peopleRuleSchema } from '../../shared/model/person-query.ts'
import { checked, jsonOrNull, number, type Row, text } from './cell.ts'
import type { Database } from './database.ts'
import { createSlices } from './slices.ts'
import { writeMany } from './write-many.ts'

/** A saved selection as it is remembered. */
export interface KeptSelection {
  readonly id: number
  readonly name: string
  /** Null for a list of people. */
  readonly rule: PeopleRule | null
  readonly savedAt: number
}

/** One of a list, with the name they had when they were ticked: it is all that is left of somebody who is gone. */
export interface ListedInSelection {
  readonly id: number
  readonly name: string
}

/** The saved selections of a connection. */
export interface Selections {
  all(): KeptSelection[]
  /** @throws MusterError `selection-not-found` */
  get(id: number): KeptSelection
  /** The people of a list; none for a rule. Read in slices, since a list may be of everybody. */
  people(id: number): Promise<ListedInSelection[]>
  /** Saves under a new name. @throws MusterError `selection-name-taken` */
  add(name: string, rule: PeopleRule | null, people: readonly ListedInSelection[], at: number): Promise<number>
  /** @throws MusterError `selection-name-taken`, `selection-not-found` */
  rename(id: number, name: string): void
  /** Puts another content in the place of what was saved. @throws MusterError `selection-not-found` */
  replace(id: number, rule: PeopleRule | null, people: readonly ListedInSelection[], at: number): Promise<void>
  remove(id: number): Promise<void>
}

/** Names that are the same for the admin. */
const nameKey = (name: string): string => name.normalize('NFC').toLowerCase()

/** The saved selections of a connection's database. */
export function createSelections(database: Database): Selections {
  /** @throws MusterError when another selection has the name. */
  const mustBeFree = (name: string, except: number | null): void => {
    const taken = database.prepare('SELECT id FROM selections WHERE name_key = ?').get(nameKey(name))
    if (taken !== undefined && taken.id !== except) throw new MusterError('selection-name-taken')
  }
  const get = (id: number): KeptSelection => {
    const row = database.prepare('SELECT id, name, rule, saved_at FROM selections WHERE id = ?').get(id)
    if (row === undefined) throw new MusterError('selection-not-found')
    return selectionOf(row)
  }
  /** The list under a number of its own, which nobody reads before the selection names it: a crash leaves the list before. */
  const writeList = async (people: readonly ListedInSelection[]): Promise<number> => {
    const highest = database.prepare('SELECT max(list) AS list FROM selection_people').get()
    const used = database.prepare('SELECT max(list) AS list FROM selections').get()
    const list = Math.max(Number(highest?.list ?? 0), Number(used?.list ?? 0)) + 1
    const insert = database.prepare('INSERT OR IGNORE INTO selection_people (list, person, name) VALUES (?, ?, ?)')
    await writeMany(database, people, ({ id, name }) => {
      insert.run(list, id, name)
    })
    return list
  }
  const forgetUnnamed = async (): Promise<void> => {
    const slices = createSlices()
    const some = database.prepare(
      'DELETE FROM selection_people WHERE (list, person) IN (SELECT list, person FROM selection_people WHERE list NOT IN (SELECT list FROM selections) LIMIT 250)',
    )
    while (database.bulk(() => some.run()).changes > 0) if (slices.due()) await slices.rest()
  }
  /** One list is read, written or forgotten at a time: each takes the next number, and one that has no name yet must stay. */
  let writing: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = writing.then(work)
    writing = mine.catch(() => {})
    return mine
  }

  const readPeople = async (id: number): Promise<ListedInSelection[]> => {
    const slices = createSlices()
    const people: ListedInSelection[] = []
    const read = database.prepare(
      'SELECT person, name FROM selection_people WHERE list = (SELECT list FROM selections WHERE id = ?) AND person > ? ORDER BY person LIMIT 500',
    )
    for (let last = 0; ; ) {
      const some = read.all(id, last)
      for (const row of some) {
        last = number(row.person)
        people.push({ id: last, name: text(row.name) })
      }
      if (some.length === 0) return people
      if (slices.due()) await slices.rest()
    }
  }

  return {
    all: () => database.prepare('SELECT id, name, rule, saved_at FROM selections').all().map(selectionOf),
    get,
    people: (id) => alone(() => readPeople(id)),
    add: (name, rule, people, at) =>
      alone(async () => {
        mustBeFree(name, null)
        const list = await writeList(people)
        // While the list was written, another may have taken the name.
        mustBeFree(name, null)
        const insert = database.prepare(
          'INSERT INTO selections (name, name_key, rule, list, saved_at) VALUES (?, ?, ?, ?, ?)',
        )
        return database.transaction(() =>
          Number(insert.run(name, nameKey(name), written(rule), list, at).lastInsertRowid),
        )
      }),
    rename: (id, name) => {
      get(id)
      mustBeFree(name, id)
      const update = database.prepare('UPDATE selections SET name = ?, name_key = ? WHERE id = ?')
      database.transaction(() => update.run(name, nameKey(name), id))
    },
    replace: (id, rule, people, at) =>
      alone(async () => {
        get(id)
        const list = await writeList(people)
        const update = database.prepare('UPDATE selections SET rule = ?, list = ?, saved_at = ? WHERE id = ?')
        database.transaction(() => update.run(written(rule), list, at, id))
        await forgetUnnamed()
      }),
    remove: (id) =>
      alone(async () => {
        database.transaction(() => database.prepare('DELETE FROM selections WHERE id = ?').run(id))
        await forgetUnnamed()
      }),
  }
}

const written = (rule: PeopleRule | null): string | null => (rule === null ? null : JSON.stringify(rule))

function selectionOf({ id, name, rule, saved_at: savedAt }: Row): KeptSelection {
  const kept = jsonOrNull(rule)
  return {
    id: number(id),
    name: text(name),
    rule: kept === null ? null : checked(peopleRuleSchema, kept),
    savedAt: number(savedAt),
  }
}
