import fc from 'fast-check'
import { describeError } from '../../electron/ipc/describe-error.ts'

/** Somewhere that what others wrote comes in: a name, what may come, and what must hold whatever comes. */
interface BoundaryParts<T> {
  /** As `--only` and the reports name it. */
  readonly name: string
  /** What may come in, from sound to hostile. */
  readonly inputs: fc.Arbitrary<T>
  /** How many times as dear as a plain function call one input is; the short run takes that many fewer. 1 when left out. */
  readonly cost?: number
  /** How many inputs are handed over at once; for those that mostly wait. 1 when left out. */
  readonly together?: number
  /** Sets up what the inputs are handed to, once for all of them. */
  readonly open: () => Opened<T> | Promise<Opened<T>>
}

/** What the inputs of a boundary are handed to. */
export interface Opened<T> {
  /** Hands one input to the product; throws for whatever must not be. */
  readonly holds: (input: T) => unknown
  readonly close?: () => unknown
}

/** How a boundary is tried. */
interface Trial {
  readonly inputs: number
  readonly seed: number
  /** Told before each input, so that somebody notices when one of them never ends. */
  readonly onInput?: () => void
}

/** What trying gave. */
export interface Verdict {
  /** Inputs that were handed over, those of narrowing a failure down not counted. */
  readonly inputs: number
  /** What did not hold, with the smallest input for it; null when all held. */
  readonly broken: string | null
}

/** See {@link BoundaryParts}; what its inputs are made of is its own business from here on. */
export interface Boundary {
  readonly name: string
  readonly cost: number
  attempt(trial: Trial): Promise<Verdict>
}

/** Declares a boundary. A rejection that nobody handles counts as broken, whichever input it came from. */
export function boundary<T>({ name, inputs, cost = 1, together = 1, open }: BoundaryParts<T>): Boundary {
  return {
    name,
    cost,
    attempt: async ({ inputs: wanted, seed, onInput }) => {
      const { holds, close } = await open()
      const unhandled: unknown[] = []
      const note = (reason: unknown) => void unhandled.push(reason)
      process.on('unhandledRejection', note)
      const few = fc.array(inputs, { minLength: together, maxLength: together })
      const property = fc.asyncProperty(few, async (batch) => {
        for (const _ of batch) onInput?.()
        await Promise.all(batch.map(holds))
        if (unhandled.length > 0) throw new Error('A rejection was not handled.', { cause: unhandled.splice(0)[0] })
      })
      try {
        const details = await fc.check(property, { numRuns: Math.ceil(wanted / together), seed })
        // The last input's rejections are told of in a later turn.
        await new Promise((resolve) => setImmediate(resolve))
        const left = unhandled.length === 0 ? null : `A rejection was not handled: ${String(unhandled[0])}`
        if (!details.failed) return { inputs: details.numRuns * together, broken: left }
        const why = describeError(details.errorInstance).join('\nbecause of ')
        return { inputs: details.numRuns * together, broken: `${fc.defaultReportMessage(details)}\n${why}` }
      } finally {
        process.off('unhandledRejection', note)
        await close?.()
      }
    },
  }
}

/** A world that has nothing to set up. */
export const plainly =
  <T>(holds: (input: T) => unknown) =>
  (): Opened<T> => ({ holds })
