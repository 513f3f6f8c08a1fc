import { z } from 'zod'
import { type ErrorCode, failureSchema } from '../errors.ts'
import { connectionIdSchema } from './connection.ts'

/** How long K2's refresh token lasts by default, in days, counted from the consent (k2.md: likely absolute). */
export const refreshTokenDays = 30

/** From how many days left on the session warns. */
export const warnDays = 5

/** What the admin is told about the end of a sign-in, in the order in which each becomes due. */
export const reminders = ['five-days', 'one-day', 'ended'] as const
/** See {@link reminders}. */
export type Reminder = (typeof reminders)[number]

/** The signed-in state of a connection. Holds no token. */
export const sessionStateSchema = z.object({
  connection: connectionIdSchema,
  status: z.enum(['signed-out', 'signing-in', 'signed-in', 'expired']),
  /** Who signed in, from the id token; null when nobody has. */
  admin: z.object({ name: z.string(), email: z.string().nullable() }).nullable(),
  /** When the admin last went through the consent page, Unix milliseconds. */
  signedInAt: z.number().int().nullable(),
  /** When the refresh token is expected to end, Unix milliseconds. */
  endsAt: z.number().int().nullable(),
  /**
   * While the browser is waited for: when the sign-in gives up, Unix milliseconds. Null while the identity service is still asked
   * where to sign in, and where no browser is needed.
   */
  deadline: z.number().int().nullable(),
  /** Where the refresh token is kept. */
  keptIn: z.enum(['keychain', 'memory']).nullable(),
  /** Why the last sign-in or refresh did not work; cleared by the next success. */
  failure: failureSchema.nullable(),
})
/** See {@link sessionStateSchema}. */
export type SessionState = z.infer<typeof sessionStateSchema>

/** What the probe of the keychain found, and what to do about it on this platform. */
export const vaultStatusSchema = z.object({
  /** `memory`: there is no usable keychain, secrets last until Muster closes. */
  keptIn: z.enum(['keychain', 'memory']),
  /** The keychain's name on this platform: Windows Credential Manager, macOS Keychain, Secret Service. */
  name: z.string(),
  failure: failureSchema.nullable(),
  /** How to fix it on this platform, one sentence; null when nothing is wrong. */
  advice: z.string().nullable(),
})
/** See {@link vaultStatusSchema}. */
export type VaultStatus = z.infer<typeof vaultStatusSchema>

/** Failures that pass by themselves: fewer than `networkCodes`, which also holds what somebody has to mend. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'unreachable',
  'timeout',
  'authority-unreachable',
])

/** Whether a session's last try failed because there was no way to the service: that passes by itself and ends no session. */
export const isNetworkFailure = (failure: SessionState['failure']): boolean =>
  failure !== null && passing.has(failure.code)
