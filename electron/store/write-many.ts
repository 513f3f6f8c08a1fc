import type { Database } from './database.ts'
import { createSlices } from './slices.ts'

const rowsOfTransaction = 250

/** Writes many items as bulk, in transactions that end before the event loop has waited long. */
export async function writeMany<T>(
  database: Database,
  items: Iterable<T> | AsyncIterable<T>,
  write: (item: T) => void,
): Promise<void> {
  const slices = createSlices()
  let batch: T[] = []
  const flush = async (): Promise<void> => {
    const ready = batch
    batch = []
    database.bulk(() => {
      for (const item of ready) write(item)
    })
    if (slices.due()) await slices.rest()
  }
  const take = (item: T): boolean => batch.push(item) >= rowsOfTransaction
  // Waiting for every single item of a list that is there already would cost as much as a third of writing it.
  if (Symbol.iterator in items) {
    for (const item of items) if (take(item)) await flush()
  } else {
    for await (const item of items) if (take(item)) await flush()
  }
  if (batch.length > 0) await flush()
}

/** Deletes what earlier generations, and reads that a crash cut short, have left behind. */
export async function forgetOthers(
  database: Database,
  table: 'people' | 'problems' | 'accounts',
  generation: number,
): Promise<void> {
  const slices = createSlices()
  const some = database.prepare(
    `DELETE FROM ${table} WHERE (generation, id) IN (SELECT generation, id FROM ${table} WHERE generation < ? LIMIT 250)`,
  )
  while (database.bulk(() => some.run(generation)).changes > 0) if (slices.due()) await slices.rest()
}
