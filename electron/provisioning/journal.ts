import { setImmediate } from 'node:timers'
import type { Exchange } from '../../shared/model/run.ts'
import type { SeenGroup } from '../../shared/scim/group.ts'
import type { ScimGroup, ScimUser } from '../../shared/scim/schemas.ts'
import type { Clock } from '../ports.ts'
import type { Accounts } from '../store/accounts.ts'
import type { Database } from '../store/database.ts'
import type { Groups } from '../store/groups.ts'
import type { Links } from '../store/links.ts'
import type { ChangeOutcome, RunChanges } from '../store/run-changes.ts'
import type { MembersChange } from './group-service.ts'

/** Everything that has to become true together when a change has ended. */
export interface Entry {
  readonly outcome: ChangeOutcome
  readonly exchanges: readonly Exchange[]
  /** The account as it is now; null when nothing new is known of it. */
  readonly account: ScimUser | null
  /** The group as it is now, and who came and went; null when it is not about one. */
  readonly group: SeenGroup | null
  readonly members: MembersChange | null
  /** The account or group as it was when it was changed. */
  readonly before: ScimUser | ScimGroup | null
  /** Id of the account that is gone; null when none is. */
  readonly gone: string | null
  /** The person who now has that account; null when there is no link to remember. */
  readonly person: number | null
}

/**
 * The durable record of a run. An intent is on the disk before its request may leave; an outcome follows soon after its
 * reply. Many of them share one commit, and so one fsync. An outcome that a power cut takes away costs no more than a
 * lookup on resuming, so outcomes may wait for company; an intent can't.
 */
export interface Journal {
  /** Resolves when the intent to send these changes will survive a power cut. */
  intend(ids: readonly number[]): Promise<void>
  /** Notes what became of a change. */
  end(entry: Entry): void
  /** Writes what is still in memory. */
  flush(): void
}

/** What {@link createJournal} needs. */
export interface JournalParts {
  readonly database: Database
  readonly runChanges: RunChanges
  readonly accounts: Accounts
  readonly groups: Groups
  readonly links: Links
  readonly clock: Pick<Clock, 'now'>
  /** Told after each commit which accounts, and how many entries, it brought. */
  readonly onCommit: (entries: readonly Entry[]) => void
  /** Told when a commit that nobody waits for went wrong; everything in it is kept for the next. */
  readonly onError: (error: unknown) => void
}

/** How long an outcome waits for company, in milliseconds. */
const patience = 100
/** So many outcomes are company enough. */
const company = 64

/** The journal of one run. */
export function createJournal(run: string, parts: JournalParts): Journal {
  const { database, runChanges, accounts, groups, links, clock, onCommit, onError } = parts
  let entries: Entry[] = []
  let intents: number[] = []
  let waiters: PromiseWithResolvers<void>[] = []
  let soon = false
  let timer: NodeJS.Timeout | null = null

  function commit(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (entries.length === 0 && intents.length === 0) return
    const now = clock.now()
    database.transaction(() => {
      for (const { outcome, exchanges, account, group, members, gone, person, before } of entries) {
        runChanges.record(run, outcome, exchanges, before)
        if (group !== null) groups.put(group, now)
        if (group !== null && members !== null) groups.noteMembers(group.resource.id, members.add, members.remove)
        if (gone !== null) {
          accounts.remove(gone)
          links.forget(gone)
        }
        if (account === null) continue
        accounts.put([account], now)
        if (person !== null) links.set(person, account.id, now)
      }
      runChanges.intend(run, intents, now)
    })
    const written = entries
    entries = []
    intents = []
    if (written.length > 0) onCommit(written)
  }

  function commitForWaiters(): void {
    soon = false
    const waiting = waiters
    waiters = []
    try {
      commit()
      for (const { resolve } of waiting) resolve()
    } catch (error) {
      // Outcomes are kept for the next commit; these intents are not durable, so their requests will not leave.
      intents = []
      for (const { reject } of waiting) reject(error)
    }
  }

  function commitUnasked(): void {
    timer = null
    try {
      commit()
    } catch (error) {
      onError(error)
    }
  }

  return {
    intend: (ids) => {
      const waiter = Promise.withResolvers<void>()
      intents.push(...ids)
      waiters.push(waiter)
      if (!soon) {
        soon = true
        setImmediate(commitForWaiters)
      }
      return waiter.promise
    },
    end: (entry) => {
      entries.push(entry)
      if (entries.length >= company) commitUnasked()
      else timer ??= setTimeout(commitUnasked, patience)
    },
    flush: commit,
  }
}
