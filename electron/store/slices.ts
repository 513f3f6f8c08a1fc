import { setImmediate } from 'node:timers/promises'

/** Cuts long work into slices, so that the event loop, and with it the window, stays live in between. */
export interface Slices {
  /** True when the present slice has lasted long enough; ask every few items. */
  due(): boolean
  /** Lets everything else that waits have its turn, then begins a new slice. */
  rest(): Promise<void>
}

/** @param ms how long one slice may last, in milliseconds. */
export function createSlices(ms = 4): Slices {
  let began = performance.now()
  return {
    due: () => performance.now() - began >= ms,
    rest: async () => {
      await setImmediate()
      began = performance.now()
    },
  }
}
