import { unitAttribute, unitParts } from '../../shared/model/attribute-name.ts'
import type { Filterable, ValueCounts, ValuesOf } from '../../shared/model/person-query.ts'
import { createSlices } from '../store/slices.ts'
import type { AttributeColumn, AttributeIndex } from './attribute-index.ts'
import { fold } from './fold.ts'
import type { Compare } from './orders.ts'
import { sameValue } from './people-filter.ts'
import type { PeopleIndex } from './people-index.ts'
import { sortedPositions } from './sorted.ts'

/** Rows that are offered at most; whoever looks for another types more of it. */
const most = 300

/** What people can be filtered by. */
export async function filterableBy(people: PeopleIndex, index: AttributeIndex): Promise<Filterable> {
  const attributes = await index.filled(people)
  const hasUnits = attributes.some(({ name }) => name === unitAttribute)
  const column = hasUnits ? (await index.columns(people, [unitAttribute])).get(unitAttribute) : undefined
  return {
    attributes: [...attributes],
    groups: people.groups?.size ?? 0,
    units: column === undefined ? 0 : (await unitsOf(column)).size,
  }
}

/** Tells the values that people have of something. */
export interface PeopleValues {
  /** Those that hold what is searched for, with how many people have each: the most frequent first, groups and units by name. */
  of(of: ValuesOf, search: string, people: PeopleIndex): Promise<ValueCounts>
}

/** {@link PeopleValues} over an index; the last list is kept, for whoever types into its search. */
export function createPeopleValues(index: AttributeIndex, compare: Compare): PeopleValues {
  let last: { people: PeopleIndex; key: string; list: Promise<readonly Count[]> } | null = null

  async function listOf(of: ValuesOf, people: PeopleIndex): Promise<readonly Count[]> {
    const counts = [...(await countsOf(of, people, index)).values()]
    const byCount = of.by === 'attribute'
    // Of an e-mail address there are as many values as people.
    const order = await sortedPositions(counts.length, (first, second) => {
      const one = counts[first]
      const other = counts[second]
      if (one === undefined || other === undefined) return 0
      return (byCount ? other.people - one.people : 0) || compare(one.value, other.value)
    })
    return [...order].flatMap((at) => counts[at] ?? [])
  }

  function keptList(of: ValuesOf, people: PeopleIndex): Promise<readonly Count[]> {
    const key = JSON.stringify(of)
    if (last !== null && last.people === people && last.key === key) return last.list
    const list = listOf(of, people)
    last = { people, key, list }
    // What failed is made anew by whoever asks next.
    list.catch(() => {
      if (last?.list === list) last = null
    })
    return list
  }

  return {
    of: async (of, search, people) => {
      const list = await keptList(of, people)
      const wanted = fold(search)
      if (wanted === '') return { total: list.length, rows: list.slice(0, most) }
      const slices = createSlices()
      const rows: Count[] = []
      let total = 0
      for (const [place, count] of list.entries()) {
        if ((place & 255) === 0 && slices.due()) await slices.rest()
        if (!fold(count.value).includes(wanted)) continue
        total++
        if (rows.length < most) rows.push(count)
      }
      return { total, rows }
    },
  }
}

/** A value, as the first one met writes it, and how many people have it. */
interface Count {
  readonly value: string
  readonly people: number
}
type Counts = ReadonlyMap<string, Count>

async function countsOf(of: ValuesOf, people: PeopleIndex, index: AttributeIndex): Promise<Counts> {
  if (of.by === 'group') {
    return new Map([...(people.groups ?? [])].map(([value, count]) => [value, { value, people: count }]))
  }
  const name = of.by === 'unit' ? unitAttribute : of.attribute
  const column = (await index.columns(people, [name])).get(name)
  if (column === undefined) return new Map()
  return of.by === 'unit' ? unitsOf(column) : countValues(column, (value) => [value])
}

/** Every unit that somebody is in, and those above it, with how many are in it or below it. */
const unitsOf = (column: AttributeColumn): Promise<Counts> => countValues(column, withParents)

/** `/Sales/East` → `/Sales`, `/Sales/East`. The top itself, `/`, is where some people are, not what is above the others. */
function withParents(path: string): string[] {
  if (path === '/') return [path]
  const parts = unitParts(path)
  return parts.flatMap((part, depth) => (part === '' ? [] : [parts.slice(0, depth + 1).join('/')]))
}

/** Values that differ by letter case alone are one, as they are for a filter; the first one met stands for it. */
async function countValues(
  { values, codes }: AttributeColumn,
  names: (value: string) => readonly string[],
): Promise<Counts> {
  const slices = createSlices()
  const perValue = new Uint32Array(values.length + 1)
  for (const code of codes) perValue[code] = (perValue[code] ?? 0) + 1
  const counts = new Map<string, { value: string; people: number }>()
  for (const [place, whole] of values.entries()) {
    if ((place & 255) === 0 && slices.due()) await slices.rest()
    for (const value of names(whole)) {
      const key = sameValue(value)
      const count = counts.get(key) ?? { value, people: 0 }
      count.people += perValue[place + 1] ?? 0
      counts.set(key, count)
    }
  }
  return counts
}
