import type { Clock } from '../../electron/ports.ts'

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Lets `ms` milliseconds pass and wakes whoever slept that long. */
  advance(ms: number): void
  /** How many sleep at the moment. */
  sleepers(): number
}

/** A {@link ManualClock}, by default at a fixed time of day. */
export function manualClock(start = Date.UTC(2026, 0, 15, 9)): ManualClock {
  let now = start
  const sleeping = new Set<{ readonly at: number; wake(): void }>()
  return {
    now: () => now,
    sleepers: () => sleeping.size,
    advance: (ms) => {
      now += ms
      for (const sleeper of [...sleeping].filter(({ at }) => at <= now)) sleeper.wake()
    },
    sleep: (ms, signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      if (signal?.aborted) {
        reject(signal.reason)
        return promise
      }
      const sleeper = {
        at: now + ms,
        wake: () => {
          sleeping.delete(sleeper)
          resolve()
        },
      }
      sleeping.add(sleeper)
      signal?.addEventListener('abort', () => {
        sleeping.delete(sleeper)
        reject(signal.reason)
      })
      return promise
    },
  }
}
