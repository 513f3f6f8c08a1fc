import type { ChangeKind } from '../../shared/model/change.ts'
import { type PersonQuery, type PersonRow, type PersonState, personStates } from '../../shared/model/person.ts'
import type { KindCounts } from '../../shared/model/plan.ts'
import { termsOf } from './fold.ts'
import { type Compare, createOrders } from './orders.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'
import type { SinceIndex } from './since-index.ts'
import type { Standing } from './standings.ts'

/** Everybody a query is about, in its order, and how many of those that the search finds are in each state. */
interface Found {
  readonly positions: readonly number[]
  readonly counts: Record<'all' | PersonState, number>
}

/** Answers the questions of the People grid out of memory. */
export interface PeopleQueries {
  find(view: View, query: PersonQuery): Promise<Found>
}

/** A {@link PeopleQueries} that sorts by `compare`. */
export function createPeopleQueries(compare: Compare, sinceIndex: SinceIndex): PeopleQueries {
  const orders = createOrders<'name' | 'userName' | 'department' | 'title'>(compare)
  let last: { view: View; key: string; found: Found } | null = null

  return {
    find: async (view, query) => {
      const { search, state, sort, since: only = null } = query
      const key = JSON.stringify([search, state, sort.by, sort.descending, only])
      if (last !== null && last.view === view && last.key === key) return last.found
      // Within a state, people come by name.
      const by = sort.by === 'state' ? 'name' : sort.by
      const { entries } = view.people
      const order = await orders.of(view.people, by, entries.length, (at) => entries[at]?.[by] ?? null)
      const since = only === null ? null : await sinceIndex.of(view.people)
      const counts = noStates()
      const buckets: number[][] = personStates.map(() => [])
      const plain: number[] = []
      const terms = termsOf(search)
      const grouped = sort.by === 'state'
      const matches = matching(entries, terms)
      for (const at of order) {
        if (matches[at] === 0 || (since !== null && since(at) !== only)) continue
        const stands = view.standings.state(at)
        counts.all++
        counts[stands]++
        if (state !== null && stands !== state) continue
        if (grouped) buckets[personStates.indexOf(stands)]?.push(at)
        else plain.push(at)
      }
      const positions = grouped ? buckets.flat() : plain
      if (sort.descending) positions.reverse()
      const found = { positions, counts }
      last = { view, key, found }
      return found
    },
  }
}

/** The row of the grid for a person by position. */
export function personRow(view: View, at: number): PersonRow[] {
  const entry = view.people.entries[at]
  const standing = view.standings.get(at)
  if (entry === undefined || standing === null) return []
  const { id, name, userName, email, department, title } = entry
  const { state, differences } = standing
  const would = wouldOf(standing)
  return [{ id, name, userName, email, department, title, state, differences, would }]
}

/** What a push would do for somebody: who only comes into groups or leaves them is updated as well. */
function wouldOf({ would, differences }: Standing): ChangeKind {
  return would === 'none' && differences > 0 ? 'update' : would
}

/** What a push would do for a selection. */
export function weigh(view: View, ids: readonly number[]): { would: KindCounts; blocked: number; leftOut: number } {
  const would = noKinds()
  let blocked = 0
  let leftOut = 0
  for (const id of ids) {
    const at = view.people.positionOf(id)
    const standing = at === undefined ? null : view.standings.get(at)
    if (standing === null) continue
    if (standing.state === 'blocked') blocked++
    else if (standing.state === 'left-out') leftOut++
    else would[wouldOf(standing)]++
  }
  return { would, blocked, leftOut }
}

/** A zero for every kind of change. */
export const noKinds = (): KindCounts => ({ create: 0, update: 0, reactivate: 0, deactivate: 0, delete: 0, none: 0 })

/** One for everybody whom all terms fit. Walked in the order of memory, which is twice as fast as the order of the list. */
function matching(entries: readonly PersonEntry[], terms: readonly string[]): Uint8Array {
  const matches = new Uint8Array(entries.length).fill(1)
  if (terms.length === 0) return matches
  for (let at = 0; at < entries.length; at++) {
    const text = entries[at]?.search ?? ''
    for (const term of terms) {
      if (text.includes(term)) continue
      matches[at] = 0
      break
    }
  }
  return matches
}

function noStates(): Found['counts'] {
  return { all: 0, 'not-in-k2': 0, differs: 0, 'in-sync': 0, inactive: 0, blocked: 0, 'left-out': 0, unknown: 0 }
}
