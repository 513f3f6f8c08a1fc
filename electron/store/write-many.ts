import type { Database } from './database.ts'
import { createSlices } from './slices.ts'

/** Rows between two looks at the clock. */
const rowsOfLook = 50

/** Writes many items as bulk, in transactions that end, and let other work have its turn, before the event loop has waited long. */
export async function writeMany<T>(
  database: Database,
  items: Iterable<T> | AsyncIterable<T>,
  write: (item: T) => void,
): Promise<void> {
  // Waiting for every single item of a list that is there already would cost as much as a third of writing it.
  if (Symbol.iterator in items) return writeList(database, items[Symbol.iterator](), write)
  let batch: T[] = []
  for await (const item of items) {
    if (batch.push(item) < rowsOfLook * 5) continue
    await writeList(database, batch.values(), write)
    batch = []
  }
  await writeList(database, batch.values(), write)
}

async function writeList<T>(database: Database, items: Iterator<T>, write: (item: T) => void): Promise<void> {
  const slices = createSlices()
  let next = items.next()
  while (!next.done) {
    database.bulk(() => {
      for (let count = 0; !next.done && (count % rowsOfLook > 0 || !slices.due() || count === 0); count++) {
        write(next.value)
        next = items.next()
      }
    })
    await slices.rest()
  }
}

/** Deletes what earlier generations, and reads that a crash cut short, have left behind. */
export async function forgetOthers(
  database: Database,
  table: 'people' | 'problems' | 'accounts' | 'people_since' | 'people_gone',
  generation: number,
): Promise<void> {
  const slices = createSlices()
  const some = database.prepare(
    `DELETE FROM ${table} WHERE (generation, id) IN (SELECT generation, id FROM ${table} WHERE generation < ? LIMIT 250)`,
  )
  while (database.bulk(() => some.run(generation)).changes > 0) if (slices.due()) await slices.rest()
}
