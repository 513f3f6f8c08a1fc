import { expect, test } from 'vitest'
import { person, setUp } from '../../support/workspace-desk.ts'

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }

async function office() {
  const desk = setUp()
  desk.service.seed({ userName: 'bilal@contoso.example', externalId: 'id-bilal', displayName: 'bilal' })
  await desk.people(
    person('amara', {
      attributes: { displayName: 'Amara Okafor', department: 'Finance', email: 'amara.o@contoso.example' },
    }),
    person('bilal', { attributes: { title: 'Analyst' } }),
    person('gudrun', {
      attributes: { displayName: 'Jónsdóttir, Guðrún', givenName: 'Guðrún', familyName: 'Jónsdóttir' },
    }),
    person('elif', { attributes: { displayName: 'Elif Yılmaz', externalId: '10442', department: 'IT' } }),
    person('two1', { attributes: { displayName: 'Sam Lee' } }),
    person('two2', { attributes: { displayName: 'Sam Lee' } }),
    person('leaver', { active: false, attributes: { displayName: 'Former Person' } }),
  )
  await desk.workspace.accounts.refresh()
  const query = (more: object) =>
    desk.workspace.people.query({ query: { ...everybody, ...more }, offset: 0, limit: 50 })
  const names = async (more: object) => (await query(more)).rows.map(({ name }) => name)
  return { ...desk, query, names }
}

test('people are found by name, sign-in name, address, department and id, without regard to case and accents', async () => {
  const { names } = await office()
  expect(await names({ search: 'GUDRUN jonsd' })).toEqual(['Jónsdóttir, Guðrún'])
  expect(await names({ search: 'yilmaz' })).toEqual(['Elif Yılmaz'])
  expect(await names({ search: 'amara.o@' })).toEqual(['Amara Okafor'])
  expect(await names({ search: 'fin oka' })).toEqual(['Amara Okafor'])
  expect(await names({ search: '10442' })).toEqual(['Elif Yılmaz'])
  expect(await names({ search: 'nobody' })).toEqual([])
})

test('whoever asks while people who were just read are compared waits for them, instead of seeing those of before', async () => {
  const { people, query } = await office()
  expect((await query({})).total).toBe(7)
  await people(person('amara'), person('bilal'))
  const asked = await Promise.all([query({}), query({}), query({ state: 'not-in-k2' })])
  expect(asked.map(({ total, counts }) => [total, counts.all])).toEqual([
    [2, 2],
    [2, 2],
    [1, 2],
  ])
})

test('counts follow the search and not the state that is shown; sorting puts who has no value last', async () => {
  const { query, names } = await office()
  const { counts, total } = await query({ state: 'not-in-k2' })
  expect(counts).toEqual({
    all: 7,
    'not-in-k2': 5,
    differs: 1,
    'in-sync': 0,
    inactive: 1,
    blocked: 0,
    'left-out': 0,
    unknown: 0,
  })
  expect(total).toBe(5)
  expect((await query({ search: 'sam' })).counts).toMatchObject({ all: 2, 'not-in-k2': 2, differs: 0 })
  expect((await names({ sort: { by: 'department', descending: false } })).slice(0, 2)).toEqual([
    'Amara Okafor',
    'Elif Yılmaz',
  ])
  expect(await names({ state: 'differs', sort: { by: 'state', descending: true } })).toEqual(['bilal'])
  expect((await names({ sort: { by: 'name', descending: true } }))[0]).toBe('Sam Lee')
})

test('a selection is weighed by what a push would do', async () => {
  const { workspace, ids } = await office()
  const { would, blocked } = await workspace.people.weigh({ ids: await ids() })
  expect(would).toEqual({ create: 5, update: 1, reactivate: 0, deactivate: 0, delete: 0, none: 1 })
  expect(blocked).toBe(0)
})

test('a pasted list finds people by address, sign-in name, id and either form of the name, and tells apart what it can’t', async () => {
  const { workspace, ids } = await office()
  const name = async (id: number) => (await workspace.people.get({ id })).row.name
  const text = [
    'BILAL@contoso.example; 10442',
    'Okafor, Amara',
    'Guðrún Jónsdóttir <gudrun@contoso.example>',
    'Sam Lee',
    'two1@contoso.example, two2@contoso.example',
    'Nobody Here',
    '',
  ].join('\r\n')
  const { found, notFound, ambiguous } = await workspace.people.find({ text })
  expect(await Promise.all(found.map(name))).toEqual([
    'bilal',
    'Elif Yılmaz',
    'Amara Okafor',
    'Jónsdóttir, Guðrún',
    'Sam Lee',
    'Sam Lee',
  ])
  expect(notFound).toEqual(['Nobody Here'])
  expect(ambiguous.map(({ text: asked, people }) => [asked, people.length])).toEqual([['Sam Lee', 2]])
  expect(await ids()).toHaveLength(7)
})

test('a person’s side panel says why they match, what would change and what is the same', async () => {
  const { workspace } = await office()
  const { found } = await workspace.people.find({ text: 'bilal@contoso.example' })
  const detail = await workspace.people.get({ id: found[0] ?? 0 })
  expect(detail).toMatchObject({
    match: 'externalId',
    account: { id: 'acc-1', attributes: { userName: 'bilal@contoso.example', active: 'true' } },
    diff: [{ path: 'title', before: null, after: 'Analyst' }],
    lastPush: null,
  })
  expect(detail.same.map(({ path }) => path)).toEqual(['userName', 'externalId', 'displayName', 'active'])
  await expect(workspace.people.get({ id: 99 })).rejects.toThrow(expect.objectContaining({ code: 'person-not-found' }))
})

test('accounts are listed with the person they belong to, and those that belong to nobody apart', async () => {
  const { workspace, service } = await office()
  service.seed({ userName: 'orphan', displayName: 'Örphan', active: false })
  await workspace.accounts.refresh()
  const list = async (show: 'all' | 'active' | 'inactive' | 'unmatched', search = '') =>
    (
      await workspace.accounts.query({
        query: { search, show, sort: { by: 'userName', descending: false } },
        offset: 0,
        limit: 10,
      })
    ).rows.map(({ userName, person: owner }) => [userName, owner?.name ?? null])
  expect(await list('all')).toEqual([
    ['bilal@contoso.example', 'bilal'],
    ['orphan', null],
  ])
  expect(await list('unmatched')).toEqual([['orphan', null]])
  expect(await list('active')).toEqual([['bilal@contoso.example', 'bilal']])
  expect(await list('inactive', 'orphan')).toEqual([['orphan', null]])
  expect(workspace.accounts.state()).toMatchObject({ total: 2, active: 1, complete: true, reading: null })
  expect(await workspace.accounts.get({ id: 'acc-1' })).toMatchObject({ resource: { externalId: 'id-bilal' } })
})

test('reading the accounts that breaks off leaves those of before, and says that nothing is being read', async () => {
  const { workspace, service } = await office()
  service.list = async function* () {
    yield { users: [], total: 5, complete: null }
    throw new Error('unplugged')
  }
  const before = workspace.accounts.state()
  await expect(workspace.accounts.refresh()).rejects.toThrow('unplugged')
  expect(workspace.accounts.state()).toEqual(before)
})
