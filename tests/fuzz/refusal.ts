import { type ErrorCode, MusterError, toFailure } from '../../shared/errors.ts'

/** What must hold of a refusal. */
interface Refusal {
  /** The codes that it may have. */
  readonly codes: RegExp
  /** What no refusal may repeat. */
  readonly secrets?: readonly string[]
  /** Codes that have to say where, or what, in `where` or `detail`. */
  readonly placed?: readonly ErrorCode[]
}

/** Throws when a text holds one of the secrets, in any case. */
export function holdsNoSecret(text: string, secrets: readonly string[]): void {
  const found = secrets.find((secret) => text.toLowerCase().includes(secret.toLowerCase()))
  if (found !== undefined) throw new Error(`A secret got out (${found.slice(0, 3)}…): ${text.slice(0, 400)}`)
}

/** Throws unless an error is one of Muster's own, of an expected code, with a place where one is due, and without a secret. */
function refusedWell(error: unknown, { codes, secrets = [], placed = [] }: Refusal): void {
  if (!(error instanceof MusterError)) throw new Error('It threw something of its own.', { cause: error })
  if (!codes.test(error.code)) throw new Error(`It was refused as ${error.code}.`, { cause: error })
  if (placed.includes(error.code) && error.where === null && error.detail === null) {
    throw new Error(`${error.code} says neither where nor what.`, { cause: error })
  }
  const { happened, means, todo, where, detail } = toFailure(error, '')
  holdsNoSecret([error.message, happened, means, todo, where, detail].join('\n'), secrets)
}

/** What work gives; null when it was refused well. */
export async function orRefused<T>(work: () => T | Promise<T>, refusal: Refusal): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    refusedWell(error, refusal)
    return null
  }
}

/** Throws with a sentence unless it is so. */
export function must(so: boolean, sentence: string): asserts so {
  if (!so) throw new Error(sentence)
}
