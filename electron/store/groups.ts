import type { Failure } from '../../shared/errors.ts'
import { type SeenGroup, seenGroup } from '../../shared/scim/group.ts'
import type { ScimGroup } from '../../shared/scim/schemas.ts'
import { json, number, type Row, text } from './cell.ts'
import type { Database } from './database.ts'
import { keptValue } from './kept.ts'

/** A group as it was last seen. */
export interface StoredGroup extends SeenGroup {
  /** Unix milliseconds. */
  readonly readAt: number
  /** Accounts that Muster itself put into it, where the service may show only part of the members. */
  readonly added: ReadonlySet<string>
}

/** The last walk over the service's list of groups. */
export interface GroupsRead {
  /** Unix milliseconds. */
  readonly readAt: number
  /** False when the service showed only part of its groups. */
  readonly complete: boolean
  /** Folded names that were looked for beyond a list that is not complete, and certainly do not exist. */
  readonly absent: readonly string[]
  /** Why the walk did not come to its end; then all else is as it was before. */
  readonly failure: Failure | null
}

/** A walk over the list under way. */
interface GroupsReading {
  /** Stores a page. A group that was seen more recently (by a run) stays as it is. */
  page(groups: readonly ScimGroup[]): void
  /** Forgets the groups that did not come, and keeps what there is to know about the walk. */
  finish(read: Omit<GroupsRead, 'readAt'>): void
}

/** The groups of the service as they were read last, kept up to date by every run. */
export interface Groups {
  lastRead(): GroupsRead | null
  /** @param readAt when the walk began, Unix milliseconds. */
  begin(readAt: number): GroupsReading
  /** The last walk failed; what was there stays. */
  failed(failure: Failure): void
  /** Stores a group as it is now known to be. Part of the journal's transaction. */
  put(group: SeenGroup, readAt: number): void
  /** Notes who came and went by a change, for when the service does not show it. Part of the journal's transaction. */
  noteMembers(group: string, add: readonly string[], remove: readonly string[]): void
  get(id: string): StoredGroup | null
  all(): StoredGroup[]
}

const never: GroupsRead = { readAt: 0, complete: false, absent: [], failure: null }

/** The groups of a connection's database. */
export function createGroups(database: Database): Groups {
  const last = keptValue<GroupsRead>(database, 'groups')

  const addedTo = (group: string): Set<string> =>
    new Set(
      database
        .prepare('SELECT account FROM added_members WHERE k2_group = ?')
        .all(group)
        .map((row) => text(row.account)),
    )
  const stored = (row: Row): StoredGroup => {
    const resource = json<ScimGroup>(row.resource)
    const cut = row.cut === 1
    return { resource, cut, readAt: number(row.read_at), added: cut ? addedTo(resource.id) : new Set() }
  }
  const put = ({ resource, cut }: SeenGroup, readAt: number): void => {
    database
      .prepare(
        `INSERT INTO k2_groups (id, read_at, cut, resource) VALUES (?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET read_at = excluded.read_at, cut = excluded.cut, resource = excluded.resource
         WHERE excluded.read_at >= k2_groups.read_at`,
      )
      .run(resource.id, readAt, cut ? 1 : 0, JSON.stringify(resource))
    // A list of members that is not cut off says all there is to know.
    if (!cut) database.prepare('DELETE FROM added_members WHERE k2_group = ?').run(resource.id)
  }

  return {
    lastRead: last.get,
    begin: (readAt) => ({
      page: (groups) =>
        database.bulk(() => {
          for (const resource of groups) put(seenGroup(resource), readAt)
        }),
      finish: (read) =>
        database.transaction(() => {
          database.prepare('DELETE FROM k2_groups WHERE read_at < ?').run(readAt)
          last.set({ ...read, readAt })
        }),
    }),
    failed: (failure) => last.set({ ...(last.get() ?? never), failure }),
    put,
    noteMembers: (group, add, remove) => {
      const came = database.prepare('INSERT OR IGNORE INTO added_members (k2_group, account) VALUES (?, ?)')
      const went = database.prepare('DELETE FROM added_members WHERE k2_group = ? AND account = ?')
      for (const account of add) came.run(group, account)
      for (const account of remove) went.run(group, account)
    },
    get: (id) => {
      const row = database.prepare('SELECT read_at, cut, resource FROM k2_groups WHERE id = ?').get(id)
      return row === undefined ? null : stored(row)
    },
    all: () => database.prepare('SELECT read_at, cut, resource FROM k2_groups ORDER BY n').all().map(stored),
  }
}
