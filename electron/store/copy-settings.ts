import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { inWords } from './damage.ts'
import type { Database } from './database.ts'

/**
 * What a connection's database keeps of its settings, by the names of {@link file://./kept.ts}; all else there was read from
 * somewhere or done.
 */
const settingNames = ['mapping', 'mapping-draft', 'group-rules', 'capability-overrides', 'source-settings'] as const

/**
 * Takes the settings over that the database at a path keeps; it may be open elsewhere, and nothing of it is changed.
 * @throws MusterError `database-unreadable`, `database-unavailable`
 */
export function copySettings(from: string, to: Database): void {
  // A connection that was never opened has none.
  if (!existsSync(from)) return
  let original: DatabaseSync | null = null
  try {
    original = new DatabaseSync(from, { readOnly: true })
    const read = original.prepare('SELECT value FROM kept WHERE name = ?')
    const write = to.prepare('INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)')
    for (const name of settingNames) {
      const value = read.get(name)?.value
      if (value !== undefined) write.run(name, value)
    }
  } catch (error) {
    throw inWords(error)
  } finally {
    original?.close()
  }
}
