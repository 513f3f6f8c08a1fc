import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { keptValue } from '../../../electron/store/kept.ts'
import { createRoster } from '../../../electron/store/roster.ts'
import { silentLog } from '../../support/silent-log.ts'
import { person, setUp, summary } from '../../support/workspace-desk.ts'

const query = { search: '', state: null, sort: { by: 'name' as const, descending: false } }
const names = async (desk: ReturnType<typeof setUp>, since: 'new' | 'changed' | null) =>
  (await desk.workspace.people.query({ query: { ...query, since }, offset: 0, limit: 100 })).rows.map(
    ({ name }) => name,
  )
const counts = async (desk: ReturnType<typeof setUp>) =>
  (await desk.workspace.people.query({ query, offset: 0, limit: 1 })).since
const gone = (desk: ReturnType<typeof setUp>) => desk.workspace.people.gone({ offset: 0, limit: 10 })

test('nobody is new to somebody who reads for the first time', async () => {
  const desk = setUp()
  expect(await counts(desk)).toBe(null)
  await desk.people(person('ada'), person('bob'))
  expect(await counts(desk)).toBe(null)
  expect(gone(desk)).toEqual({ total: 0, rows: [] })
})

test('a second reading tells who is new, changed and gone, and a third forgets it', async () => {
  const desk = setUp()
  await desk.people(person('ada'), person('bob'), person('cem', { groups: ['Sales'] }), person('dan'))
  await desk.people(
    person('ada'),
    person('bob', { attributes: { title: 'Director' } }),
    person('cem', { groups: ['Legal'] }),
    person('eva'),
  )
  expect(await counts(desk)).toEqual({ new: 1, changed: 2, gone: 1 })
  expect(await names(desk, 'new')).toEqual(['eva'])
  expect(await names(desk, 'changed')).toEqual(['bob', 'cem'])
  expect(await names(desk, null)).toHaveLength(4)
  expect(gone(desk)).toMatchObject({ total: 1, rows: [{ name: 'dan', userName: 'dan@contoso.example' }] })
  const ids = await desk.workspace.people.ids({ query: { ...query, since: 'new' } })
  expect(ids).toHaveLength(1)

  await desk.people(person('ada'), person('bob', { attributes: { title: 'Director' } }), person('dan'))
  expect(await counts(desk)).toEqual({ new: 1, changed: 0, gone: 2 })
  expect(await names(desk, 'new')).toEqual(['dan'])
})

test('a further attribute that has another value, came or went is a change; the order of them is none', async () => {
  const desk = setUp()
  const more = { costCenter: '4711', badge: 'B1' }
  const all = ['ada', 'bob', 'cem', 'dan']
  await desk.people(...all.map((name) => ({ ...person(name), more })))
  await desk.people(
    { ...person('ada'), more: { badge: 'B1', costCenter: '4711' } },
    { ...person('bob'), more: { ...more, badge: 'B2' } },
    person('cem'),
    { ...person('dan'), more: { ...more, room: '1' } },
  )
  expect(await names(desk, 'changed')).toEqual(['bob', 'cem', 'dan'])
})

test('what the version that read before knew nothing of is no change', async () => {
  const database = openDatabase(':memory:', { log: silentLog })
  const roster = createRoster(database)
  const kept = keptValue<{ attributes: readonly string[] }>(database, 'source')
  await roster.replace(summary, [person('ada'), person('bob')], [])
  // As an earlier version left it, which had not heard of units.
  const { attributes, ...rest } = kept.get() ?? { attributes: [] }
  const place = attributes.indexOf('organizationalUnit')
  kept.set({ ...rest, attributes: attributes.filter((_, at) => at !== place) })
  for (const row of database.prepare('SELECT id, person FROM people').all()) {
    const parts = String(row.person).split('\u001f')
    parts.splice(4 + place, 1)
    database.prepare('UPDATE people SET person = ? WHERE id = ?').run(parts.join('\u001f'), Number(row.id))
  }
  const later = createRoster(database)
  expect(later.after(0, 9).map(({ person: each }) => each)).toEqual([person('ada'), person('bob')])
  const inUnit = (name: string, attributes = {}) =>
    person(name, { attributes: { organizationalUnit: '/Sales', ...attributes } })
  await later.replace(summary, [inUnit('ada'), inUnit('bob', { title: 'Director' })], [])
  expect(later.since.counts()).toEqual({ new: 0, changed: 1, gone: 0 })
})

test('another line, and attributes and groups in another order, are no change; being disabled is one', async () => {
  const desk = setUp()
  const groups = ['Legal', 'Sales']
  await desk.people(person('ada', { line: 2, groups }), person('bob', { line: 3 }))
  const turned = { ...person('ada', { line: 9 }), groups: [...groups].reverse() }
  turned.attributes = Object.fromEntries(Object.entries(turned.attributes).reverse())
  await desk.people(turned, person('bob', { line: 3, active: false }))
  expect(await names(desk, 'changed')).toEqual(['bob'])
})

test('a reading that breaks off leaves what was found before', async () => {
  const desk = setUp()
  await desk.people(person('ada'))
  await desk.people(person('ada'), person('bob'))
  async function* broken() {
    yield person('cem')
    throw new Error('The disk is full.')
  }
  await expect(desk.workspace.source.store({ summary, people: broken(), problems: [] })).rejects.toThrow('disk')
  expect(await counts(desk)).toEqual({ new: 1, changed: 0, gone: 0 })
  expect(await names(desk, null)).toEqual(['ada', 'bob'])
})

test('a few thousand people are compared in stretches', async () => {
  const desk = setUp()
  const many = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => person(`p${from + n}`))
  await desk.people(...many(0, 3_000))
  await desk.people(...many(700, 3_700))
  expect(await counts(desk)).toEqual({ new: 700, changed: 0, gone: 700 })
})
