import { expect, test } from 'vitest'
import { person, setUp } from '../../support/workspace-desk.ts'

test('runs are found by id, admin, date, state and kind, and by whom they changed, with the number of changes', async () => {
  const { workspace, people, pushAll, session, clock } = setUp()
  const found = async (search: string) =>
    (await workspace.runs.search({ search })).map(({ run, hits, within }) => [run, hits, within])
  await people(person('Zoë'), person('ben'))
  await workspace.accounts.refresh()
  const first = await pushAll()
  session.set({ admin: { name: 'Ben Okafor', email: null } })
  clock.pass(1000)
  await people(person('Zoë', { attributes: { title: 'Lead' } }), person('ben'))
  const second = await pushAll()

  expect(await found('')).toEqual([
    [second, 0, ''],
    [first, 0, ''],
  ])
  expect(await found(first)).toEqual([[first, 0, '']])
  expect(await found('okafor')).toEqual([[second, 0, '']])
  expect(await found('create done')).toEqual([[first, 0, '']])
  expect(await found(new Date(clock.now()).toISOString().slice(0, 10))).toHaveLength(2)
  expect(await found('ZOE')).toEqual([
    [second, 1, 'zoe'],
    [first, 1, 'zoe'],
  ])
  // The first by the person in it, the second by who pushed it.
  expect(await found('ben')).toEqual([
    [second, 0, ''],
    [first, 1, 'ben'],
  ])
  expect(await found('contoso.example')).toEqual([
    [second, 1, 'contoso.example'],
    [first, 2, 'contoso.example'],
  ])
  expect(await found('zoe update')).toEqual([[second, 1, 'zoe']])
  expect(await found('zoe ben@contoso.example')).toEqual([])
})

test('who was left out is not found in a run', async () => {
  const { workspace, people, ids, over } = setUp()
  await people(person('ada'), person('zoe'))
  await workspace.accounts.refresh()
  const { id } = await workspace.plans.create({ people: await ids(), deactivate: [] })
  const plan = await workspace.plans.leaveOut({ plan: id, changes: [2], leftOut: true })
  await workspace.runs.start({ plan: id, hash: plan.hash, typed: plan.safety.typeToConfirm })
  await over(id)
  expect(await workspace.runs.search({ search: 'zoe' })).toEqual([])
})
