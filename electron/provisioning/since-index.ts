import type { Roster } from '../store/roster.ts'
import type { Since } from '../store/since.ts'
import { createSlices } from '../store/slices.ts'
import type { PeopleIndex } from './people-index.ts'

/** How people stand to the reading before the last, at hand for every query. */
export interface SinceIndex {
  /** A look-up by position in an index of people; made once for each index. */
  of(people: PeopleIndex): Promise<(at: number) => Since | null>
}

const kinds: readonly (Since | null)[] = [null, 'new', 'changed']

/** A {@link SinceIndex} over the roster. */
export function createSinceIndex(roster: Pick<Roster, 'since'>): SinceIndex {
  const made = new WeakMap<PeopleIndex, Promise<Uint8Array>>()

  async function make({ entries, positionOf }: PeopleIndex): Promise<Uint8Array> {
    const slices = createSlices()
    const found = new Uint8Array(entries.length)
    for (let after = 0; ; ) {
      const some = roster.since.after(after, 500)
      for (const { id, since } of some) {
        const at = positionOf(id)
        if (at !== undefined) found[at] = kinds.indexOf(since)
        after = id
      }
      if (some.length === 0) return found
      if (slices.due()) await slices.rest()
    }
  }
  return {
    of: async (people) => {
      const making = made.get(people) ?? make(people)
      made.set(people, making)
      const found = await making
      return (at) => kinds[found[at] ?? 0] ?? null
    },
  }
}
