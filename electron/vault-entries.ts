import type { z } from 'zod'

/** What a vault entry holds as JSON; null for none, and for a text that is something else. */
export function readEntry<T>(text: string | null, schema: z.ZodType<T>): T | null {
  if (text === null) return null
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Name of the vault entry that holds a connection's session. */
export const sessionEntry = (connection: string): string => `${connection}/session`

/** Name of the vault entry that holds a connection's path token. */
export const pathTokenEntry = (connection: string): string => `${connection}/path-token`

/** Name of the vault entry that holds the client secret a connection signs in with. */
export const clientSecretEntry = (connection: string): string => `${connection}/client-secret`

/** Name of the vault entry that holds the password, token or client secret of a kind of source. */
export const sourceSecretEntry = (connection: string, kind: 'ldap' | 'scim'): string => `${connection}/source-${kind}`

/** Name of the vault entry that holds the sign-in to a connection's proxy. */
export const proxyEntry = (connection: string): string => `${connection}/proxy`

/** Every entry that belongs to a connection's settings: what a duplicate takes along. The session is none of them. */
export const settingsEntries = (connection: string): string[] => [
  pathTokenEntry(connection),
  clientSecretEntry(connection),
  sourceSecretEntry(connection, 'ldap'),
  sourceSecretEntry(connection, 'scim'),
  proxyEntry(connection),
]
