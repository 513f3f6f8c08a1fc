import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { PeopleRule, PersonQuery } from '../../../shared/model/person-query.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const everybody: PersonQuery = { search: '', state: null, sort: { by: 'name', descending: false } }
const sales: PeopleRule = {
  search: '',
  state: null,
  filters: [{ by: 'attribute', attribute: 'department', is: 'is', value: 'Sales' }],
}

async function office(path?: string) {
  const desk = setUp(path === undefined ? {} : { path })
  const read = (people: readonly { name: string; department?: string; city?: string; number?: string }[]) =>
    desk.people(
      ...people.map(({ name, department, city, number }) =>
        person(name, {
          attributes: {
            displayName: name,
            ...(department === undefined ? {} : { department }),
            ...(city === undefined ? {} : { city }),
            ...(number === undefined ? {} : { employeeNumber: number }),
          },
        }),
      ),
    )
  await read([
    { name: 'Ann', department: 'Sales', city: 'Bonn', number: '4711' },
    { name: 'Ben', department: 'Sales', city: 'Åre' },
    { name: 'Cleo', department: 'IT', number: '4712' },
    { name: 'Dan', city: 'Ulm', number: '4711' },
  ])
  const names = async (query: Partial<PersonQuery>) =>
    (await desk.workspace.people.query({ query: { ...everybody, ...query }, offset: 0, limit: 50 })).rows.map(
      ({ name }) => name,
    )
  const idOf = async (name: string) => {
    const [id] = await desk.workspace.people.ids({ query: { ...everybody, search: name } })
    if (id === undefined) throw new Error(`There is no ${name}.`)
    return id
  }
  return { ...desk, read, names, idOf }
}

describe('the People grid', () => {
  test('follows filters together with search, and so do the ids of everybody that matches', async () => {
    const { workspace, names } = await office()
    expect(await names(sales)).toEqual(['Ann', 'Ben'])
    expect(await names({ ...sales, search: 'b' })).toEqual(['Ben'])
    expect(await workspace.people.ids({ query: { ...everybody, ...sales, search: 'b' } })).toHaveLength(1)
  })

  test('sorts by any attribute, whoever has none last in both directions', async () => {
    const { names } = await office()
    expect(await names({ sort: { by: 'city', descending: false } })).toEqual(['Ben', 'Ann', 'Dan', 'Cleo'])
    expect(await names({ sort: { by: 'city', descending: true } })).toEqual(['Dan', 'Ann', 'Ben', 'Cleo'])
    expect(await names({ sort: { by: 'more:Shoe', descending: true } })).toHaveLength(4)
  })

  test('carries the values of the columns it is asked for, and no others', async () => {
    const { workspace } = await office()
    const { rows } = await workspace.people.query({
      query: everybody,
      columns: ['city', 'active'],
      offset: 0,
      limit: 3,
    })
    expect(rows.map(({ values }) => values)).toEqual([
      { city: 'Bonn', active: 'true' },
      { city: 'Åre', active: 'true' },
      { active: 'true' },
    ])
    expect(Object.keys(rows[0] ?? {})).not.toContain('department')
  })

  test('tells which condition leaves nobody, and how many there would be without it', async () => {
    const { workspace } = await office()
    const rule: PeopleRule = {
      ...sales,
      search: 'cleo',
      filters: [...(sales.filters ?? []), { by: 'attribute', attribute: 'city', is: 'empty', value: '' }],
    }
    expect(await workspace.people.emptiedBy({ rule })).toEqual([{ part: 0, people: 1 }])
    expect(await workspace.people.emptiedBy({ rule: { ...sales, search: 'dan' } })).toEqual([
      { part: 'search', people: 2 },
      { part: 0, people: 1 },
    ])
  })

  test('finds people by employee number in a pasted list, and does not guess where two have the same', async () => {
    const { workspace, idOf } = await office()
    const { found, ambiguous, notFound } = await workspace.people.find({ text: '4712\n4711\n4713' })
    expect(found).toEqual([await idOf('Cleo')])
    expect(ambiguous.map(({ text, people }) => [text, people.map(({ name }) => name)])).toEqual([
      ['4711', ['Ann', 'Dan']],
    ])
    expect(notFound).toEqual(['4713'])
  })
})

describe('saved selections', () => {
  test('a rule finds whoever fits when it is used; a list stays, and tells who is gone', async () => {
    const { workspace, read, idOf } = await office()
    const { selections } = workspace
    const rule = await selections.save({ name: 'Sales', content: { kind: 'rule', rule: sales } })
    const people = [await idOf('Ann'), await idOf('Dan')]
    const list = await selections.save({ name: 'first wave', content: { kind: 'list', people } })
    expect([rule.found, list.found]).toEqual([2, 2])
    await read([
      { name: 'Ann', department: 'IT' },
      { name: 'Eve', department: 'sales' },
      { name: 'Ben', department: 'Sales' },
      { name: 'Fay', department: 'Sales' },
    ])
    expect((await selections.list()).map(({ name, found, gone }) => [name, found, gone])).toEqual([
      ['first wave', 1, 1],
      ['Sales', 3, 0],
    ])
    const applied = await selections.apply({ selection: rule.id })
    expect(new Set(applied.people)).toEqual(new Set([await idOf('Eve'), await idOf('Ben'), await idOf('Fay')]))
    expect(applied.rule).toEqual(sales)
    expect(await selections.apply({ selection: list.id })).toEqual({
      people: [await idOf('Ann')],
      rule: null,
      gone: ['Dan'],
    })
    await read([{ name: 'Dan' }])
    expect(await selections.apply({ selection: list.id })).toEqual({ people: [people[1]], rule: null, gone: ['Ann'] })
  })

  test('are renamed, updated and deleted; a name stands for one of them, whatever its letter case', async () => {
    const { workspace, idOf } = await office()
    const { selections } = workspace
    const taken = expect.objectContaining({ code: 'selection-name-taken' })
    const gone = expect.objectContaining({ code: 'selection-not-found' })
    const list = async () => (await selections.list()).map(({ name, rule, found }) => [name, rule === null, found])
    const { id } = await selections.save({ name: 'Sales', content: { kind: 'rule', rule: sales } })
    const other = await selections.save({ name: 'Ann', content: { kind: 'list', people: [await idOf('Ann')] } })
    await expect(selections.save({ name: 'SALES', content: { kind: 'rule', rule: sales } })).rejects.toThrow(taken)
    await expect(selections.update({ selection: other.id, name: 'sales' })).rejects.toThrow(taken)
    await selections.update({ selection: id, name: 'sales team' })
    await selections.update({
      selection: other.id,
      content: { kind: 'list', people: [await idOf('Ben'), await idOf('Cleo')] },
    })
    expect(await list()).toEqual([
      ['Ann', true, 2],
      ['sales team', false, 2],
    ])
    await selections.update({ selection: other.id, content: { kind: 'rule', rule: everybody } })
    await selections.remove({ selection: id })
    expect(await list()).toEqual([['Ann', false, 4]])
    await expect(selections.apply({ selection: id })).rejects.toThrow(gone)
    await expect(selections.update({ selection: id, name: 'x' })).rejects.toThrow(gone)
  })

  test('are there when Muster starts again, and with another connection they are not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-selections-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const first = await office(join(folder, 'one.db'))
    const people = [await first.idOf('Ben')]
    await first.workspace.selections.save({ name: 'Sales', content: { kind: 'rule', rule: sales } })
    await first.workspace.selections.save({ name: 'Ben', content: { kind: 'list', people } })
    await first.workspace.close()
    const again = setUp({ path: join(folder, 'one.db') }).workspace
    const list = (await again.selections.list()).map(({ name, found }) => [name, found])
    expect(list).toEqual([
      ['Ben', 1],
      ['Sales', 2],
    ])
    await again.close()
    const other = await office(join(folder, 'two.db'))
    expect(await other.workspace.selections.list()).toEqual([])
    await other.workspace.close()
  })
})
