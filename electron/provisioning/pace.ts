import type { Clock } from '../ports.ts'

/** How many changes are under way at once, found out as the run goes on. */
export interface Pace {
  /** Changes that may be under way now. */
  readonly limit: number
  /** Changes that are under way. */
  readonly active: number
  /** Resolves when one more may begin; call {@link leave} when it has ended. */
  enter(): Promise<void>
  /** @param took milliseconds of a change that went through without a hitch; null of any other. */
  leave(took: number | null): void
  /** The service asks to slow down: 429 or 503. */
  slowDown(): void
}

const first = 4
const most = 16
/** Replies that were on their way when the service first asked are not another reason to slow down; milliseconds. */
const sameReason = 1000

/**
 * Adds slowly and halves quickly, as TCP does, so that several Musters and other clients share a service fairly. It stops
 * growing while replies take more than twice as long as they did at best: then the service is busy, and more at once would
 * only wait there.
 */
export function createPace(clock: Pick<Clock, 'now'>): Pace {
  let limit = first
  let active = 0
  let slowedAt = Number.NEGATIVE_INFINITY
  let usual: number | null = null
  let best = Number.POSITIVE_INFINITY
  const queue: (() => void)[] = []
  const admit = (): void => {
    while (active < Math.floor(limit) && queue.length > 0) {
      active++
      queue.shift()?.()
    }
  }
  return {
    get limit() {
      return Math.floor(limit)
    },
    get active() {
      return active
    },
    enter: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      queue.push(resolve)
      admit()
      return promise
    },
    leave: (took) => {
      active--
      if (took !== null) {
        usual = usual === null ? took : usual * 0.9 + took * 0.1
        best = Math.min(best, usual)
        // Below some milliseconds, noise is larger than what it would say.
        if (usual <= Math.max(2 * best, 20)) limit = Math.min(most, limit + 1 / limit)
        else if (usual > Math.max(6 * best, 1000)) limit = Math.max(1, limit - 0.5 / limit)
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
