import type { Clock } from './ports.ts'

/** How long a service may take to show what it has accepted, in milliseconds: until then nothing there proves nothing. */
export const visibleAfter = 2000

/** What is looked at, and when that is enough. */
export interface Looking<T> {
  look(): Promise<T>
  /** Whether what was seen ends the looking. */
  enough(seen: T): boolean
  /** When the looking ends in any case, Unix milliseconds; a time that has passed means that it is looked once. */
  readonly until: number
  /** The first pause, milliseconds; each one after it is twice as long. */
  readonly pause: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Looks, and looks again after ever longer pauses, until what is seen is enough or the time is up: a service may accept
 * something and show it later. Gives what was seen last. @throws what looking throws, and the signal's reason
 */
export async function lookUntil<T>(clock: Clock, { look, enough, until, pause, signal }: Looking<T>): Promise<T> {
  for (let wait = pause; ; wait *= 2) {
    const seen = await look()
    const left = until - clock.now()
    if (left <= 0 || enough(seen)) return seen
    await clock.sleep(Math.min(wait, left), signal)
  }
}
