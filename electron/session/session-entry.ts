import { z } from 'zod'
import { refreshTokenDays } from '../../shared/model/session.ts'
import { readEntry } from '../vault-entries.ts'
import type { TokenSet } from './oidc.ts'

/** What the vault keeps of a session, as JSON under one name. */
const sessionEntrySchema = z.object({
  /** Null when the provider gave none, or no longer takes it. */
  refreshToken: z.string().min(1).nullable(),
  /** When the admin went through the consent page, Unix milliseconds. */
  signedInAt: z.number().int(),
  /** When the refresh token is expected to end, Unix milliseconds; null when it has none or nobody can tell. */
  endsAt: z.number().int().nullable(),
  admin: z.object({ name: z.string(), email: z.string().nullable() }),
})
/** What the vault keeps of a session. */
export type SessionEntry = z.infer<typeof sessionEntrySchema>

const day = 86_400_000

/** Reads an entry of the vault; null when there is none, or it is not one. */
export const readSessionEntry = (text: string | null): SessionEntry | null => readEntry(text, sessionEntrySchema)

/** The entry after a sign-in at `now`. */
export function signedInEntry(tokens: TokenSet, admin: SessionEntry['admin'], now: number): SessionEntry {
  return {
    refreshToken: tokens.refreshToken,
    signedInAt: now,
    endsAt:
      tokens.refreshToken === null ? accessEnd(tokens, now) : refreshEnd(tokens, now, now + refreshTokenDays * day),
    admin,
  }
}

/**
 * The entry after a refresh at `now`. The end stays where the sign-in put it (k2.md: likely absolute), unless the provider
 * names one; a token that lives on after its expected end has one that nobody knows.
 */
export function renewedEntry(entry: SessionEntry, tokens: TokenSet, now: number): SessionEntry {
  const expected = entry.endsAt !== null && entry.endsAt <= now ? null : entry.endsAt
  return {
    ...entry,
    refreshToken: tokens.refreshToken ?? entry.refreshToken,
    endsAt: refreshEnd(tokens, now, expected),
  }
}

/** What the provider says, else what is expected. A lifetime of 0 means that there is no end. */
function refreshEnd({ refreshSeconds }: TokenSet, now: number, expected: number | null): number | null {
  if (refreshSeconds === null) return expected
  return refreshSeconds === 0 ? null : now + refreshSeconds * 1000
}

/** An access token's lifetime when the reply names none: K2's usual hour. One that ends earlier is renewed on the 401. */
const usualAccessSeconds = 3600

/** When an access token that came at `now` ends, Unix milliseconds. */
const accessEnd = ({ accessSeconds }: TokenSet, now: number): number =>
  now + (accessSeconds ?? usualAccessSeconds) * 1000

/** An access token, and until when it is handed out. */
export interface Access {
  readonly token: string
  readonly until: number
}

/**
 * The access token of a reply to a request sent at `askedAt`. It is handed out until 30 seconds before its end, or half its
 * lifetime where that is shorter, so that a very short-lived one is used at all.
 */
export function accessOf(tokens: TokenSet, askedAt: number): Access {
  const end = accessEnd(tokens, askedAt)
  return { token: tokens.accessToken, until: end - Math.min(30_000, (end - askedAt) / 2) }
}
