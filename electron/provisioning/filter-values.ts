import { unitAttribute, unitParts } from '../../shared/model/attribute-name.ts'
import type { Filterable, ValueCounts, ValuesOf } from '../../shared/model/person-query.ts'
import type { AttributeColumn, AttributeIndex } from './attribute-index.ts'
import { fold } from './fold.ts'
import type { Compare } from './orders.ts'
import { sameValue } from './people-filter.ts'
import type { PeopleIndex } from './people-index.ts'

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
    units: column === undefined ? 0 : unitsOf(column).size,
  }
}

/** The values that people have of something, with how many have each: the most frequent first, groups and units by name. */
export async function valuesOf(
  of: ValuesOf,
  search: string,
  people: PeopleIndex,
  index: AttributeIndex,
  compare: Compare,
): Promise<ValueCounts> {
  const counted = await countsOf(of, people, index)
  const wanted = fold(search)
  const found = [...counted.values()].filter(({ value }) => wanted === '' || fold(value).includes(wanted))
  const byCount = of.by === 'attribute'
  found.sort((one, other) => (byCount ? other.people - one.people : 0) || compare(one.value, other.value))
  return { total: found.length, rows: found.slice(0, most) }
}

type Counts = ReadonlyMap<string, { readonly value: string; readonly people: number }>

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
const unitsOf = (column: AttributeColumn): Counts => countValues(column, withParents)

/** `/Sales/East` → `/Sales`, `/Sales/East`. The top itself, `/`, is where some people are, not what is above the others. */
function withParents(path: string): string[] {
  if (path === '/') return [path]
  const parts = unitParts(path)
  return parts.flatMap((part, depth) => (part === '' ? [] : [parts.slice(0, depth + 1).join('/')]))
}

/** Values that differ by letter case alone are one, as they are for a filter; the first one met stands for it. */
function countValues({ values, codes }: AttributeColumn, names: (value: string) => readonly string[]): Counts {
  const perValue = new Uint32Array(values.length + 1)
  for (const code of codes) perValue[code] = (perValue[code] ?? 0) + 1
  const counts = new Map<string, { value: string; people: number }>()
  for (const [place, whole] of values.entries()) {
    for (const value of names(whole)) {
      const key = sameValue(value)
      const count = counts.get(key) ?? { value, people: 0 }
      count.people += perValue[place + 1] ?? 0
      counts.set(key, count)
    }
  }
  return counts
}
