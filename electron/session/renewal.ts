import { MusterError } from '../../shared/errors.ts'
import type { Oidc, TokenSet } from './oidc.ts'
import type { SessionEntry } from './session-entry.ts'

/** How a session gets new access tokens without anybody's help, and what is left of it at the provider when it ends. */
export interface Renewal {
  /** No day is known on which the session ends by itself. */
  readonly endless: boolean
  /** Whether what the vault kept can still give tokens; a session that can't has expired. */
  lives(entry: SessionEntry): boolean
  /** @throws MusterError `session-expired`, `client-refused`, `vault-value-missing`, and those of {@link Oidc}. */
  renew(entry: SessionEntry): Promise<TokenSet>
  /** The token that is to be given back when the session ends; null when there is none. */
  left(entry: SessionEntry | null, accessToken: string | null): string | null
  /** Gives such a token back. Throws as {@link Oidc.revoke} does. */
  giveBack(token: string): Promise<void>
}

/** The admin has signed in: a refresh token gives access tokens until it ends. */
export const byRefreshToken = (oidc: Oidc): Renewal => ({
  endless: false,
  lives: ({ refreshToken }) => refreshToken !== null,
  renew: async ({ refreshToken }) => {
    if (refreshToken === null) throw new MusterError('session-expired')
    return oidc.refresh(refreshToken)
  },
  left: (entry) => entry?.refreshToken ?? null,
  giveBack: (token) => oidc.revoke(token, 'refresh_token', null),
})

/** Muster signs in by itself: the client secret gives access tokens for as long as the provider accepts it. */
export const byClientSecret = (oidc: Oidc, secret: () => Promise<string>): Renewal => ({
  endless: true,
  lives: () => true,
  renew: async () => oidc.withSecret(await secret()),
  left: (_entry, accessToken) => accessToken,
  giveBack: async (token) => oidc.revoke(token, 'access_token', await secret()),
})
