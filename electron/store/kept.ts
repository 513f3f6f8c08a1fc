import { jsonOrNull } from './cell.ts'
import type { Database } from './database.ts'

/** A single named value, read and written as JSON. */
export interface KeptValue<T> {
  get(): T | null
  set(value: T): void
}

/** The value of that name; null until it is set. */
export function keptValue<T>(database: Database, name: string): KeptValue<T> {
  return {
    get: () => jsonOrNull<T>(database.prepare('SELECT value FROM kept WHERE name = ?').get(name)?.value),
    set: (value) => {
      database.prepare('INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)').run(name, JSON.stringify(value))
    },
  }
}
