import { whyNotKept } from '../../shared/model/kept-attribute.ts'
import type { FileReading } from '../../shared/model/source.ts'
import { type Role, roleOf } from './headers.ts'

/** Puts what the admin has chosen in the place of what was recognised; gives the columns to keep as they are. */
export function choose(places: Map<Role, number>, titles: readonly string[], chosen: FileReading['columns']): number[] {
  const kept = new Set<number>()
  for (const { index, title, attribute } of chosen) {
    const at = titles[index] === title ? index : titles.indexOf(title)
    if (at === -1) continue
    kept.delete(at)
    // Managers are found by it whatever else the column is for.
    for (const [role, place] of [...places]) if (place === at && role !== 'distinguishedName') places.delete(role)
    if (attribute === 'kept' && whyNotKept(title) === null) kept.add(at)
    if (attribute === null || attribute === 'kept') continue
    const role = attribute === 'active' ? activeRole(title) : attribute
    for (const other of activeRoles.some((each) => each === role) ? activeRoles : [role]) places.delete(other)
    places.set(role, at)
  }
  return [...kept].sort((one, other) => one - other)
}

/** Of these, one is enough. */
const activeRoles: readonly Role[] = ['active', 'disabled', 'accountControl']

/** How a column tells whether somebody is active: `Disabled` says it the other way round, the end of an account beside another. */
function activeRole(title: string): Role {
  const known = roleOf(title)?.role
  return [...activeRoles, 'accountExpires' as const].find((role) => role === known) ?? 'active'
}
