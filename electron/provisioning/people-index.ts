import type { Mapping } from '../../shared/model/mapping.ts'
import type { Person } from '../../shared/model/person.ts'
import type { Roster } from '../store/roster.ts'
import { createSlices } from '../store/slices.ts'
import { fold, foldUserName } from './fold.ts'
import { createKeyIndex, type KeyIndex } from './key-index.ts'
import { type ApplyMapping, compileMapping } from './mapping.ts'

/** What is held in memory of one person: enough to list, search, sort and match, not the person. */
export interface PersonEntry {
  readonly id: number
  readonly name: string
  readonly userName: string | null
  readonly email: string | null
  readonly department: string | null
  readonly title: string | null
  readonly line: number | null
  readonly active: boolean
  /** What the mapping makes the account's externalId. */
  readonly externalId: string | null
  /** What the mapping makes the sign-in name, folded for matching; null when there is none. */
  readonly signIn: string | null
  /** Folded, one part a line, in the order of {@link searchParts}. */
  readonly search: string
}

/** The lines of {@link PersonEntry.search}. */
export const searchParts = ['name', 'userName', 'email', 'externalId', 'spoken', 'department', 'title'] as const

/** The roster in memory. Never changed once built; reading people again builds another. */
export interface PeopleIndex {
  readonly entries: readonly PersonEntry[]
  /** Position of the person with that id; undefined when there is none. */
  positionOf(id: number): number | undefined
  /** Positions of the people with that folded sign-in name, or that externalId. */
  readonly bySignIn: KeyIndex
  readonly byExternalId: KeyIndex
  /** How many people are in each group of the source; null where it does not tell of groups. */
  readonly groups: ReadonlyMap<string, number> | null
  /** Position of a person's manager; -1 when the source names nobody, somebody who is not in it, or the person themself. */
  managerOf(at: number): number
}

/** Reads the roster into memory, in slices. */
export async function buildPeopleIndex(roster: Roster, mapping: Mapping): Promise<PeopleIndex> {
  const slices = createSlices()
  const apply = compileMapping(mapping)
  const entries: PersonEntry[] = []
  const expected = roster.summary()?.people ?? 0
  const shared = createSharing()
  const bySignIn = createKeyIndex((at) => entries[at]?.signIn ?? null, expected)
  const byExternalId = createKeyIndex((at) => entries[at]?.externalId ?? null, expected)
  /** Only where the key is not the externalId anyway. */
  const byKey = new Map<string, number>()
  /** By the source's own sign-in name, only where the mapping makes another of it. */
  const byOwnName = new Map<string, number>()
  const references = new Map<number, string>()
  let groups: Map<string, number> | null = null
  for (let after = 0; ; ) {
    const some = roster.after(after, 200)
    for (const { id, person } of some) {
      const entry = entryOf(id, person, apply, shared)
      const at = entries.push(entry) - 1
      if (person.key !== entry.externalId) byKey.set(person.key, at)
      const ownName = foldUserName(person.attributes.userName ?? '')
      if (ownName !== '' && ownName !== entry.signIn) byOwnName.set(ownName, byOwnName.has(ownName) ? -1 : at)
      if (person.groups !== undefined) {
        groups ??= new Map()
        for (const group of person.groups) groups.set(group, (groups.get(group) ?? 0) + 1)
      }
      if (person.attributes.manager !== undefined) references.set(at, person.attributes.manager)
      bySignIn.add(at)
      byExternalId.add(at)
      after = id
    }
    if (some.length === 0) break
    if (slices.due()) await slices.rest()
  }
  const managers = new Int32Array(entries.length).fill(-1)
  for (const [at, reference] of references) {
    const byId = byExternalId.at(reference)
    const found = byId.length > 0 ? byId : bySignIn.at(foldUserName(reference))
    // By key, else by externalId, else by sign-in name; where more than one fits, nothing is guessed.
    const manager =
      byKey.get(reference) ?? byOwnName.get(foldUserName(reference)) ?? (found.length === 1 ? found[0] : undefined)
    if (manager !== undefined && manager !== at) managers[at] = manager
    if (slices.due()) await slices.rest()
  }
  const managerOf = (at: number): number => managers[at] ?? -1
  return { entries, positionOf: finderOf(entries), bySignIn, byExternalId, groups, managerOf }
}

/**
 * Finds positions by id. Entries come in the order of their ids, mostly without gaps, so the place is guessed first; else
 * it is searched by halving, in a column of numbers that fits into the processor's cache.
 */
function finderOf(entries: readonly PersonEntry[]): PeopleIndex['positionOf'] {
  const ids = Float64Array.from(entries, ({ id }) => id)
  return (id) => {
    const guess = id - (ids[0] ?? 0)
    if (ids[guess] === id) return guess
    let low = 0
    let high = ids.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ids[middle] ?? 0) < id) low = middle + 1
      else high = middle
    }
    return ids[low] === id ? low : undefined
  }
}

/** How a person is called: the display name, else given and family name, else the sign-in name, the address, the key. */
function nameOf({ key, attributes }: Person): string {
  const { displayName, givenName, familyName, userName, email } = attributes
  const spoken = [givenName, familyName].filter((part) => part !== undefined).join(' ')
  return displayName || spoken || userName || email || key
}

function entryOf(id: number, person: Person, apply: ApplyMapping, shared: Sharing): PersonEntry {
  const { attributes, line, active } = person
  const name = nameOf(person)
  const { userName = null } = attributes
  const department = shared(attributes.department ?? null)
  const title = shared(attributes.title ?? null)
  // Most addresses are the sign-in name over again.
  const email = attributes.email === userName ? userName : (attributes.email ?? null)
  let externalId: string | null = null
  let signIn: string | null = null
  for (const { path, value } of apply(person)) {
    if (typeof value !== 'string') continue
    if (path === 'externalId') externalId = value
    if (path === 'userName') signIn = sameOr(userName, foldUserName(value)) || null
  }
  const spoken = [attributes.givenName, attributes.familyName].filter((part) => part !== undefined).join(' ')
  // What a line above says already need not be said again.
  const parts = [name, userName, email === userName ? null : email, externalId, spoken === name ? null : spoken]
  const search = fold([...parts, department, title].map(oneLine).join('\n'))
  return { id, name, userName, email, department, title, line, active, externalId, signIn, search }
}

/** Gives equal texts as one and the same, for columns in which few values come again and again. */
type Sharing = (text: string | null) => string | null

function createSharing(): Sharing {
  const known = new Map<string, string>()
  return (text) => {
    if (text === null) return null
    const found = known.get(text)
    if (found === undefined && known.size < 10_000) known.set(text, text)
    return found ?? text
  }
}

/** The one that is there already, where both say the same: half a million short texts add up. */
const sameOr = (there: string | null, text: string): string => (there === text ? there : text)

const oneLine = (part: string | null): string => part?.replace(/\s+/g, ' ').trim() ?? ''
