import type { Clock } from '../ports.ts'

/** How many requests of a run are under way at once, found out as the run goes on. */
export interface Pace {
  /** Requests that may be under way now. */
  readonly limit: number
  /** Resolves when one more may leave, call {@link leave} when it is answered; rejects with the signal's reason. */
  enter(signal?: AbortSignal): Promise<void>
  /**
   * @param took milliseconds until a reply came that says the service has done it; null of any other end.
   * @param changes how many changes the request carried.
   */
  leave(took: number | null, changes?: number): void
  /** The service asks to slow down: 429 or 503. Many who say so at once are heard as one. */
  slowDown(): void
}

const first = 4
const most = 16
/** Replies that were on their way when the service first asked are not another reason to slow down; milliseconds. */
const sameReason = 1000

/**
 * Adds slowly and halves quickly, as TCP does, so that several Musters and other clients share a service fairly. It stops
 * growing while replies take more than twice as long as they did at best: then the service is busy, and more at once would
 * only wait there. It grows by changes, not by requests, so that a Bulk does not hold it up.
 */
export function createPace(clock: Pick<Clock, 'now'>): Pace {
  let limit = first
  let active = 0
  let slowedAt = Number.NEGATIVE_INFINITY
  // A Bulk takes longer than a request of its own, and less for each change: the two can't be compared.
  const alone = createLatency()
  const shared = createLatency()
  const queue = new Set<() => void>()
  const admit = (): void => {
    for (const next of queue) {
      if (active >= Math.floor(limit)) return
      queue.delete(next)
      active++
      next()
    }
  }
  return {
    get limit() {
      return Math.floor(limit)
    },
    enter: (signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const begin = (): void => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }
      const stop = (): void => {
        if (queue.delete(begin)) reject(signal?.reason)
      }
      queue.add(begin)
      if (signal?.aborted) stop()
      else signal?.addEventListener('abort', stop, { once: true })
      admit()
      return promise
    },
    leave: (took, changes = 1) => {
      active--
      if (took !== null) {
        const latency = changes === 1 ? alone.after(took) : shared.after(took / changes)
        if (latency === 'usual') limit = Math.min(most, limit + changes / limit)
        else if (latency === 'far worse') limit = Math.max(1, limit - 0.5 / limit)
      }
      admit()
    },
    slowDown: () => {
      const now = clock.now()
      if (now - slowedAt < sameReason) return
      slowedAt = now
      limit = Math.max(1, limit / 2)
    },
  }
}

/** How long replies take, compared with how long they took at best. */
function createLatency() {
  let average: number | null = null
  let best = Number.POSITIVE_INFINITY
  return {
    after: (took: number): 'usual' | 'worse' | 'far worse' => {
      average = average === null ? took : average * 0.9 + took * 0.1
      best = Math.min(best, average)
      // Below some milliseconds, noise is larger than what it would say.
      if (average <= Math.max(2 * best, 20)) return 'usual'
      return average > Math.max(6 * best, 1000) ? 'far worse' : 'worse'
    },
  }
}
