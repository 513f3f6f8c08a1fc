import { createSlices } from '../../store/slices.ts'
import type { Directory } from './directory.ts'
import { comparableDn, nameOfDn } from './dn.ts'
import type { EntryPerson } from './entry.ts'
import { withWholeRanges } from './ranges.ts'

/** Groups of directories that do not write them down with the person (RFC 4519, RFC 2307). */
const groupFilter =
  '(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)(objectClass=group))'
const memberAttributes = ['member', 'uniqueMember', 'memberUid'] as const

/**
 * Puts the names of their groups on people: by what the entries say themselves (memberOf), else by reading the groups.
 * @param context where groups may be.
 * @returns how many groups people are in; null when the directory tells of no group at all.
 */
export async function addGroups(
  people: readonly EntryPerson[],
  directory: Directory,
  context: string,
  positionOf: ReadonlyMap<string, number>,
): Promise<number | null> {
  const told = people.some(({ memberOf }) => memberOf !== null)
  const groups = told ? saidByPeople(people) : await readGroups(people, directory, context, positionOf)
  if (groups === null) return null
  const names = new Set<string>()
  const slices = createSlices()
  for (const [at, { person }] of people.entries()) {
    const own = groups.get(at) ?? []
    person.groups = [...new Set(own)].sort()
    for (const name of own) names.add(name)
    if (slices.due()) await slices.rest()
  }
  return names.size
}

/** Position of a person → names of groups. */
type Membership = ReadonlyMap<number, readonly string[]>

function saidByPeople(people: readonly EntryPerson[]): Membership {
  // A group is named by all of its members in the same words.
  const names = new Map<string, string>()
  const nameOf = (dn: string): string => {
    const known = names.get(dn)
    if (known !== undefined) return known
    const name = nameOfDn(dn)
    names.set(dn, name)
    return name
  }
  return new Map(people.map(({ memberOf }, at) => [at, (memberOf ?? []).map(nameOf)]))
}

async function readGroups(
  people: readonly EntryPerson[],
  directory: Directory,
  context: string,
  positionOf: ReadonlyMap<string, number>,
): Promise<Membership | null> {
  const uids = new Map(people.map(({ person, dn }, at) => [(person.attributes.userName ?? dn).toLowerCase(), at]))
  const groups = new Map<number, string[]>()
  const slices = createSlices()
  let found = false
  const search = { base: context, scope: 'sub' as const, filter: groupFilter, attributes: ['cn', ...memberAttributes] }
  for await (const { entries } of directory.search(search)) {
    for (const entry of entries) {
      found = true
      const { values } = await withWholeRanges(directory, entry)
      const cn = values.get('cn')?.[0]
      const name = typeof cn === 'string' ? cn : nameOfDn(entry.dn)
      for (const attribute of memberAttributes) {
        for (const member of values.get(attribute.toLowerCase()) ?? []) {
          if (typeof member !== 'string') continue
          const at = attribute === 'memberUid' ? uids.get(member.toLowerCase()) : positionOf.get(comparableDn(member))
          if (at === undefined) continue
          const own = groups.get(at)
          if (own) own.push(name)
          else groups.set(at, [name])
          if (slices.due()) await slices.rest()
        }
      }
    }
  }
  return found ? groups : null
}
