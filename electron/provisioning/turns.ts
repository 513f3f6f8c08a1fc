/** Lets work on one thing wait for the work on it that was begun before; work on other things goes on beside it. */
export type Turns = <T>(of: string, work: () => Promise<T>) => Promise<T>

/** {@link Turns} without anybody waiting. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return (of, work) => {
    const before = last.get(of) ?? Promise.resolve()
    // Its own errors went to whoever asked for it.
    const next = before.then(work, work)
    last.set(of, next)
    return next
  }
}
