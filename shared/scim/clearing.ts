import { parsePath } from './path.ts'

/** What an account can't be without, and what takes more than an empty value to change (RFC 7643 sections 3.1 and 4.1). */
const needed = ['schemas', 'id', 'meta', 'groups', 'username', 'externalid', 'active']

/**
 * Whether an attribute may be cleared because the source has nothing: not what tells an account from others, and not
 * whether it is active.
 * @throws MusterError `path-invalid`
 */
export function canBeCleared(path: string): boolean {
  const { schema, attribute } = parsePath(path)
  return schema !== null || !needed.includes(attribute.toLowerCase())
}
