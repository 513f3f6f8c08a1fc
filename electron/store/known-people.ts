import { number, text } from './cell.ts'
import type { Database } from './database.ts'
import { createFirstSeen } from './first-seen.ts'
import { createInserter } from './inserter.ts'
import { createSlices } from './slices.ts'

/** The ids of everybody who was ever read, in memory for as long as people are being stored. */
export interface KnownPeople {
  /**
   * The id of the person with that key; a new one is made, and written down, for a key that was never seen. Each is given
   * once: null for a key that comes again.
   */
  take(key: string): number | null
  /** Writes down what has not been yet of the ids that were made. */
  end(): void
}

/**
 * Reads who is known. Looking each key up in an index on disk costs more than all of this: keys come in no order, so each
 * would touch a page of its own.
 */
export async function readKnownPeople(database: Database): Promise<KnownPeople> {
  const slices = createSlices()
  /** By id. */
  const keys: string[] = ['']
  const ids = createFirstSeen((id) => keys[id] ?? '')
  const some = database.prepare('SELECT id, key FROM person_ids WHERE id > ? ORDER BY id LIMIT 500')
  let last = 0
  for (;;) {
    const rows = some.all(last)
    for (const row of rows) {
      last = number(row.id)
      const key = text(row.key)
      keys[last] = key
      ids.at(key, last)
    }
    if (rows.length === 0) break
    if (slices.due()) await slices.rest()
  }
  const before = last
  const taken = new Uint8Array(before + 1)
  const insert = createInserter(database, 'person_ids (id, key)', '(?, ?)')
  return {
    take: (key) => {
      const id = ids.at(key, last + 1)
      if (id > last) {
        keys[id] = key
        insert.add(id, key)
        last = id
        return id
      }
      // Made for somebody of this read, or given already.
      if (id > before || taken[id] === 1) return null
      taken[id] = 1
      return id
    },
    end: insert.end,
  }
}
