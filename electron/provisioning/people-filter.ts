import { unitAttribute } from '../../shared/model/attribute-name.ts'
import type { PeopleFilter } from '../../shared/model/person-query.ts'
import { createSlices } from '../store/slices.ts'
import type { AttributeColumn, AttributeIndex } from './attribute-index.ts'
import { fold, foldUserName } from './fold.ts'
import type { PeopleIndex } from './people-index.ts'

/** Two values that are one for filters: letter case and how accents were typed do not count, accents do. */
export const sameValue = (value: string): string => foldUserName(value)

/** Whether a unit is `unit` or below it. Both as {@link sameValue} has them. */
const isWithin = (path: string, unit: string): boolean => path === unit || path.startsWith(`${unit}/`)

/** What a condition on an attribute, or on the unit, says of a value; null is who has none. */
function test(filter: Exclude<PeopleFilter, { by: 'group' }>): (value: string | null) => boolean {
  if (filter.by === 'unit') {
    const unit = sameValue(filter.unit)
    return (value) => value !== null && isWithin(sameValue(value), unit)
  }
  const { is, value: wanted } = filter
  const [same, part] = [sameValue(wanted), fold(wanted)]
  switch (is) {
    case 'is':
      return (value) => value !== null && sameValue(value) === same
    case 'is-not':
      return (value) => value === null || sameValue(value) !== same
    case 'contains':
      return (value) => value !== null && fold(value).includes(part)
    case 'starts-with':
      return (value) => value !== null && fold(value).startsWith(part)
    case 'empty':
      return (value) => value === null
    case 'not-empty':
      return (value) => value !== null
  }
}

const columnOf = (filter: PeopleFilter): string[] =>
  filter.by === 'attribute' ? [filter.attribute] : filter.by === 'unit' ? [unitAttribute] : []

/** Holds conditions against everybody. */
export interface PeopleFilters {
  /** One for everybody, by position, for whom all conditions hold; null for no conditions. */
  of(people: PeopleIndex, filters: readonly PeopleFilter[]): Promise<Uint8Array | null>
}

/** {@link PeopleFilters} over an index; the last answer is kept, for whoever types into the search with filters set. */
export function createPeopleFilters(index: AttributeIndex): PeopleFilters {
  let last: { people: PeopleIndex; key: string; holds: Uint8Array } | null = null

  /** Takes out whoever the condition does not hold for. A value is judged once, however many people have it. */
  async function narrow(
    holds: Uint8Array,
    { values, codes }: AttributeColumn,
    accepts: (value: string | null) => boolean,
  ) {
    const slices = createSlices()
    const verdicts = new Uint8Array(values.length + 1)
    verdicts[0] = accepts(null) ? 1 : 0
    for (const [place, value] of values.entries()) {
      verdicts[place + 1] = accepts(value) ? 1 : 0
      if ((place & 255) === 0 && slices.due()) await slices.rest()
    }
    for (let at = 0; at < holds.length; at++) if (verdicts[codes[at] ?? 0] === 0) holds[at] = 0
  }

  return {
    of: async (people, filters) => {
      if (filters.length === 0) return null
      const key = JSON.stringify(filters)
      if (last !== null && last.people === people && last.key === key) return last.holds
      const holds = new Uint8Array(people.entries.length).fill(1)
      const columns = await index.columns(people, filters.flatMap(columnOf))
      for (const filter of filters) {
        if (filter.by === 'group') {
          const members = new Uint8Array(holds.length)
          for (const at of (await index.groups(people)).get(filter.group) ?? []) members[at] = 1
          const wanted = filter.member ? 1 : 0
          for (let at = 0; at < holds.length; at++) if (members[at] !== wanted) holds[at] = 0
          continue
        }
        const column = columns.get(columnOf(filter)[0] ?? '')
        if (column !== undefined) await narrow(holds, column, test(filter))
      }
      last = { people, key, holds }
      return holds
    },
  }
}
