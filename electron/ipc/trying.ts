import { MusterError } from '../../shared/errors.ts'

/** The tests and counts of sources that are under way: one for each connection. */
export interface Trying {
  /** One try at a time: what the admin does now is about the settings as they are now, so the one before ends. */
  alone<T>(connection: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Ends the one under way with `source-cancelled`. */
  stop(connection: string): void
}

/** Nothing being tried. */
export function createTrying(): Trying {
  const underWay = new Map<string, AbortController>()
  const stop = (connection: string): void => underWay.get(connection)?.abort(new MusterError('source-cancelled'))
  return {
    alone: async (connection, work) => {
      stop(connection)
      const control = new AbortController()
      underWay.set(connection, control)
      try {
        return await work(control.signal)
      } finally {
        if (underWay.get(connection) === control) underWay.delete(connection)
      }
    },
    stop,
  }
}
