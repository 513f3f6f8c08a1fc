import { expect, test } from 'vitest'
import { person, setUp } from '../../support/workspace-desk.ts'

const byName = { by: 'name', descending: false } as const

test('people are copied with the columns of the list, in its order, and no cell is a formula', async () => {
  const desk = setUp()
  await desk.people(
    person('Bo', { attributes: { department: '=1+1' } }),
    person('Ann', { attributes: { department: 'IT, "Berlin"' } }),
    person('Cai'),
  )
  const ids = await desk.ids()
  const [first = 0, second = 0] = ids
  const input = { ids: [first, second, 999_999], sort: byName, columns: ['name', 'department', 'state'] }
  const { rows, text } = await desk.workspace.people.copied(input)
  expect(rows).toBe(2)
  const lines = text.split('\r\n')
  expect(lines[0]).toBe('Person,Department,In K2')
  expect(lines.slice(1, 3)).toEqual([
    expect.stringMatching(/^Ann,"IT, ""Berlin""",/),
    expect.stringMatching(/^Bo,'=1\+1,/),
  ])
  const backwards = await desk.workspace.people.copied({ ...input, sort: { by: 'name', descending: true } })
  expect(backwards.text.split('\r\n')[1]).toMatch(/^Bo,/)
  await desk.workspace.close()
})

test('accounts, and changes without those left out, are copied', async () => {
  const desk = setUp()
  desk.service.seed({ userName: 'Ann@contoso.example', title: 'Old' })
  await desk.people(person('Ann', { attributes: { title: 'New' } }), person('Bo'))
  await desk.workspace.accounts.refresh()
  const accounts = await desk.workspace.accounts.copied({
    ids: [...desk.service.accounts.keys()],
    sort: { by: 'userName', descending: false },
    columns: ['userName', 'active', 'person'],
  })
  expect(accounts.text).toMatch(/^Sign-in name,State,Person\r\n/)
  expect(accounts.rows).toBe(1)

  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [], delete: [] })
  expect((await desk.workspace.plans.copied({ plan: plan.id })).rows).toBe(2)
  await desk.workspace.plans.leaveOut({ plan: plan.id, changes: [1], leftOut: true })
  const { rows, text } = await desk.workspace.plans.copied({ plan: plan.id })
  expect(rows).toBe(1)
  expect(text).toMatch(/^Change,Name,Sign-in name,Why,What changes\r\n/)
  await expect(desk.workspace.plans.copied({ plan: 'nope' })).rejects.toThrow()
  await desk.workspace.close()
})

test('the outcomes that a query shows are copied, however many there are', async () => {
  const desk = setUp()
  await desk.people(...Array.from({ length: 501 }, (_, at) => person(`p${at}`)))
  await desk.workspace.accounts.refresh()
  const run = await desk.pushAll()
  const all = await desk.workspace.runs.copied({ run, query: { search: '', show: 'all' } })
  expect(all.rows).toBe(501)
  expect(new Set(all.text.split('\r\n')).size).toBe(all.text.split('\r\n').length)
  const one = await desk.workspace.runs.copied({ run, query: { search: 'P500', show: 'done' } })
  expect(one.text.split('\r\n')).toEqual([
    'Change,Name,Sign-in name,Outcome,What happened',
    expect.stringMatching(/^Create,p500,p500@contoso\.example,Done,/),
    '',
  ])
  expect((await desk.workspace.runs.copied({ run, query: { search: '', show: 'failed' } })).rows).toBe(0)
  await desk.workspace.close()
})
