import type { Outcome, OutcomeCounts, RunChange, RunProgress, RunSummary } from '../../shared/model/run.ts'
import type { Clock } from '../ports.ts'

/** Counts what becomes of a run's changes and tells it, at most ten times a second. */
export interface Progress {
  /** A change has gone from one outcome to another. */
  moved(from: Outcome, to: Outcome): void
  /** A change has something new to show: an outcome, or a note while it is under way. */
  latest(change: RunChange): void
  /** Something else about the run has changed. */
  touched(): void
  /** What there is to tell now. */
  now(): RunProgress
  /** For the last time: tells at once what there is to tell, or nothing any more. */
  close(tells: boolean): void
}

/** What {@link createProgress} needs. */
export interface ProgressParts {
  readonly clock: Pick<Clock, 'now'>
  /** The run as it is, but for its counts. */
  readonly summary: () => RunSummary
  readonly counts: OutcomeCounts
  readonly emit: (progress: RunProgress) => void
}

/** Milliseconds between two events. */
const pause = 100
/** The rate is taken over this long, in milliseconds. */
const window = 5000
/** Changes in one event. */
const most = 200
const ended: readonly Outcome[] = ['done', 'failed', 'stale', 'not-sent']

/** A {@link Progress} that starts from the counts the store has. */
export function createProgress({ clock, summary, counts, emit }: ProgressParts): Progress {
  const fresh = new Map<number, RunChange>()
  /** When changes have ended, oldest first, within the window. */
  const ends: number[] = []
  const began = clock.now()
  let timer: NodeJS.Timeout | null = null
  let told = Number.NEGATIVE_INFINITY
  let closed = false

  function now(): RunProgress {
    const time = clock.now()
    while ((ends[0] ?? time) < time - window) ends.shift()
    const span = Math.max(1, Math.min(window, time - began))
    const rate = Math.round((ends.length * 10_000) / span) / 10
    const left = counts.waiting + counts['under-way']
    const run = { ...summary(), outcomes: { ...counts } }
    const running = run.status === 'running'
    const secondsLeft = left === 0 ? 0 : rate > 0 && running ? Math.ceil(left / rate) : null
    return { run, rate, secondsLeft, latest: [...fresh.values()].slice(-most) }
  }

  function tell(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    told = clock.now()
    emit(now())
    fresh.clear()
  }

  function soon(): void {
    if (!closed) timer ??= setTimeout(tell, Math.max(0, told + pause - clock.now()))
  }

  return {
    moved: (from, to) => {
      counts[from]--
      counts[to]++
      if (ended.includes(to)) ends.push(clock.now())
      soon()
    },
    latest: (change) => {
      // Deleted first, so that the newest is last.
      fresh.delete(change.id)
      fresh.set(change.id, change)
      const [oldest] = fresh.keys()
      if (fresh.size > most && oldest !== undefined) fresh.delete(oldest)
      soon()
    },
    touched: soon,
    now,
    close: (tells) => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      closed = true
      if (tells) emit(now())
    },
  }
}
