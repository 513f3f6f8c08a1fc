import { parseQuirks } from './quirks.ts'

/** What a sandbox is started with. */
export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly people: number
  readonly accounts: number
  /** The same seed gives the same people and accounts. */
  readonly seed: number
  readonly quirks: readonly string[]
  /** Lifetime of access tokens, in seconds. */
  readonly accessTtl: number
  /** Lifetime of refresh tokens, in seconds; absolute unless the quirk `sliding-lifetime` is on. */
  readonly refreshTtl: number
  /** How many requests the journal keeps. */
  readonly journal: number
}

/** A tenant as K2 has it by default: tokens of 60 minutes and 30 days. */
export const defaultOptions: SandboxOptions = {
  port: 0,
  people: 500,
  accounts: 120,
  seed: 1,
  quirks: [],
  accessTtl: 3600,
  refreshTtl: 2_592_000,
  journal: 5000,
}

const limits: Readonly<Record<Exclude<keyof SandboxOptions, 'quirks'>, readonly [least: number, most: number]>> = {
  port: [0, 65_535],
  people: [0, 1_000_000],
  accounts: [0, 1_000_000],
  seed: [0, 4_294_967_295],
  accessTtl: [1, 31_536_000],
  refreshTtl: [1, 31_536_000],
  journal: [0, 1_000_000],
}

/** The option as the command line has it: `--access-ttl` for `accessTtl`. */
export const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** Names of the numeric options. */
export const numericOptions = Object.keys(limits) as (keyof typeof limits)[]

/**
 * Fills in what was left out and checks the rest.
 * @throws Error with one sentence that names the option.
 */
export function completeOptions(given: Partial<SandboxOptions>): SandboxOptions {
  const options = { ...defaultOptions, ...given }
  for (const name of numericOptions) {
    const [least, most] = limits[name]
    const value = options[name]
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new Error(`${flagOf(name)} has to be a whole number from ${least} to ${most}.`)
    }
  }
  parseQuirks(options.quirks)
  return options
}
