/** Name of the vault entry that holds a connection's session. */
export const sessionEntry = (connection: string): string => `${connection}/session`

/** Name of the vault entry that holds a connection's path token. */
export const pathTokenEntry = (connection: string): string => `${connection}/path-token`
