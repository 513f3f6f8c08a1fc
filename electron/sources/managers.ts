import type { Person } from '../../shared/model/person.ts'
import { createFirstSeen } from '../store/first-seen.ts'
import { createSlices } from '../store/slices.ts'
import type { WrittenPeople } from '../store/written-people.ts'

/** Active Directory names a manager by distinguished name; where that person is in the file, their key says it to all. */
export interface Managers {
  /** The person who is added next, with their own distinguished name in lower case; empty when there is none. */
  see(person: Person, distinguishedName: string): void
  /** Names those who stand further down than somebody they are the manager of. @throws the signal’s reason. */
  settle(signal?: AbortSignal): Promise<void>
}

/** Nobody seen yet. @param people where they are added. */
export function createManagers(people: WrittenPeople): Managers {
  /** Distinguished names by position. */
  const names: string[] = []
  const named = createFirstSeen((position) => names[position] ?? '')
  /** Positions of people whose manager does not stand above them. */
  const waiting: number[] = []
  return {
    see: (person, distinguishedName) => {
      const position = people.length
      if (distinguishedName !== '') {
        names[position] = distinguishedName
        named.at(distinguishedName, position)
      }
      const { manager } = person.attributes
      if (manager === undefined) return
      const at = named.find(manager.toLowerCase())
      if (at === null) waiting.push(position)
      else person.attributes.manager = at === position ? person.key : people.keyAt(at)
    },
    settle: async (signal) => {
      // Nobody in the file has a distinguished name.
      if (names.length === 0) return
      const slices = createSlices()
      for (const position of waiting) {
        const person = people.at(position)
        const at = named.find(person.attributes.manager?.toLowerCase() ?? '')
        if (at !== null) {
          person.attributes.manager = people.keyAt(at)
          people.set(position, person)
        }
        if (!slices.due()) continue
        await slices.rest()
        signal?.throwIfAborted()
      }
    },
  }
}
