import { expect, test } from 'vitest'
import { createAccounts } from '../../../electron/store/accounts.ts'
import { openDatabase } from '../../../electron/store/database.ts'
import { createRoster } from '../../../electron/store/roster.ts'
import { scimUserSchema } from '../../../shared/scim/schemas.ts'
import { silentLog as log, person, summary } from '../../support/workspace-desk.ts'

const open = () => openDatabase(':memory:', { log })
const account = (id: string, more = {}) => scimUserSchema.parse({ id, userName: `${id}@x.example`, ...more })

test('a person keeps their id when the people are read again, in another order and after having been away', async () => {
  const roster = createRoster(open())
  await roster.replace(summary, [person('ada'), person('ben')], [])
  const ids = new Map(roster.after(0, 10).map(({ id, person: { key } }) => [key, id]))
  await roster.replace(summary, [person('ben')], [])
  expect(roster.after(0, 10).map(({ id }) => id)).toEqual([ids.get('id-ben')])
  await roster.replace(summary, [person('cleo'), person('ben'), person('ada')], [])
  const again = new Map(roster.after(0, 10).map(({ id, person: { key } }) => [key, id]))
  expect(again.get('id-ada')).toBe(ids.get('id-ada'))
  expect(again.get('id-ben')).toBe(ids.get('id-ben'))
  expect(roster.summary()?.people).toBe(3)
})

test('two people of one read with the same key both stay, each with an id', async () => {
  const roster = createRoster(open())
  await roster.replace(summary, [person('ada', { line: 2 }), person('ada', { line: 9 })], [])
  const lines = roster.after(0, 10).map(({ person: { line } }) => line)
  expect(lines).toEqual([2, 9])
})

test('a read that breaks off leaves the people and problems of the one before', async () => {
  const database = open()
  const roster = createRoster(database)
  const problem = { line: 3, column: null, severity: 'error' as const, reason: 'Odd.', effect: 'Left out.' }
  await roster.replace(summary, [person('ada')], [problem])
  async function* broken() {
    for (let n = 0; n < 1000; n++) yield person(`p${n}`)
    throw new Error('unplugged')
  }
  await expect(roster.replace(summary, broken(), [])).rejects.toThrow('unplugged')
  expect(roster.after(0, 10).map(({ person: { key } }) => key)).toEqual(['id-ada'])
  expect(roster.problems(0, 10)).toEqual({ total: 1, rows: [problem] })
  await roster.replace(summary, [person('ben')], [])
  expect(createRoster(database).after(0, 10)).toHaveLength(1)
  expect(database.prepare('SELECT count(*) AS n FROM people').get()).toEqual({ n: 1 })
})

test('reading accounts anew replaces them all at once, and what a run wrote meanwhile is not overwritten by an older page', async () => {
  const accounts = createAccounts(open())
  const first = accounts.begin()
  first.page([account('a'), account('gone')], 1)
  expect(accounts.get('a')).toBeNull()
  await first.finish({ readAt: 1, complete: true, total: 2, active: 2 })
  expect(accounts.lastRead()).toEqual({ readAt: 1, complete: true, total: 2, active: 2 })
  const second = accounts.begin()
  accounts.put([account('a', { title: 'New' }), account('made')], 5)
  second.page([account('a', { title: 'Old' })], 4)
  expect(accounts.get('a')?.resource.title).toBe('New')
  await second.finish({ readAt: 4, complete: true, total: 1, active: 1 })
  expect(accounts.get('a')).toMatchObject({ resource: { title: 'New' }, readAt: 5 })
  expect(accounts.get('made')).not.toBeNull()
  expect(accounts.get('gone')).toBeNull()
  expect(accounts.linesAfter(0, 10).map(({ id }) => id)).toEqual(['a', 'made'])
})

test('accounts are found by odd ids, and their rows say what lists need', () => {
  const accounts = createAccounts(open())
  const id = 'dom/ada@x.example'
  accounts.put(
    [
      account(id, {
        name: { givenName: 'Ada', familyName: 'Li' },
        emails: [{ value: 'h@x' }, { type: 'work', value: 'w@x' }],
      }),
    ],
    1,
  )
  expect(accounts.line(id)).toMatchObject({ id, name: 'Ada Li', email: 'w@x', externalId: null, active: true })
})
