import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import type { Log } from '../ports.ts'
import { inWords, isDamage, refuseCutOff, type SetAside, setAside } from './damage.ts'
import { migrate } from './migrate.ts'

/** One connection's database. All repositories of a connection share one. */
export interface Database {
  /** Where it is; `:memory:` in tests. */
  readonly path: string
  /** Where a damaged file went that was found in its place; null when all was well. */
  readonly damaged: SetAside | null
  /** A prepared statement; prepared once for each text. */
  prepare(sql: string): StatementSync
  /** Runs `work` as one transaction, or as part of the one under way. When it returns, its effects survive a power cut. */
  transaction<T>(work: () => T): T
  /** The same, but durable only from the next `transaction` on: for bulk that counts for nothing until it is flipped in. */
  bulk<T>(work: () => T): T
  /** Marks the file as closed in order and closes it. */
  close(): void
}

/**
 * WAL with synchronous=FULL: every commit is fsynced into the WAL before it returns, so a transaction that has returned
 * survives a crash of the process, of the system, and a power cut. NORMAL would keep the file sound but could lose the
 * last commits at a power cut, and with them the intent of a request that has left. What FULL costs is one fsync a
 * commit; the journal commits in groups, so that is not the bottleneck. Bulk (a new generation of people or accounts, the
 * changes of a plan) is written under NORMAL: it counts for nothing until a later FULL commit flips it in, and that
 * commit's fsync carries the whole WAL with it.
 * Pages of 8 kB hold several resources each. A checkpoint every 4 MB of WAL: one of 16 MB keeps everything else waiting two to
 * three times as long, for no less time in all.
 * fullfsync asks macOS to empty the drive's own cache too; it does nothing elsewhere.
 */
const settings = `
  PRAGMA page_size = 8192;
  PRAGMA journal_mode = WAL;
  PRAGMA wal_autocheckpoint = 500;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA checkpoint_fullfsync = ON;
  PRAGMA busy_timeout = 5000;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -8000;
`

/**
 * Opens a connection's database, creates it where there is none, and brings it to the newest version. Only the user may
 * read it: file mode 0600, in a folder of mode 0700. A damaged file is set aside and a new one begun; `damaged` tells. A
 * file that can't be had, or is of a newer Muster, is left as it is.
 * @throws MusterError `database-newer`, `database-unavailable`
 */
export function openDatabase(path: string, { log }: { log: Log }): Database {
  if (path === ':memory:') return wrap(path, prepared(path, log), log, null)
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return openOrSetAside(path, log)
  } catch (error) {
    throw inWords(error)
  }
}

function openOrSetAside(path: string, log: Log): Database {
  try {
    return wrap(path, prepared(path, log), log, null)
  } catch (error) {
    if (!isDamage(error)) throw error
    const damaged = setAside(path, error)
    log.error('The database was damaged and has been set aside', { path: damaged.path, reason: damaged.reason })
    return wrap(path, prepared(path, log), log, damaged)
  }
}

function prepared(path: string, log: Log): DatabaseSync {
  if (path !== ':memory:') {
    // Created by us and not by SQLite, so that it never exists with wider rights; -wal and -shm take after it.
    if (existsSync(path)) refuseCutOff(path)
    else closeSync(openSync(path, 'a', 0o600))
    chmodSync(path, 0o600)
  }
  const sql = new DatabaseSync(path)
  try {
    sql.exec(settings)
    migrate(sql, path, log)
    checkAfterUncleanEnd(sql, log)
    return sql
  } catch (error) {
    sql.close()
    throw error
  }
}

/** A full check reads the whole file, so it is made only where the last use did not end with `close`. */
function checkAfterUncleanEnd(sql: DatabaseSync, log: Log): void {
  if (!wasClosed(sql)) {
    const found = sql.prepare('PRAGMA quick_check(1)').get()?.quick_check
    if (found !== undefined && found !== 'ok') throw new MusterError('database-damaged', { detail: String(found) })
    refuseOtherTables(sql, log)
  }
  sql.exec("INSERT OR REPLACE INTO kept (name, value) VALUES ('closed', 'no')")
}

/** Whether the last use ended in order; where even that can't be read, it counts as one that did not. */
function wasClosed(sql: DatabaseSync): boolean {
  try {
    return sql.prepare("SELECT value FROM kept WHERE name = 'closed'").get()?.value === 'yes'
  } catch {
    return false
  }
}

const tablesOf = (sql: DatabaseSync): string =>
  JSON.stringify(sql.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name").all())

/** A name of a table or a column that was damaged is sound for SQLite. @throws MusterError `database-damaged` */
function refuseOtherTables(sql: DatabaseSync, log: Log): void {
  const made = new DatabaseSync(':memory:')
  try {
    made.exec(settings)
    migrate(made, ':memory:', log)
    if (tablesOf(sql) !== tablesOf(made))
      throw new MusterError('database-damaged', { detail: t('Its tables are not those that Muster makes.') })
  } finally {
    made.close()
  }
}

/** Lets what a statement throws be said in Muster's words, by wrapping the three ways in which it is used. */
function guard(statement: StatementSync, inWordsOf: (error: unknown) => unknown): void {
  for (const way of ['all', 'get', 'run'] as const) {
    const plain = statement[way] as (...parameters: SQLInputValue[]) => unknown
    // No function is made for a call: a file of people makes hundreds of thousands.
    const value = (...parameters: SQLInputValue[]) => {
      try {
        return plain.apply(statement, parameters)
      } catch (error) {
        throw inWordsOf(error)
      }
    }
    Object.defineProperty(statement, way, { value })
  }
}

function wrap(path: string, sql: DatabaseSync, log: Log, damaged: SetAside | null): Database {
  const statements = new Map<string, StatementSync>()
  let inside = false
  /** Damage that came to light while the database was in use: the next start has to look at all of it. */
  let doubtful = false
  const noted = (error: unknown): unknown => {
    const said = inWords(error)
    doubtful ||= said instanceof MusterError && said.code === 'database-unreadable'
    return said
  }
  const saying = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw noted(error)
    }
  }
  const transaction = <T>(work: () => T): T => {
    if (inside) return work()
    saying(() => sql.exec('BEGIN IMMEDIATE'))
    inside = true
    try {
      const result = work()
      saying(() => sql.exec('COMMIT'))
      return result
    } catch (error) {
      // A full disk may have rolled it back already.
      if (sql.isTransaction) sql.exec('ROLLBACK')
      throw error
    } finally {
      inside = false
    }
  }
  return {
    path,
    damaged,
    prepare: (text) => {
      const known = statements.get(text)
      if (known !== undefined) return known
      const statement = saying(() => sql.prepare(text))
      guard(statement, noted)
      statements.set(text, statement)
      return statement
    },
    transaction,
    bulk: (work) => {
      if (inside) return work()
      sql.exec('PRAGMA synchronous = NORMAL')
      try {
        return transaction(work)
      } finally {
        sql.exec('PRAGMA synchronous = FULL')
      }
    },
    close: () => {
      if (!sql.isOpen) return
      try {
        if (!doubtful) sql.exec("INSERT OR REPLACE INTO kept (name, value) VALUES ('closed', 'yes')")
      } catch (error) {
        // Without the mark, the next start looks at the whole file.
        log.warn('The database could not be closed in order', { reason: String(error) })
      } finally {
        sql.close()
      }
    },
  }
}
