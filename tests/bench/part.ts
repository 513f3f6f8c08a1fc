import { fork } from 'node:child_process'
import { join } from 'node:path'

/** What a part can be asked to do, by name. Inputs and outputs cross a process boundary: plain data only. */
type Duties = { readonly [name: string]: (input: never) => Promise<unknown> }

interface Asked {
  readonly id: number
  readonly duty: string
  readonly input: unknown
}
type Answered = { readonly id: number; readonly output: unknown } | { readonly id: number; readonly failure: string }

/** A part that runs in a process of its own. */
export interface Part<D extends Duties> {
  /** Asks it for one thing. @throws Error with what went wrong there, or when it has ended. */
  ask<N extends keyof D & string>(duty: N, ...input: Parameters<D[N]>): ReturnType<D[N]>
  /** Ends it: its channel closes, it puts its things away, and goes. */
  end(): Promise<void>
}

/** Path of a file of parts/. */
export const partPath = (name: string): string => join(import.meta.dirname, 'parts', `${name}.ts`)

/**
 * Starts a file of parts/ in a process of its own, so that what is measured shares neither event loop nor memory with
 * anything else. `D` is the type of the duties that the file hands to {@link serve};
 * `path` is where a built form of it is.
 */
export function startPart<D extends Duties>(name: string, path = partPath(name)): Part<D> {
  const child = fork(path, {
    execArgv: [],
    serialization: 'advanced',
    // Nothing but the bench's own words belongs on standard output.
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  child.on('message', (answered: Answered) => {
    const asked = waiting.get(answered.id)
    waiting.delete(answered.id)
    if ('failure' in answered) asked?.reject(new Error(`${name}: ${answered.failure}`))
    else asked?.resolve(answered.output)
  })
  const ended = new Promise<void>((done) =>
    child.once('exit', (code, signal) => {
      for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${signal ?? code}.`))
      done()
    }),
  )
  return {
    ask: (duty, ...input) => {
      const answer = Promise.withResolvers<unknown>()
      waiting.set(++last, answer)
      child.send({ id: last, duty, input: input[0] } satisfies Asked)
      // The other end answers with what the duty of that name gives.
      return answer.promise as ReturnType<D[typeof duty]>
    },
    end: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** The other end of {@link startPart}: answers what is asked, one thing after another, until the bench goes. */
export function serve(duties: Duties, close: () => unknown = () => undefined): void {
  let before: Promise<unknown> = Promise.resolve()
  process.on('message', ({ id, duty, input }: Asked) => {
    before = before.then(async () => {
      try {
        // Both ends know the duties by one type.
        process.send?.({ id, output: await duties[duty]?.(input as never) } satisfies Answered)
      } catch (error) {
        const failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
        process.send?.({ id, failure } satisfies Answered)
      }
    })
  })
  process.once('disconnect', () => {
    Promise.resolve(close()).then(
      () => process.exit(),
      () => process.exit(1),
    )
  })
}
