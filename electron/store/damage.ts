import { closeSync, existsSync, openSync, readSync, renameSync } from 'node:fs'
import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'

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

/** SQLite's result codes for a file that can't be had just now: PERM, BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN. */
const unavailableCodes = [3, 5, 6, 8, 10, 13, 14]
/** How the system names the same. */
const systemCodes = ['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO', 'EISDIR', 'ENOTDIR']

/**
 * What a failure of SQLite, or of the system below it, means for the admin: `database-unavailable` for a folder or disk that does
 * not let it be used, `database-unreadable` for all else that SQLite says, which is damage that comes to light in use: what Muster
 * asks is asked of the tables that it made itself. What is not SQLite's comes back as it is.
 */
export function inWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof MusterError) return error
  const { errcode, code, message }: Error & { errcode?: unknown; code?: unknown } = error
  const ofSqlite = typeof errcode === 'number' ? errcode & 0xff : null
  const ofSystem = typeof code === 'string' ? code : ''
  if (ofSqlite !== null && unavailableCodes.includes(ofSqlite)) {
    return new MusterError('database-unavailable', { detail: message, cause: error })
  }
  // The system's own text names the whole path; its code says as much.
  if (systemCodes.includes(ofSystem)) return new MusterError('database-unavailable', { detail: ofSystem, cause: error })
  return ofSqlite === null ? error : new MusterError('database-unreadable', { detail: message, cause: error })
}

/** What every database of SQLite begins with (its file format, section 1.3). */
const beginning = Buffer.from('SQLite format 3\0')

/**
 * Refuses a file that SQLite would take for an empty database, and so empty it silently: one without a byte, or with too few.
 * @throws MusterError `database-damaged`
 */
export function refuseCutOff(path: string): void {
  const read = Buffer.alloc(beginning.length)
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, read)
    if (length === read.length && read.equals(beginning)) return
    const detail = length === 0 ? t('The file is empty.') : t('The file does not begin as a database does.')
    throw new MusterError('database-damaged', { detail })
  } finally {
    closeSync(file)
  }
}

/** Renames a damaged database, its WAL with it, so that it can be looked into and a new one can be begun. */
export function setAside(path: string, cause: Error): SetAside {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, '')
  let target = `${path}.damaged-${stamp}`
  for (let n = 2; existsSync(target); n++) target = `${path}.damaged-${stamp}-${n}`
  for (const suffix of ['', '-wal', '-shm', '-journal'])
    if (existsSync(path + suffix)) renameSync(path + suffix, target + suffix)
  const reason = (cause instanceof MusterError ? cause.detail : null) ?? cause.message
  return { path: target, reason, error: new MusterError('database-damaged', { detail: reason, cause }) }
}
