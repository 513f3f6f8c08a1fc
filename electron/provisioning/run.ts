import { MusterError, toFailure } from '../../shared/errors.ts'
import type { RunProgress, RunStatus, RunSummary } from '../../shared/model/run.ts'
import type { Clock, Log } from '../ports.ts'
import { bulkLimitsOf } from '../scim/bulk-limits.ts'
import { createPace } from '../scim/pace.ts'
import type { Accounts } from '../store/accounts.ts'
import type { Database } from '../store/database.ts'
import type { Groups } from '../store/groups.ts'
import type { Links } from '../store/links.ts'
import type { RunChanges, WorkItem } from '../store/run-changes.ts'
import type { Runs } from '../store/runs.ts'
import type { AccountService } from './account-service.ts'
import { createJournal, type Entry } from './journal.ts'
import { createObstacles } from './obstacles.ts'
import { createProgress } from './progress.ts'
import { runChange } from './run-change.ts'
import { createTurns } from './turns.ts'
import { createWorkQueue } from './work-queue.ts'
import type { SessionWatch } from './workspace-types.ts'

/** What a run needs. */
export interface RunParts {
  readonly database: Database
  readonly runs: Runs
  readonly runChanges: RunChanges
  readonly accounts: Accounts
  readonly groups: Groups
  readonly links: Links
  readonly service: AccountService
  readonly session: SessionWatch
  readonly clock: Clock
  readonly log: Log
  readonly emit: (progress: RunProgress) => void
  /** Told which accounts the store now has anew or no longer, or who came into a group or left it. */
  readonly onAccounts: (ids: string[]) => void
  /** Told that the store has groups anew. */
  readonly onGroups: () => void
}

/** A run that is being carried out. */
export interface ActiveRun {
  readonly id: string
  /** Resolves when the run has ended or was closed; never rejects. */
  readonly over: Promise<void>
  progress(): RunProgress
  pause(): void
  resume(): void
  /** Lets requests under way end and sends no more. */
  stop(): void
  /** Ends the work without ending the run, which {@link carryOutRun} can take up again: requests get `ms` milliseconds to end. */
  close(ms: number): Promise<void>
}

/** How long a stopped run waits for requests under way, in milliseconds. */
const grace = 10_000
const passes = [1, 2, 3] as const
const mostAlone = 16
const mostInBulk = 128

/** Changes under way at once: as many as the pace ever lets send, or enough for each of its requests to carry some. */
const atOnce = ({ capabilities }: AccountService): number => {
  const together = bulkLimitsOf(capabilities)?.operations ?? 1
  return Math.min(mostInBulk, mostAlone * together)
}

/**
 * Carries out a run that the store holds, from its start or from wherever it was left: a change with an intent and no
 * outcome is looked up before anything is sent for it, then the waiting ones follow, pass by pass.
 */
export function carryOutRun(begun: RunSummary, parts: RunParts): ActiveRun {
  const { runs, runChanges, service, clock, log } = parts
  const run = begun.id
  let asked: 'run' | 'pause' | 'stop' | 'close' =
    begun.status === 'stopping' ? 'stop' : begun.status === 'paused' ? 'pause' : 'run'
  let status = begun.status
  let endedAt: number | null = null
  const stopped = new AbortController()
  const cut = new AbortController()
  let resumed = Promise.withResolvers<void>()

  const obstacles = createObstacles(parts, () => refreshStatus())
  const pace = createPace(clock)
  const since = clock.now()
  const open = runChanges.open(run)
  const counts = { ...begun.outcomes, waiting: begun.outcomes.waiting + open.length, 'under-way': 0 }
  const progress = createProgress({
    clock,
    counts,
    summary: () => ({ ...begun, endedAt, status }),
    emit: parts.emit,
  })
  const journal = createJournal(run, {
    ...parts,
    onCommit: (entries: readonly Entry[]) => {
      if (entries.some(({ group }) => group !== null)) parts.onGroups()
      const members = entries.flatMap(({ members }) => (members === null ? [] : [...members.add, ...members.remove]))
      parts.onAccounts([...entries.flatMap(({ account, gone }) => account?.id ?? gone ?? []), ...members])
    },
    onError: (error) => giveWay('An outcome could not be written', error),
  })
  const queue = createWorkQueue(run, { runChanges, journal }, open, () => progress.now().rate)
  const active = new Set<Promise<void>>()
  const turns = createTurns()
  let oneEnded = Promise.withResolvers<void>()

  function refreshStatus(): void {
    const next: RunStatus =
      asked === 'stop' ? 'stopping' : asked === 'pause' ? 'paused' : (obstacles.waiting ?? 'running')
    if (next === status || asked === 'close') return
    status = next
    runs.setStatus(run, next)
    progress.touched()
  }

  /** The disk is full, or worse: nothing more is sent until the admin goes on. */
  function giveWay(what: string, error: unknown): void {
    log.error(what, { run, reason: String(error) })
    if (asked === 'run') asked = 'pause'
    refreshStatus()
  }

  async function hold(): Promise<void> {
    while (asked === 'pause') await resumed.promise
    stopped.signal.throwIfAborted()
  }

  function begin(item: WorkItem): void {
    const one = runChange(item, run, {
      ...parts,
      obstacles,
      pace,
      progress,
      journal,
      turns,
      stopped: stopped.signal,
      cut: cut.signal,
      since,
      hold,
    })
    active.add(one)
    one
      .finally(() => {
        active.delete(one)
        oneEnded.resolve()
        oneEnded = Promise.withResolvers()
      })
      .catch(() => {})
  }

  async function work(pass: number): Promise<void> {
    for (;;) {
      while (active.size >= atOnce(service)) await oneEnded.promise
      let item: WorkItem | null = null
      try {
        stopped.signal.throwIfAborted()
        item = await queue.next(pass)
        if (item !== null) await hold()
      } catch (error) {
        if (item !== null) queue.putBack(item)
        if (stopped.signal.aborted) return
        giveWay('An intent could not be written', error)
        await hold().catch(() => {})
        continue
      }
      if (item === null) return
      begin(item)
    }
  }

  async function all(): Promise<void> {
    for (const pass of passes) {
      await work(pass)
      await Promise.allSettled(active)
      if (stopped.signal.aborted) break
      // The next pass looks up in the store what this one has made.
      journal.flush()
    }
    queue.release()
    journal.flush()
    if (asked === 'close') return
    if (asked === 'stop') runChanges.giveUp(run, toFailure(new MusterError('run-stopped'), run))
    status = asked === 'stop' ? 'stopped' : 'done'
    endedAt = clock.now()
    runs.end(run, status, endedAt)
    Object.assign(counts, runs.get(run)?.outcomes)
    log.info('A run has ended', { run, status, ...counts })
  }

  function halt(how: 'stop' | 'close', ms: number): void {
    if (asked === 'stop' || asked === 'close') return
    asked = how
    refreshStatus()
    stopped.abort(new MusterError('run-stopped'))
    resumed.resolve()
    clock.sleep(ms, cut.signal).then(
      () => cut.abort(new MusterError('run-stopped')),
      () => {},
    )
  }

  const over = all()
    .catch((error) => log.error('A run could not go on', { run, reason: String(error) }))
    .finally(() => {
      cut.abort()
      progress.close(asked !== 'close')
    })
  if (asked === 'stop') {
    asked = 'run'
    halt('stop', grace)
  }
  refreshStatus()
  return {
    id: run,
    over,
    progress: progress.now,
    pause: () => {
      if (asked === 'run') asked = 'pause'
      refreshStatus()
    },
    resume: () => {
      if (asked !== 'pause') return
      asked = 'run'
      resumed.resolve()
      resumed = Promise.withResolvers()
      refreshStatus()
    },
    stop: () => halt('stop', grace),
    close: (ms) => {
      halt('close', ms)
      return over
    },
  }
}
