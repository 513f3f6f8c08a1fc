import { closeSync, openSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import type { Log } from '../ports.ts'
import { migrations } from './migrations.ts'

/**
 * Brings a database to the newest version, each step in a transaction of its own and after a copy of the file was made
 * beside it (`….before-v2.db`), so that a step gone wrong costs nothing.
 * @param steps the steps to take; the product's own unless a test brings others.
 * @throws MusterError `database-newer`
 */
export function migrate(sql: DatabaseSync, path: string, log: Log, steps: readonly string[] = migrations): void {
  const version = Number(sql.prepare('PRAGMA user_version').get()?.user_version)
  if (version > steps.length) {
    throw new MusterError('database-newer', {
      detail: t('It has version {version}; this Muster knows up to {known}.', {
        version: String(version),
        known: String(steps.length),
      }),
    })
  }
  for (const [index, step] of steps.entries()) {
    if (index < version) continue
    // A database that was only just made has nothing to lose.
    if (version > 0 && path !== ':memory:') backUp(sql, `${path}.before-v${index + 1}.db`)
    sql.exec('BEGIN IMMEDIATE')
    try {
      sql.exec(step)
      // A pragma takes no parameters; index is our own number.
      sql.exec(`PRAGMA user_version = ${index + 1}`)
      sql.exec('COMMIT')
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK')
      throw error
    }
    if (version > 0) log.info('The database was brought to a newer version', { version: index + 1 })
  }
}

function backUp(sql: DatabaseSync, path: string): void {
  rmSync(path, { force: true })
  // VACUUM INTO fills an empty file; made by us, it never exists with wider rights.
  closeSync(openSync(path, 'wx', 0o600))
  sql.prepare('VACUUM INTO ?').run(path)
}
