import { type ErrorCode, MusterError } from '../../shared/errors.ts'

/** Tests and counts under way, one for each connection: what the admin does now is about the settings as they are now. */
export interface Trying {
  /** Ends the one under way, with the code that this was made with. */
  stop(connection: string): void
  /** Does work that can be stopped; the work before it is stopped. */
  alone<T>(connection: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
}

/** None under way yet. `cancelled` is what a stopped one rejects with. */
export function createTrying(cancelled: ErrorCode): Trying {
  const underWay = new Map<string, AbortController>()
  const stop = (connection: string): void => underWay.get(connection)?.abort(new MusterError(cancelled))
  return {
    stop,
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
  }
}
