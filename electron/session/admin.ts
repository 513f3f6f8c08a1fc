import * as client from 'openid-client'
import type { SessionState } from '../../shared/model/session.ts'

/** Who signed in, as the window shows it. */
export type Admin = NonNullable<SessionState['admin']>

/** Seconds to wait for the userinfo endpoint; a name is not worth more. */
const userInfoLimit = 5

/** The claims that a name can come from (OpenID Connect Core section 5.1). */
interface NameClaims {
  readonly sub?: unknown
  readonly name?: unknown
  readonly preferred_username?: unknown
  readonly email?: unknown
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null)

/** The admin out of an id token's claims. */
export function adminOf(claims: NameClaims | undefined): Admin {
  const email = text(claims?.email)
  return { name: text(claims?.name) ?? text(claims?.preferred_username) ?? email ?? text(claims?.sub) ?? '', email }
}

/**
 * Asks the userinfo endpoint for the name where the id token has none but the bare `sub`, which is how IdentityServer sends it
 * beside an access token. When that fails the `sub` has to do.
 */
export async function completeAdmin(
  admin: Admin,
  configuration: client.Configuration,
  reply: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
): Promise<Admin> {
  const sub = reply.claims()?.sub
  if (!sub || admin.name !== sub || !configuration.serverMetadata().userinfo_endpoint) return admin
  configuration.timeout = userInfoLimit
  try {
    return adminOf(await client.fetchUserInfo(configuration, reply.access_token, sub))
  } catch {
    return admin
  }
}
