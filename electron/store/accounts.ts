import { readPath } from '../../shared/scim/path.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import { json, number, type Row, text, textOrNull } from './cell.ts'
import type { Database } from './database.ts'
import { keptValue } from './kept.ts'
import { spreadOf } from './spread.ts'
import { forgetOthers } from './write-many.ts'

/** What lists and matching need of an account, without its whole resource. */
export interface AccountLine {
  /** Number of the row; stays the same until the accounts are read anew. */
  readonly row: number
  readonly id: string
  readonly userName: string
  readonly externalId: string | null
  readonly name: string
  readonly email: string | null
  readonly active: boolean
}

/** An account as it was last seen. */
interface StoredAccount {
  readonly resource: ScimUser
  /** Unix milliseconds. */
  readonly readAt: number
}

/** The last complete walk over the service's list. */
interface AccountsRead {
  readonly readAt: number
  /** False when the service showed only part of its accounts. */
  readonly complete: boolean
  /** How many there were. */
  readonly total: number
  readonly active: number
}

/** A walk over the service's list under way. */
interface AccountsReading {
  /** Stores a page. An account that was seen more recently than `readAt` (by a run) stays as it is. */
  page(users: readonly ScimUser[], readAt: number): void
  /** Makes what was read current, and deletes the rest bit by bit. */
  finish(read: AccountsRead): Promise<void>
}

/** The accounts of the service as they were read last, kept up to date by every run. */
export interface Accounts {
  lastRead(): AccountsRead | null
  begin(): AccountsReading
  /** Stores accounts as they are now known to be: after a run's change, a lookup, a verification. */
  put(users: readonly ScimUser[], readAt: number): void
  /** Forgets an account that the service no longer has. */
  remove(id: string): void
  get(id: string): StoredAccount | null
  /** The same as JSON text: a plan keeps it as before-image without writing it anew. */
  text(id: string): { text: string; readAt: number } | null
  /** Several resources as JSON text, by row, in one go; others may be among them. */
  texts(rows: readonly number[]): Map<number, { text: string; readAt: number }>
  line(id: string): AccountLine | null
  /** Everybody in the order they came, from the row after `after`, at most `limit`. */
  linesAfter(after: number, limit: number): AccountLine[]
}

/** The accounts of a connection's database. */
export function createAccounts(database: Database): Accounts {
  const current = keptValue<AccountsRead & { generation: number }>(database, 'accounts')
  let generation = current.get()?.generation ?? 0
  let pending: number | null = null
  /** Accounts removed while the list is being read: a page from before that must not bring them back. */
  const removed = new Set<string>()
  const begun = keptValue<number>(database, 'accounts-pending')

  const write = (into: number, user: ScimUser, readAt: number): void => {
    const { id, userName, externalId, name, email, active } = columnsOf(user)
    database
      .prepare(
        `INSERT INTO accounts (generation, id, user_name, external_id, name, email, active, read_at, resource)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (generation, id) DO UPDATE SET user_name = excluded.user_name, external_id = excluded.external_id,
           name = excluded.name, email = excluded.email, active = excluded.active, read_at = excluded.read_at,
           resource = excluded.resource WHERE excluded.read_at >= accounts.read_at`,
      )
      .run(into, id, userName, externalId, name, email, active ? 1 : 0, readAt, JSON.stringify(user))
  }

  const textOf = (id: string): { text: string; readAt: number } | null => {
    const row = database
      .prepare('SELECT resource, read_at FROM accounts WHERE generation = ? AND id = ?')
      .get(generation, id)
    return row === undefined ? null : { text: text(row.resource), readAt: number(row.read_at) }
  }

  return {
    lastRead: () => {
      const read = current.get()
      if (read === null) return null
      const { readAt, complete, total, active } = read
      return { readAt, complete, total, active }
    },
    begin: () => {
      const next = Math.max(generation, begun.get() ?? 0) + 1
      begun.set(next)
      pending = next
      removed.clear()
      return {
        page: (users, readAt) => {
          database.bulk(() => {
            for (const user of users) if (!removed.has(user.id)) write(next, user, readAt)
          })
        },
        finish: async (read) => {
          current.set({ ...read, generation: next })
          generation = next
          if (pending === next) pending = null
          await forgetOthers(database, 'accounts', next)
        },
      }
    },
    put: (users, readAt) => {
      database.transaction(() => {
        for (const user of users) {
          removed.delete(user.id)
          write(generation, user, readAt)
          if (pending !== null) write(pending, user, readAt)
        }
      })
    },
    remove: (id) => {
      if (pending !== null) removed.add(id)
      database.prepare('DELETE FROM accounts WHERE id = ?').run(id)
    },
    get: (id) => {
      const found = textOf(id)
      return found === null ? null : { resource: json<ScimUser>(found.text), readAt: found.readAt }
    },
    text: textOf,
    texts: (rows) => {
      if (rows.length === 0) return new Map()
      const { where, parameters } = spreadOf(rows)
      const found = database.prepare(`SELECT n, resource, read_at FROM accounts WHERE n ${where}`).all(...parameters)
      return new Map(found.map((row) => [number(row.n), { text: text(row.resource), readAt: number(row.read_at) }]))
    },
    line: (id) => {
      const row = database
        .prepare(`SELECT ${lineColumns} FROM accounts WHERE generation = ? AND id = ?`)
        .get(generation, id)
      return row === undefined ? null : lineFrom(row)
    },
    // NOT INDEXED: by the index on generation, SQLite would sort all rows for each stretch of them.
    linesAfter: (after, limit) =>
      database
        .prepare(`SELECT ${lineColumns} FROM accounts NOT INDEXED WHERE generation = ? AND n > ? ORDER BY n LIMIT ?`)
        .all(generation, after, limit)
        .map(lineFrom),
  }
}

const lineColumns = 'n, id, user_name, external_id, name, email, active'

function lineFrom(row: Row): AccountLine {
  const userName = text(row.user_name)
  const email = textOrNull(row.email)
  return {
    row: number(row.n),
    id: text(row.id),
    userName,
    externalId: textOrNull(row.external_id),
    name: text(row.name),
    // Most addresses are the sign-in name over again; one text instead of two, a hundred thousand times.
    email: email === userName ? userName : email,
    active: row.active === 1,
  }
}

/** What lists and matching need of an account. The name is the first there is: displayName, name.formatted, given and family name, the sign-in name. */
function columnsOf(user: ScimUser): Omit<AccountLine, 'row'> {
  const say = (path: string): string | null => {
    const value = readPath(user, path)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const given = [say('name.givenName'), say('name.familyName')].filter((part) => part !== null).join(' ')
  return {
    id: user.id,
    userName: user.userName,
    externalId: say('externalId'),
    name: (say('displayName') ?? say('name.formatted') ?? given) || user.userName,
    email: say('emails[type eq "work"].value') ?? say('emails.value'),
    active: user.active,
  }
}
