import { partsOf } from './ldap/dn.ts'

/** How a source writes down where somebody is. */
type Written =
  /** The whole name of the person, `CN=Jane,OU=East,OU=Sales,DC=contoso,DC=com`, whose OU parts count. */
  | 'dn'
  /** The same from the top: Active Directory’s canonicalName, `contoso.com/Sales/East/Jane`. */
  | 'canonical'
  /** A path, the name of one unit, or a distinguished name: whatever a column of units holds. */
  | 'unit'

/**
 * The path of an organisational unit as people have it, `/Sales/East`; empty when the value names none. Whoever is in
 * Google’s top unit has `/`.
 */
export function readUnit(value: string, written: Written): string {
  if (written === 'canonical') return pathOf(namesIn(value).slice(1, -1))
  if (written === 'dn' || looksLikeDn(value)) return unitOfDn(value)
  const path = pathOf(namesIn(value))
  return path === '' && value.startsWith('/') ? '/' : path
}

const looksLikeDn = (value: string): boolean => /^(?:ou|cn|uid|dc|o)\s*=/i.test(value)

/** Paths by what lies above an entry: thousands of people are in each unit. Bounded, since a file makes the names. */
const known = new Map<string, string>()
const mostKnown = 5_000

function unitOfDn(dn: string): string {
  // A distinguished name of a unit itself begins with it.
  const above = /^ou\s*=/i.test(dn) ? dn : dn.slice(/^(?:[^\\",;]|\\.|"(?:[^"\\]|\\.)*")*/s.exec(dn)?.[0].length ?? 0)
  const before = known.get(above)
  if (before !== undefined) return before
  const path = pathOf(
    partsOf(above)
      .flat()
      .filter(({ type }) => type === 'ou')
      .map(({ value }) => value)
      .reverse(),
  )
  if (known.size < mostKnown) known.set(above, path)
  return path
}

/** The names in a path. A stroke with a backslash in front belongs to a name. */
const namesIn = (path: string): string[] =>
  path
    .split(/(?<!(?<!\\)(?:\\\\)*\\)\//)
    .map((name) => name.replace(/\\([\\/])/g, '$1').trim())
    .filter((name) => name !== '')

const pathOf = (names: readonly string[]): string =>
  names
    // Active Directory puts a line feed into the name of a unit that two servers made at once.
    .map((name) => name.replace(/\p{Cc}+/gu, ' ').trim())
    .filter((name) => name !== '')
    .map((name) => `/${name.replace(/[\\/]/g, '\\$&')}`)
    .join('')
