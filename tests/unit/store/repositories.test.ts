import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { createAccounts } from '../../../electron/store/accounts.ts'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrate } from '../../../electron/store/migrate.ts'
import { migrations } from '../../../electron/store/migrations.ts'
import { createRoster } from '../../../electron/store/roster.ts'
import type { Person } from '../../../shared/model/person.ts'
import { scimUserSchema } from '../../../shared/scim/schemas.ts'
import { silentLog as log } from '../../support/silent-log.ts'
import { person, summary } from '../../support/workspace-desk.ts'

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

test('a person is given back as they were read, whatever is in their values', async () => {
  const roster = createRoster(open())
  const people: Person[] = [
    {
      key: 'id-1',
      line: 2,
      active: true,
      attributes: { externalId: 'id-1', userName: 'ada', title: 'Head; of | Ops' },
    },
    { key: 'ben', line: null, active: false, attributes: { userName: 'ben' }, groups: [] },
    {
      key: 'cy',
      line: 4,
      active: true,
      attributes: { userName: 'c\u001fy', city: '[Łódź]' },
      groups: ['Sales\u001f', '['],
    },
    { key: 'di', line: 5, active: true, attributes: { userName: 'di', displayName: 'half \ud83d' } },
    { key: 'line 6', line: 6, active: true, attributes: {} },
    {
      key: 'ed',
      line: 7,
      active: true,
      attributes: { userName: 'ed', organizationalUnit: '/Sales/East' },
      more: { costCenter: '4711', 'urn:x:2.0:User:badge': '{"a"}' },
      groups: ['Sales'],
    },
    { key: 'fi', line: 8, active: true, attributes: { userName: 'fi' }, more: { odd: 'a\u001fb', 'o\u001fd': 'c' } },
  ]
  await roster.replace(summary, people, [])
  expect(roster.after(0, 10).map(({ person: each }) => each)).toEqual(people)
})

test('people of a database of the first kind are still there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-roster-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'first.db')
  const sql = new DatabaseSync(path)
  sql.exec('PRAGMA foreign_keys = ON')
  migrate(sql, ':memory:', log, migrations.slice(0, 1))
  const attributes = { userName: 'ada', title: 'Analyst' }
  sql.exec("INSERT INTO person_ids (id, key) VALUES (7, 'ada'), (3, 'gone')")
  sql.prepare('INSERT INTO people VALUES (1, 7, ?)').run(JSON.stringify(['ada', 2, 1, attributes]))
  sql.exec("INSERT INTO links VALUES (7, 'account', 0)")
  // What a summary of the first kind had.
  const first = { kind: 'file', name: 'people.csv', product: 'entra', encoding: 'UTF-8', delimiter: ',', columns: [] }
  const counted = { rows: 1, people: 1, problems: 0, readAt: 0 }
  const kept = JSON.stringify({ generation: 1, summary: { ...first, ...counted } })
  sql.prepare("INSERT INTO kept VALUES ('source', ?), ('closed', '\"yes\"')").run(kept)
  sql.close()

  const database = openDatabase(path, { log })
  onTestFinished(() => database.close())
  const roster = createRoster(database)
  expect(roster.after(0, 10)).toEqual([{ id: 7, person: { key: 'ada', line: 2, active: true, attributes } }])
  expect(roster.summary()).toEqual({ ...summary, ...counted })
  await roster.replace(summary, [person('ben'), { key: 'ada', line: 9, active: true, attributes }], [])
  expect(roster.get(7)?.line).toBe(9)
  // The two are written in different ways, and ada is the same.
  expect(roster.since.counts()).toEqual({ new: 1, changed: 0, gone: 0 })
  expect(database.prepare('SELECT count(*) AS n FROM person_ids').get()).toEqual({ n: 3 })
  expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  expect(() => database.prepare("INSERT INTO links VALUES (99, 'x', 0)").run()).toThrow(/FOREIGN KEY/)
  const decide = database.prepare("INSERT INTO decisions VALUES (?, 'leave-out', NULL, '', 'Ada', 0)")
  expect(() => decide.run(99)).toThrow(/FOREIGN KEY/)
  expect(decide.run(7).changes).toBe(1)
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
