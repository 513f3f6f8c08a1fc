import type { Clock } from '../ports.ts'

/** The one back-off clock of a connection: a service that asks one request to wait means all of them. */
export interface Gate {
  /** Resolves when requests may be sent; rejects with the signal's reason when it is aborted first. */
  wait(signal?: AbortSignal): Promise<void>
  /** Sends nobody through for the next `ms` milliseconds. A shorter wait never opens a gate early. */
  close(ms: number): void
  /** Unix milliseconds from which on requests may be sent; in the past when they may already. */
  readonly opensAt: number
}

/** A {@link Gate} that is open. */
export function createGate(clock: Clock): Gate {
  let opensAt = 0
  return {
    get opensAt() {
      return opensAt
    },
    close: (ms) => {
      opensAt = Math.max(opensAt, clock.now() + ms)
    },
    wait: async (signal) => {
      // Another 429 may have closed the gate further while this request slept.
      for (let left = opensAt - clock.now(); left > 0; left = opensAt - clock.now()) await clock.sleep(left, signal)
    },
  }
}
