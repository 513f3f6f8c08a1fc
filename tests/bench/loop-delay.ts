import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How often the loop is looked at, in milliseconds; it is part of every delay that Node reports. */
const resolution = 1

/** How late the event loop was over a stretch of time. */
export interface LoopDelay {
  /** Milliseconds that 99 % of the looks were late by at most. */
  readonly p99: number
  readonly max: number
  readonly looks: number
}

/** Watches this process's event loop from now until `end`. */
export function watchLoop(): { end(): LoopDelay } {
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution)
  return {
    end: () => {
      histogram.disable()
      return { p99: late(histogram.percentile(99)), max: late(histogram.max), looks: histogram.count }
    },
  }
}
