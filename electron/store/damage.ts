import { existsSync, renameSync } from 'node:fs'
import { MusterError } from '../../shared/errors.ts'

/** A damaged database that was moved out of the way. */
export interface SetAside {
  /** Where it is now. */
  readonly path: string
  /** What was wrong with it, in SQLite's words. */
  readonly reason: string
  /** For the admin: `database-damaged`. */
  readonly error: MusterError
}

/** SQLite's result codes for a file that is not sound: SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT; the low byte counts. */
const damageCodes = [11, 26, 24]

/** Whether an error says that the database file is damaged, as opposed to locked, unreadable or newer. */
export function isDamage(error: unknown): error is Error {
  if (error instanceof MusterError) return error.code === 'database-damaged'
  if (!(error instanceof Error) || !('errcode' in error)) return false
  return typeof error.errcode === 'number' && damageCodes.includes(error.errcode & 0xff)
}

/** Renames a damaged database, its WAL with it, so that it can be looked into and a new one can be begun. */
export function setAside(path: string, cause: Error): SetAside {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, '')
  let target = `${path}.damaged-${stamp}`
  for (let n = 2; existsSync(target); n++) target = `${path}.damaged-${stamp}-${n}`
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(path + suffix)) renameSync(path + suffix, target + suffix)
  const reason = (cause instanceof MusterError ? cause.detail : null) ?? cause.message
  return { path: target, reason, error: new MusterError('database-damaged', { detail: reason, cause }) }
}
