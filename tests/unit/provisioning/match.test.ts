import { expect, test } from 'vitest'
import type { Person } from '../../../shared/model/person.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

/** Everybody's state, match and reasons, by line. */
async function looked(people: Person[], accounts: Record<string, unknown>[], complete = true, filter = true) {
  const desk = setUp()
  if (!filter) desk.service.supports({ filter: { value: 'no', from: 'test' } })
  desk.service.complete = complete
  for (const account of accounts) desk.service.seed(account as never)
  await desk.people(...people)
  await desk.workspace.accounts.refresh()
  const found = []
  for (const id of (await desk.ids()).sort((one, other) => one - other)) {
    const { row, match, account, blocked } = await desk.workspace.people.get({ id })
    found.push([row.name, row.state, match, account?.id ?? null, blocked.map(({ code }) => code)])
  }
  return { found, desk }
}

test('link comes before externalId, externalId before the sign-in name, which is compared without case', async () => {
  const { found } = await looked(
    [person('ada'), person('ben'), person('cleo')],
    [
      { id: 'A', userName: 'other', externalId: 'id-ada', displayName: 'ada' },
      { id: 'B', userName: 'BEN@Contoso.Example' },
    ],
  )
  expect(found).toEqual([
    ['ada', 'differs', 'externalId', 'A', []],
    ['ben', 'differs', 'userName', 'B', []],
    ['cleo', 'not-in-k2', 'none', null, []],
  ])
})

test('a sign-in name is the same however its accents were typed, and another one without them', async () => {
  const { found } = await looked(
    [person('zo\u00EB', { attributes: { externalId: 'x' } }), person('rene', { attributes: { externalId: 'y' } })],
    [
      { id: 'Z', userName: 'ZOE\u0308@contoso.example' },
      { id: 'R', userName: 'ren\u00E9@contoso.example' },
    ],
  )
  expect(found.map(([name, , , account]) => [name, account])).toEqual([
    ['zo\u00EB', 'Z'],
    ['rene', null],
  ])
})

test('an e-mail address is never a match, only a warning on the change', async () => {
  const email = 'shared@contoso.example'
  const { found, desk } = await looked(
    [person('ada', { attributes: { email } })],
    [{ id: 'A', userName: 'somebody', emails: [{ type: 'work', value: email.toUpperCase() }] }],
  )
  expect(found).toEqual([['ada', 'not-in-k2', 'none', null, []]])
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  expect(plan.warnings).toEqual({ 'email-on-other-account': 1 })
})

test('every reason why somebody is blocked is told', async () => {
  const twin = { externalId: 'id-same', userName: 'same@contoso.example' }
  const { found } = await looked(
    [
      person('one', { line: 2, attributes: twin }),
      person('two', { line: 3, attributes: { ...twin, email: 'not an address' } }),
      person('torn'),
      { ...person('nameless'), attributes: { displayName: 'nameless' } },
      person('odd', { attributes: { title: 'bell\u0007' } }),
    ],
    [
      { id: 'S', userName: 'same@contoso.example' },
      { id: 'T1', userName: 'torn@contoso.example' },
      { id: 'T2', userName: 'elsewhere', externalId: 'id-torn' },
    ],
  )
  expect(found.map(([name, state, , , blocked]) => [name, state, blocked])).toEqual([
    ['one', 'blocked', ['duplicate-user-name', 'duplicate-external-id', 'account-claimed-twice']],
    ['two', 'blocked', ['duplicate-user-name', 'duplicate-external-id', 'account-claimed-twice', 'invalid-value']],
    ['torn', 'blocked', ['two-accounts']],
    ['nameless', 'blocked', ['no-user-name']],
    ['odd', 'blocked', ['invalid-value']],
  ])
})

test('a reason names who else it is about, and where', async () => {
  const { desk } = await looked(
    [
      person('one', { line: 2, attributes: { userName: 'x' } }),
      person('two', { line: 7, attributes: { userName: 'X' } }),
    ],
    [],
  )
  const [first = 0] = (await desk.ids()).sort((one, other) => one - other)
  const { blocked } = await desk.workspace.people.get({ id: first })
  expect(blocked).toEqual([{ code: 'duplicate-user-name', where: 'userName', detail: 'two, line 7' }])
})

test('where the list is cut off, people are looked for one by one; where that is impossible too, they are blocked', async () => {
  const accounts = [{ id: 'B', userName: 'ben@contoso.example', externalId: 'id-ben', displayName: 'Old' }]
  const cut = await looked([person('ada')], accounts, false, false)
  expect(cut.found).toEqual([['ada', 'blocked', 'none', null, ['accounts-incomplete']]])

  const { found, desk } = await looked([person('ada')], accounts, false, true)
  expect(found).toEqual([['ada', 'unknown', 'none', null, []]])
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  expect(plan.counts.create).toBe(1)
  expect(desk.service.calls.filter(({ method }) => method === 'FIND')).toHaveLength(1)
})

test('where somebody can only be looked for by sign-in name, a new account of theirs is a warning', async () => {
  const { desk } = await looked([person('ada')], [], false)
  desk.service.supports({ filterExternalId: { value: 'no', from: 'test' } })
  desk.workspace.accounts.override({ override: { what: 'etag', value: 'no' } })
  const plan = async () => desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  expect((await plan()).warnings).toEqual({ 'looked-up-by-name': 1 })
  desk.service.complete = true
  await desk.workspace.accounts.refresh()
  expect((await plan()).warnings).toEqual({})
})

test('before the accounts are read, nobody’s state is known and nothing is planned without looking', async () => {
  const desk = setUp()
  desk.service.learnt = null
  await desk.people(person('ada'))
  const [id = 0] = await desk.ids()
  expect((await desk.workspace.people.get({ id })).row).toMatchObject({ state: 'unknown', would: 'none' })
  const plan = await desk.workspace.plans.create({ people: [id], deactivate: [] })
  expect(plan).toMatchObject({ total: 0, blocked: [{ reasons: [{ code: 'accounts-incomplete' }] }] })
})
