import { MusterError } from '../shared/errors.ts'
import type { SourceSummary } from '../shared/model/source.ts'
import type { Reading } from '../shared/model/source-read.ts'
import type { Emit } from './ipc/emit.ts'
import type { Clock } from './ports.ts'
import type { Workspace } from './provisioning/workspace-types.ts'
import type { ReadProgress, Source } from './sources/source.ts'

/** Reading people into rosters, one reading at a time for each connection. */
export interface PeopleReading {
  /**
   * Reads everybody and makes them the roster; what was there stays until all of it is stored. Another reading of the same
   * connection is ended first.
   * @throws MusterError of the source; `source-cancelled`.
   */
  read(connection: string, source: Source): Promise<SourceSummary>
  /** The reading under way; null when there is none. */
  underWay(connection: string): Promise<SourceSummary> | null
  /** How far it has come; null when nothing is being read. */
  progress(connection: string): Reading | null
  /** Ends it, if there is one. */
  cancel(connection: string): void
}

/** What {@link createPeopleReading} needs. */
export interface PeopleReadingParts {
  readonly workspaceOf: (connection: string) => Promise<Workspace>
  readonly clock: Clock
  readonly emit: Emit
}

interface Job {
  readonly stop: AbortController
  readonly done: Promise<SourceSummary>
  progress: Reading
}

/** Nothing being read. */
export function createPeopleReading({ workspaceOf, clock, emit }: PeopleReadingParts): PeopleReading {
  const jobs = new Map<string, Job>()

  function begin(connection: string, source: Source, after: Promise<unknown>): Promise<SourceSummary> {
    const stop = new AbortController()
    const tell = createTeller(clock, (progress) => emit('source.progress', { connection, what: 'reading', progress }))
    const onProgress = (progress: ReadProgress): void => {
      job.progress = { done: progress.done, of: progress.total }
      tell.now(job.progress)
    }
    const work = async (): Promise<SourceSummary> => {
      // The one before may be storing, which is not cut short.
      await after.catch(() => {})
      const { signal } = stop
      const workspace = await workspaceOf(connection)
      signal.throwIfAborted()
      const read = await source.read({ signal, onProgress })
      signal.throwIfAborted()
      return workspace.source.store(read)
    }
    const done = work().finally(() => {
      if (jobs.get(connection) === job) jobs.delete(connection)
      tell.end()
    })
    const job: Job = { stop, done, progress: { done: 0, of: null } }
    jobs.set(connection, job)
    tell.now(job.progress)
    return done
  }

  const cancel = (connection: string): void => jobs.get(connection)?.stop.abort(new MusterError('source-cancelled'))

  return {
    read: (connection, source) => {
      const before = jobs.get(connection)
      cancel(connection)
      return begin(connection, source, before?.done ?? Promise.resolve())
    },
    underWay: (connection) => jobs.get(connection)?.done ?? null,
    progress: (connection) => jobs.get(connection)?.progress ?? null,
    cancel,
  }
}

/** Passes progress on at most ten times a second. */
export function createTeller(
  clock: Pick<Clock, 'now'>,
  tell: (progress: Reading | null) => void,
): { now(progress: Reading): void; end(): void } {
  let told = Number.NEGATIVE_INFINITY
  return {
    now: (progress) => {
      if (clock.now() - told < 100) return
      told = clock.now()
      tell(progress)
    },
    end: () => tell(null),
  }
}
