import { attributeOf, isJsonObject } from '../../../shared/scim/path.ts'
import type { ScimGroup, ScimUser } from '../../../shared/scim/schemas.ts'
import { t } from '../../../shared/words/text.ts'
import type { Problems } from '../problems.ts'

/** Whom groups have in them, by id of the person in the service. */
export interface Membership {
  /** The groups that a person names themselves (RFC 7643 section 4.1.2), where the service sends them. */
  addUser(user: ScimUser): void
  addGroup(group: ScimGroup): void
  /** Names of a person’s groups, each once, in order. */
  of(id: string): string[]
  /** How many groups anybody is in; null when the service told of no group at all. */
  count(): number | null
}

/** Services cut members off at round numbers; one that has exactly so many may have more. */
const isCutOff = (members: number): boolean => members > 0 && members % 100 === 0

/** No group known yet. */
export function createMembership(problems: Problems): Membership {
  const groups = new Map<string, Set<string>>()
  const names = new Set<string>()
  let told = false
  const add = (id: string, name: string): void => {
    if (name === '') return
    names.add(name)
    const own = groups.get(id)
    if (own) own.add(name)
    else groups.set(id, new Set([name]))
  }
  return {
    addUser: (user) => {
      const own = attributeOf(user, 'groups')
      for (const group of Array.isArray(own) ? own : []) {
        const name = isJsonObject(group) ? attributeOf(group, 'display') : null
        if (typeof name === 'string') add(user.id, name)
        told = true
      }
    },
    addGroup: ({ displayName, members }) => {
      told = true
      for (const { value } of members) add(value, displayName)
      if (!isCutOff(members.length)) return
      problems.add({
        line: null,
        column: 'members',
        severity: 'warning',
        reason: t('The group “{group}” shows exactly {count, number} members, where services cut lists off.', {
          group: displayName.slice(0, 80),
          count: members.length,
        }),
        effect: t('There may be more members, whom Muster does not know of.'),
      })
    },
    of: (id) => [...(groups.get(id) ?? [])].sort(),
    count: () => (told ? names.size : null),
  }
}
