/** Name of the vault entry that holds a connection's session. */
export const sessionEntry = (connection: string): string => `${connection}/session`

/** Name of the vault entry that holds a connection's path token. */
export const pathTokenEntry = (connection: string): string => `${connection}/path-token`

/** Name of the vault entry that holds the password, token or client secret of a kind of source. */
export const sourceSecretEntry = (connection: string, kind: 'ldap' | 'scim'): string => `${connection}/source-${kind}`

/** Name of the vault entry that holds the sign-in to a connection's proxy. */
export const proxyEntry = (connection: string): string => `${connection}/proxy`
