import type { ChangeKind } from '../../shared/model/change.ts'
import { type ListedPerson, type PersonRow, type PersonState, personStates } from '../../shared/model/person.ts'
import type { PeopleRule, PersonQuery } from '../../shared/model/person-query.ts'
import type { KindCounts } from '../../shared/model/plan.ts'
import type { AttributeIndex } from './attribute-index.ts'
import { termsOf } from './fold.ts'
import { type Compare, createOrders, fromTheEnd } from './orders.ts'
import type { View } from './overview.ts'
import { createPeopleFilters } from './people-filter.ts'
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
  /** Positions of everybody whom a rule is about, in no particular order. */
  among(view: View, rule: PeopleRule): Promise<number[]>
}

/** A {@link PeopleQueries} that sorts by `compare`. */
export function createPeopleQueries(
  compare: Compare,
  sinceIndex: SinceIndex,
  attributes: AttributeIndex,
): PeopleQueries {
  const orders = createOrders<string>(compare)
  const filters = createPeopleFilters(attributes)
  let last: { view: View; key: string; found: Found } | null = null

  /** Whether search, filters and reading are about the person at a position: one for yes. */
  async function matchesOf({ people }: View, rule: PeopleRule): Promise<(at: number) => boolean> {
    const { search, since: only = null } = rule
    const holds = await filters.of(people, rule.filters ?? [])
    const since = only === null ? null : await sinceIndex.of(people)
    const matches = matching(people.entries, termsOf(search))
    return (at) => matches[at] === 1 && (holds === null || holds[at] === 1) && (since === null || since(at) === only)
  }

  async function textsOf({ people }: View, by: string): Promise<(at: number) => string | null> {
    if (by === 'name') return (at) => people.entries[at]?.name ?? null
    const column = (await attributes.columns(people, [by])).get(by)
    return (at) => column?.at(at) ?? null
  }

  return {
    find: async (view, query) => {
      const { state, sort } = query
      const key = JSON.stringify(query)
      if (last !== null && last.view === view && last.key === key) return last.found
      // Within a state, people come by name.
      const by = sort.by === 'state' ? 'name' : sort.by
      const { entries } = view.people
      const textOf = await textsOf(view, by)
      const order = await orders.of(view.people, by, entries.length, textOf)
      const isMatch = await matchesOf(view, query)
      const counts = noStates()
      const buckets: number[][] = personStates.map(() => [])
      const plain: number[] = []
      const grouped = sort.by === 'state'
      for (const at of order) {
        if (!isMatch(at)) continue
        const stands = view.standings.state(at)
        counts.all++
        counts[stands]++
        if (state !== null && stands !== state) continue
        if (grouped) buckets[personStates.indexOf(stands)]?.push(at)
        else plain.push(at)
      }
      const upwards = grouped ? buckets.flat() : plain
      const positions = sort.descending ? fromTheEnd(upwards, grouped ? () => '' : textOf) : upwards
      const found = { positions, counts }
      last = { view, key, found }
      return found
    },
    among: async (view, rule) => {
      const isMatch = await matchesOf(view, rule)
      const positions: number[] = []
      for (let at = 0; at < view.people.entries.length; at++) {
        if (isMatch(at) && (rule.state === null || view.standings.state(at) === rule.state)) positions.push(at)
      }
      return positions
    },
  }
}

/** The row of the grid for a person by position, with these values. */
export function listedPerson(view: View, at: number, values: ListedPerson['values']): ListedPerson[] {
  return personRow(view, at).map(({ id, name, userName, state, differences, would }) => ({
    id,
    name,
    userName,
    state,
    differences,
    would,
    values,
  }))
}

/** A person in short, by position. */
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
