import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributeOf, createAttributeIndex } from '../../../electron/provisioning/attribute-index.ts'
import { defaultMappingOf } from '../../../electron/provisioning/default-mapping.ts'
import { createPeopleValues, filterableBy } from '../../../electron/provisioning/filter-values.ts'
import { createPeopleFilters } from '../../../electron/provisioning/people-filter.ts'
import { buildPeopleIndex } from '../../../electron/provisioning/people-index.ts'
import type { Roster } from '../../../electron/store/roster.ts'
import { unitAttribute } from '../../../shared/model/attribute-name.ts'
import type { Person } from '../../../shared/model/person.ts'
import { comparisons, type PeopleFilter } from '../../../shared/model/person-query.ts'

const compare = new Intl.Collator('en').compare

/** A roster of these people that counts how often it is walked. */
function rosterOf(people: readonly Person[]) {
  const walks = { begun: 0 }
  const roster: Pick<Roster, 'after' | 'summary'> = {
    summary: () => null,
    after: (after, limit) => {
      if (after === 0) walks.begun++
      return people.slice(after, after + limit).map((person, place) => ({ id: after + place + 1, person }))
    },
  }
  return { roster, walks }
}

async function indexOf(people: readonly Person[]) {
  const { roster, walks } = rosterOf(people)
  // Only these two are asked of a roster here.
  const index = await buildPeopleIndex(roster as Roster, defaultMappingOf('generic'))
  walks.begun = 0
  return { people: index, attributes: createAttributeIndex(roster), walks }
}

const values = fc.constantFrom('Sales', 'sales', 'Säles', 'Sales East', 'IT', 'ﬁnance', '%_', '(', 'É', 'E\u0301')
const units = fc.constantFrom('/Sales', '/sales/East', '/Sales/East/Harbour', '/Salesforce', '/IT', 'Loose')
const groups = fc.constantFrom('All', 'Admins', 'admins', '__proto__')
const person = fc
  .record({
    active: fc.boolean(),
    attributes: fc.record(
      { userName: values, department: values, city: values, [unitAttribute]: units },
      { requiredKeys: [] },
    ),
    more: fc.option(fc.record({ 'Cost centre': values, title: values }, { requiredKeys: [] }), { nil: undefined }),
    groups: fc.option(fc.uniqueArray(groups), { nil: undefined }),
  })
  .map(({ more, groups: names, ...rest }) => ({
    ...rest,
    ...(more === undefined ? {} : { more }),
    ...(names === undefined ? {} : { groups: names }),
  }))
const attributes = fc.constantFrom(
  'userName',
  'department',
  'city',
  'active',
  'more:Cost centre',
  'more:title',
  'phone',
)
const filter: fc.Arbitrary<PeopleFilter> = fc.oneof(
  fc.record({
    by: fc.constant('attribute' as const),
    attribute: attributes,
    is: fc.constantFrom(...comparisons),
    value: fc.oneof(values, fc.constantFrom('sal', 'true', 's')),
  }),
  fc.record({ by: fc.constant('group' as const), group: groups, member: fc.boolean() }),
  fc.record({ by: fc.constant('unit' as const), unit: units }),
)

const plain = (text: string) => text.normalize('NFC').toLowerCase()
const bare = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** What a condition means, said once more and without any haste. */
function holds(one: Person, condition: PeopleFilter): boolean {
  if (condition.by === 'group') return (one.groups ?? []).includes(condition.group) === condition.member
  const value = attributeOf(one, condition.by === 'unit' ? unitAttribute : condition.attribute)
  if (condition.by === 'unit') {
    if (value === undefined) return false
    const [path, unit] = [plain(value).split('/'), plain(condition.unit).split('/')]
    return unit.every((part, depth) => path[depth] === part)
  }
  switch (condition.is) {
    case 'empty':
      return value === undefined
    case 'not-empty':
      return value !== undefined
    case 'is':
      return value !== undefined && plain(value) === plain(condition.value)
    case 'is-not':
      return value === undefined || plain(value) !== plain(condition.value)
    case 'contains':
      return value !== undefined && bare(value).includes(bare(condition.value))
    case 'starts-with':
      return value !== undefined && bare(value).startsWith(bare(condition.value))
  }
}

const asPeople = (some: readonly object[]): Person[] =>
  some.map((one, line) => ({ key: `p${line}`, line, active: true, attributes: {}, ...one }))

describe('filters', () => {
  test('find exactly whom a look at everybody would find', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 30 }),
        fc.array(filter, { minLength: 1, maxLength: 4 }),
        async (some, conditions) => {
          const everybody = asPeople(some)
          const { people, attributes: index } = await indexOf(everybody)
          const mask = await createPeopleFilters(index).of(people, conditions)
          const expected = everybody.map((one) => (conditions.every((each) => holds(one, each)) ? 1 : 0))
          expect([...(mask ?? [])]).toEqual(expected)
        },
      ),
    )
  })

  test('offer each value with exactly as many people as its filter finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 30 }), async (some) => {
        const { people, attributes: index } = await indexOf(asPeople(some))
        const filters = createPeopleFilters(index)
        const values = createPeopleValues(index, compare)
        const found = async (condition: PeopleFilter) =>
          [...((await filters.of(people, [condition])) ?? [])].filter((one) => one === 1).length
        for (const { name, people: filled } of (await filterableBy(people, index)).attributes) {
          expect(await found({ by: 'attribute', attribute: name, is: 'not-empty', value: '' })).toBe(filled)
          const { rows } = await values.of({ by: 'attribute', attribute: name }, '', people)
          for (const { value, people: count } of rows) {
            expect(await found({ by: 'attribute', attribute: name, is: 'is', value })).toBe(count)
          }
        }
        for (const { value, people: count } of (await values.of({ by: 'group' }, '', people)).rows) {
          expect(await found({ by: 'group', group: value, member: true })).toBe(count)
        }
        for (const { value, people: count } of (await values.of({ by: 'unit' }, '', people)).rows) {
          expect(await found({ by: 'unit', unit: value })).toBe(count)
        }
      }),
    )
  })
})

describe('the index of attributes', () => {
  const everybody = asPeople(
    Array.from({ length: 1000 }, (_, n) => ({
      attributes: { userName: `u${n}`, city: `City ${n % 3}`, country: 'NZ' },
      more: { Shoe: String(n % 5) },
    })),
  )

  test('walks over the roster once for several columns, once for all, and holds equal values once', async () => {
    const { people, attributes: index, walks } = await indexOf(everybody)
    const [first, second] = await Promise.all([
      index.columns(people, ['city', 'country', 'more:Shoe']),
      index.columns(people, ['city', 'userName']),
    ])
    expect(walks.begun).toBe(1)
    expect(first.get('city')?.values).toEqual(['City 0', 'City 1', 'City 2'])
    expect(second.get('city')).toBe(first.get('city'))
    expect(first.get('more:Shoe')?.at(7)).toBe('2')
    expect(second.get('userName')?.at(999)).toBe('u999')
    expect((await index.columns(people, ['country'])).get('country')?.values).toEqual(['NZ'])
    expect(walks.begun).toBe(1)
  })

  test('offers what somebody has, the most frequent value first, and finds values by a part of them', async () => {
    const { people, attributes: index } = await indexOf(everybody)
    const values = createPeopleValues(index, compare)
    expect(await filterableBy(people, index)).toEqual({
      attributes: [
        { name: 'userName', people: 1000 },
        { name: 'city', people: 1000 },
        { name: 'country', people: 1000 },
        { name: 'active', people: 1000 },
        { name: 'more:Shoe', people: 1000 },
      ],
      groups: 0,
      units: 0,
    })
    const cities = await values.of({ by: 'attribute', attribute: 'city' }, '', people)
    expect(cities.rows[0]).toEqual({ value: 'City 0', people: 334 })
    expect(await values.of({ by: 'attribute', attribute: 'city' }, 'Y 2', people)).toEqual({
      total: 1,
      rows: [{ value: 'City 2', people: 333 }],
    })
    const names = await values.of({ by: 'attribute', attribute: 'userName' }, '', people)
    expect([names.total, names.rows.length]).toEqual([1000, 300])
  })
})
