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
  /** Reference to another person, as the source has it. */
  readonly manager: string | null
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
  /** Position of the person with that key, where the key is not the externalId anyway. */
  readonly byKey: ReadonlyMap<string, number>
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
  const byKey = new Map<string, number>()
  for (let after = 0; ; ) {
    const some = roster.after(after, 200)
    for (const { id, person } of some) {
      const entry = entryOf(id, person, apply, shared)
      const at = entries.push(entry) - 1
      if (person.key !== entry.externalId) byKey.set(person.key, at)
      bySignIn.add(at)
      byExternalId.add(at)
      after = id
    }
    if (some.length === 0) return { entries, positionOf: (id) => search(entries, id), bySignIn, byExternalId, byKey }
    if (slices.due()) await slices.rest()
  }
}

/** Entries come in the order of their ids, so a map of a hundred thousand numbers is not needed to find one. */
function search(entries: readonly PersonEntry[], id: number): number | undefined {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.id ?? 0) < id) low = middle + 1
    else high = middle
  }
  return entries[low]?.id === id ? low : undefined
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
  const { userName = null, manager = null } = attributes
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
  const search = fold([name, userName, email, externalId, spoken, department, title].map(oneLine).join('\n'))
  return { id, name, userName, email, department, title, line, active, externalId, signIn, manager, search }
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
