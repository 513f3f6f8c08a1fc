import { expect, test } from 'vitest'
import type { AdminDecision } from '../../../shared/model/decision.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Person } from '../../../shared/model/person.ts'
import { type Desk, person, setUp } from '../../support/workspace-desk.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })
const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }

/** A desk with the words these tests are written in. */
async function office(people: readonly Person[], accounts: readonly JsonObject[]) {
  const desk = setUp()
  for (const account of accounts) desk.service.seed(account)
  await desk.people(...people)
  await desk.workspace.accounts.refresh()
  return { ...desk, ...wordsFor(desk) }
}

function wordsFor({ workspace }: Desk) {
  const rows = async () => (await workspace.people.query({ query: everybody, offset: 0, limit: 50 })).rows
  const id = async (name: string): Promise<number> => (await rows()).find((row) => row.name === name)?.id ?? 0
  const decide = async (name: string, decision: AdminDecision | null) =>
    workspace.people.resolve({ people: [await id(name)], decision })
  return {
    id,
    link: (name: string, account: string) => decide(name, { kind: 'link', account }),
    create: (name: string, ...not: string[]) => decide(name, { kind: 'create', not }),
    skip: (name: string) => decide(name, { kind: 'skip' }),
    undo: (name: string) => decide(name, null),
    candidates: async (name: string) => workspace.people.candidates({ id: await id(name) }),
    /** State, account and reasons of one person. */
    stands: async (name: string) => {
      const { row, account, blocked } = await workspace.people.get({ id: await id(name) })
      return [row.state, account?.id ?? null, blocked.map(({ code: said }) => said)]
    },
    planned: async () => {
      const people = (await rows()).map((row) => row.id)
      const plan = await workspace.plans.create({ people, deactivate: [] })
      const changes = workspace.plans.changes({ plan: plan.id, offset: 0, limit: 50 }).rows
      return { plan, changes: changes.map(({ name, kind, accountId }) => [name, kind, accountId]) }
    },
  }
}

/** Ada's identifier is on one account, her sign-in name on another. */
const torn = () =>
  office(
    [person('ada')],
    [
      { id: 'X', userName: 'other@contoso.example', externalId: 'id-ada' },
      { id: 'Y', userName: 'ada@contoso.example' },
    ],
  )

/** Two people with one sign-in name, which an account has. */
const twins = () =>
  office(
    [
      person('one', { attributes: { userName: 'same@contoso.example' } }),
      person('two', { attributes: { userName: 'SAME@contoso.example' } }),
    ],
    [{ id: 'S', userName: 'same@contoso.example' }],
  )

test('of two accounts the admin’s link says which; that the other one has the sign-in name is said before K2 refuses it', async () => {
  const { stands, link, undo, candidates } = await torn()
  expect(await stands('ada')).toEqual(['blocked', 'X', ['two-accounts']])
  await link('ada', 'Y')
  expect(await stands('ada')).toEqual(['differs', 'Y', []])
  await link('ada', 'X')
  expect(await stands('ada')).toEqual(['blocked', 'X', ['user-name-taken']])
  const { decided } = await candidates('ada')
  expect(decided?.decision).toEqual({ kind: 'link', account: 'X' })
  await undo('ada')
  expect(await stands('ada')).toEqual(['blocked', 'X', ['two-accounts']])
})

test('for somebody who is disabled at the source, no sign-in name is asked for, so none is in the way', async () => {
  const { people, link, stands } = await torn()
  await people(person('ada', { active: false }))
  await link('ada', 'X')
  expect(await stands('ada')).toEqual(['inactive', 'X', []])
})

test('a linked account is nobody else’s, whatever led to it: who has its name would be refused, who has not gets a new one', async () => {
  const { link, stands, workspace, id } = await office(
    [person('ada'), person('ben'), person('cleo', { attributes: { externalId: 'shared' } })],
    [{ id: 'B', userName: 'ben@contoso.example', externalId: 'shared' }],
  )
  expect(await stands('cleo')).toEqual(['blocked', 'B', ['account-claimed-twice']])
  await link('ada', 'B')
  expect(await stands('ada')).toEqual(['differs', 'B', []])
  expect(await stands('ben')).toEqual(['blocked', null, ['user-name-taken']])
  expect(await stands('cleo')).toEqual(['not-in-k2', null, []])
  await expect(
    workspace.people.resolve({ people: [await id('ben')], decision: { kind: 'link', account: 'B' } }),
  ).rejects.toThrow(code('account-decided'))
})

test('of two people for one account, linking, making a new one or leaving out one of them frees the other or says why not', async () => {
  const claimed = () =>
    office(
      [person('ada', { attributes: { externalId: 'same' } }), person('ben')],
      [{ id: 'B', userName: 'ben@contoso.example', externalId: 'same' }],
    )
  const linked = await claimed()
  expect(await linked.stands('ada')).toEqual(['blocked', 'B', ['account-claimed-twice']])
  await linked.link('ben', 'B')
  expect(await linked.stands('ada')).toEqual(['not-in-k2', null, []])
  expect(await linked.stands('ben')).toEqual(['differs', 'B', []])

  const made = await claimed()
  await made.create('ada', 'B')
  expect(await made.stands('ada')).toEqual(['not-in-k2', null, []])
  expect(await made.stands('ben')).toEqual(['differs', 'B', []])
  const taken = await claimed()
  await taken.create('ben', 'B')
  expect(await taken.stands('ben')).toEqual(['blocked', null, ['user-name-taken']])
  expect(await taken.stands('ada')).toEqual(['differs', 'B', []])

  const left = await claimed()
  await left.skip('ada')
  expect(await left.stands('ada')).toEqual(['left-out', null, []])
  expect(await left.stands('ben')).toEqual(['differs', 'B', []])
})

test('of two people with one sign-in name, a decision about one says who is meant', async () => {
  const { stands, skip, link, undo } = await twins()
  expect(await stands('one')).toEqual(['blocked', 'S', ['duplicate-user-name', 'account-claimed-twice']])
  await skip('two')
  expect(await stands('one')).toEqual(['differs', 'S', []])
  await undo('two')
  await link('two', 'S')
  expect(await stands('two')).toEqual(['differs', 'S', []])
  expect(await stands('one')).toEqual(['blocked', null, ['duplicate-user-name', 'user-name-taken']])
})

test('when both of two with one sign-in name are decided on, they are in each other’s way again', async () => {
  const { stands, link, create } = await twins()
  await link('one', 'S')
  await create('two', 'S')
  expect(await stands('one')).toEqual(['blocked', 'S', ['duplicate-user-name']])
  expect(await stands('two')).toEqual(['blocked', null, ['duplicate-user-name', 'user-name-taken']])
})

test('without an account, making a new one for one of two is a way out too', async () => {
  const { stands, create } = await office(
    [
      person('one', { attributes: { userName: 'same@x.example' } }),
      person('two', { attributes: { userName: 'same@x.example' } }),
    ],
    [],
  )
  await create('one')
  expect(await stands('one')).toEqual(['not-in-k2', null, []])
  expect(await stands('two')).toEqual(['blocked', null, ['duplicate-user-name']])
})

test('somebody without a sign-in name can be linked, since the account has one; a value K2 would refuse stays a reason', async () => {
  const { stands, link, skip } = await office(
    [
      { ...person('nameless'), attributes: { displayName: 'nameless', externalId: 'n' } },
      person('odd', { attributes: { title: 'bell\u0007' } }),
    ],
    [{ id: 'A', userName: 'somebody' }],
  )
  expect(await stands('nameless')).toEqual(['blocked', null, ['no-user-name']])
  await link('nameless', 'A')
  expect(await stands('nameless')).toEqual(['differs', 'A', []])
  expect(await stands('odd')).toEqual(['blocked', null, ['invalid-value']])
  await skip('odd')
  expect(await stands('odd')).toEqual(['left-out', null, []])
})

test('“make a new one” is about the accounts the admin saw: the one that is made is matched, and one that turns up later too', async () => {
  const { stands, create, pushAll, workspace, service, undo } = await office(
    [person('ada')],
    [{ id: 'X', userName: 'other@contoso.example', externalId: 'id-ada' }],
  )
  await create('ada', 'X')
  const run = await pushAll()
  expect(workspace.runs.get({ run }).run.outcomes).toMatchObject({ done: 1, failed: 0 })
  expect(await stands('ada')).toEqual(['in-sync', 'acc-1', []])
  await workspace.accounts.refresh()
  expect(await stands('ada')).toEqual(['in-sync', 'acc-1', []])
  service.accounts.delete('acc-1')
  await workspace.accounts.refresh()
  expect(await stands('ada')).toEqual(['not-in-k2', null, []])
  service.seed({ id: 'Z', userName: 'ADA@contoso.example' })
  await workspace.accounts.refresh()
  expect(await stands('ada')).toEqual(['differs', 'Z', []])
  await undo('ada')
  expect(await stands('ada')).toEqual(['blocked', 'X', ['two-accounts']])
})

test('a link that a run remembers yields to a decision, and holds again when the decision is taken back', async () => {
  const { stands, create, link, undo, pushAll } = await office(
    [person('ada')],
    [
      { id: 'A', userName: 'ada@contoso.example' },
      { id: 'B', userName: 'b' },
    ],
  )
  await pushAll()
  expect(await stands('ada')).toEqual(['in-sync', 'A', []])
  await create('ada', 'A')
  expect(await stands('ada')).toEqual(['blocked', null, ['user-name-taken']])
  await link('ada', 'B')
  expect(await stands('ada')).toEqual(['blocked', 'B', ['user-name-taken']])
  await undo('ada')
  expect(await stands('ada')).toEqual(['in-sync', 'A', []])
})

test('when the linked account is gone, nothing else is matched instead', async () => {
  const { stands, link, service, workspace, undo } = await torn()
  await link('ada', 'Y')
  service.accounts.delete('Y')
  await workspace.accounts.refresh()
  expect(await stands('ada')).toEqual(['blocked', null, ['linked-account-gone']])
  await undo('ada')
  expect(await stands('ada')).toEqual(['differs', 'X', []])
})

test('a linked account that a list which was cut off does not hold is read by its id, with or without filters', async () => {
  for (const filter of ['yes', 'no'] as const) {
    const desk = await torn()
    await desk.link('ada', 'Y')
    desk.service.supports({ filter: { value: filter, from: 'test' } })
    desk.service.complete = false
    const list = desk.service.list.bind(desk.service)
    Object.assign(desk.service, {
      list: async function* () {
        for await (const page of list()) yield { ...page, users: page.users.filter(({ id }) => id !== 'Y') }
      },
    })
    await desk.workspace.accounts.refresh()
    expect((await desk.stands('ada'))[0]).toBe(filter === 'yes' ? 'unknown' : 'blocked')
    expect((await desk.planned()).changes).toEqual([['ada', 'update', 'Y']])
    desk.service.accounts.delete('Y')
    await desk.workspace.accounts.refresh()
    const { plan } = await desk.planned()
    expect(plan.blocked.map(({ reasons }) => reasons.map(({ code: said }) => said))).toEqual([['linked-account-gone']])
  }
})

test('whom the admin has left out is in no plan and no manager’s second pass, and is told apart from who needs nothing', async () => {
  const { skip, undo, planned, workspace, id } = await office(
    [person('ada', { attributes: { manager: 'id-ben' } }), person('ben'), person('cleo')],
    [{ id: 'A', userName: 'ada@contoso.example', externalId: 'id-ada' }],
  )
  await skip('ada')
  const { plan, changes } = await planned()
  expect(changes).toEqual([
    ['ben', 'create', null],
    ['cleo', 'create', null],
  ])
  expect(plan).toMatchObject({ skipped: [{ name: 'ada' }], blocked: [], unchanged: 0 })
  const ids = [await id('ada'), await id('ben')]
  expect(await workspace.people.weigh({ ids })).toMatchObject({ leftOut: 1, blocked: 0, would: { create: 1, none: 0 } })
  // The account of somebody who is left alone is still theirs, not nobody's.
  const sort = { by: 'name', descending: false } as const
  const rows = await workspace.accounts.query({ query: { search: '', show: 'all', sort }, offset: 0, limit: 9 })
  expect(rows.rows.map(({ person: owner }) => owner?.name)).toEqual(['ada'])
  await skip('ben')
  await skip('cleo')
  expect((await planned()).plan).toMatchObject({ total: 0, skipped: { length: 3 } })
  await undo('ada')
  expect((await planned()).changes).toEqual([['ada', 'update', 'A']])
})

test('many are left out, and taken back, at once; who is gone from the source is passed over', async () => {
  const { workspace, ids, stands } = await twins()
  const people = [...(await ids()), 4711]
  expect(await workspace.people.resolve({ people, decision: { kind: 'skip' } })).toEqual({ changed: 2 })
  expect(await stands('one')).toEqual(['left-out', null, []])
  const { counts } = await workspace.people.query({ query: everybody, offset: 0, limit: 9 })
  expect(counts).toMatchObject({ blocked: 0, 'left-out': 2 })
  expect(await workspace.people.resolve({ people, decision: null })).toEqual({ changed: 2 })
  expect((await stands('one'))[0]).toBe('blocked')
  await expect(workspace.people.resolve({ people: [4711], decision: null })).rejects.toThrow(code('person-not-found'))
})

test('a decision outlasts reading the people anew, holds no account while its person is away, and comes back with them', async () => {
  const { people, link, stands } = await office(
    [person('ada'), person('ben')],
    [{ id: 'B', userName: 'ben@contoso.example' }],
  )
  await link('ada', 'B')
  await people(person('ben'), person('ada', { attributes: { displayName: 'Ada Married' } }))
  expect(await stands('Ada Married')).toEqual(['differs', 'B', []])
  await people(person('ben'))
  expect(await stands('ben')).toEqual(['differs', 'B', []])
  await people(person('ada'), person('ben'))
  expect(await stands('ben')).toEqual(['blocked', null, ['user-name-taken']])
  // Whoever is linked to it while Ada is away keeps it.
  await people(person('ben'))
  await link('ben', 'B')
  await people(person('ada'), person('ben'))
  expect(await stands('ben')).toEqual(['differs', 'B', []])
  expect(await stands('ada')).toEqual(['not-in-k2', null, []])
})

test('rows that the source can’t tell apart and that have changed places do not swap their decisions', async () => {
  const row = (name: string, line: number) => ({
    ...person(name, { line }),
    key: 'k',
    attributes: { displayName: name, externalId: 'k', userName: `${name}@contoso.example` },
  })
  const { people, skip, stands } = await office([row('ada', 2), row('ben', 3)], [])
  await skip('ada')
  expect(await stands('ben')).toEqual(['not-in-k2', null, []])
  await people(row('ben', 2), row('ada', 3))
  expect((await stands('ben'))[0]).toBe('blocked')
  expect((await stands('ada'))[0]).toBe('blocked')
})

test('the candidates say what leads to each account, who else has it, what differs, and what each decision would do', async () => {
  const email = 'team@contoso.example'
  const { candidates, link, stands } = await office(
    [person('ada', { attributes: { email, title: 'Head' } }), person('ben')],
    [
      { id: 'X', userName: 'ben@contoso.example', externalId: 'id-ada', displayName: 'ada' },
      { id: 'Y', userName: 'ada@contoso.example', displayName: 'ada', title: 'Aide' },
      { id: 'Z', userName: 'z', emails: [{ type: 'work', value: email.toUpperCase() }] },
    ],
  )
  const { candidates: found, create, decided, more } = await candidates('ada')
  expect([decided, more]).toEqual([null, 0])
  expect(
    found.map(({ account, why, claimedBy, link: effect }) => [
      account.id,
      why,
      claimedBy.map(({ name }) => name),
      effect?.would,
      effect?.blocked.map(({ code: said }) => said),
    ]),
  ).toEqual([
    ['X', ['externalId'], ['ben'], 'none', ['user-name-taken']],
    ['Y', ['userName'], [], 'update', []],
    ['Z', ['email'], [], 'none', ['user-name-taken']],
  ])
  expect(found[1]?.compared).toEqual([
    { path: 'userName', person: 'ada@contoso.example', account: 'ada@contoso.example', same: true },
    { path: 'externalId', person: 'id-ada', account: null, same: false },
    { path: 'displayName', person: 'ada', account: 'ada', same: true },
    { path: 'emails[type eq "work"].value', person: email, account: null, same: false },
    { path: 'title', person: 'Head', account: 'Aide', same: false },
    { path: 'active', person: 'true', account: 'true', same: true },
  ])
  expect(create).toMatchObject({ would: 'none', blocked: [{ code: 'user-name-taken' }] })
  // What is said of each decision is what comes of it.
  await link('ada', 'Y')
  expect(await stands('ada')).toEqual(['differs', 'Y', []])
  await link('ben', 'X')
  const [x] = (await candidates('ada')).candidates.filter(({ account }) => account.id === 'X')
  expect(x).toMatchObject({ link: null, claimedBy: [{ name: 'ben', linked: true }] })
})

test('an address on another account is a hint until the admin has said whose the account is', async () => {
  const email = 'ada@contoso.example'
  const { create, link, undo, planned, stands, workspace, id } = await office(
    [person('ada', { attributes: { email } })],
    [{ id: 'Z', userName: 'z', emails: [{ type: 'work', value: email }] }],
  )
  const warnings = async () => (await workspace.people.get({ id: await id('ada') })).warnings
  expect(await warnings()).toEqual(['email-on-other-account'])
  expect((await planned()).plan.warnings).toEqual({ 'email-on-other-account': 1 })
  await create('ada', 'Z')
  expect(await warnings()).toEqual([])
  expect((await planned()).plan).toMatchObject({ warnings: {}, counts: { create: 1 } })
  await undo('ada')
  await link('ada', 'Z')
  expect(await stands('ada')).toEqual(['differs', 'Z', []])
  expect((await planned()).plan).toMatchObject({ warnings: { 'user-name-changes': 1 }, counts: { update: 1 } })
})

test('a link to an account that is gone is refused', async () => {
  const { link } = await torn()
  await expect(link('ada', 'nowhere')).rejects.toThrow(code('scim-not-found'))
})

test('a plan from before a decision can’t be pushed, one made after it can; the way back from a run always can', async () => {
  const { workspace, planned, pushAll, skip, undo, id } = await office([person('ada'), person('ben')], [])
  const start = ({ id: plan, hash }: { id: string; hash: string }) => workspace.runs.start({ plan, hash, typed: null })
  const { plan } = await planned()
  await skip('ada')
  expect(workspace.plans.get({ plan: plan.id }).outdated).toBe(true)
  await expect(start(plan)).rejects.toThrow(code('plan-outdated'))
  const left = await workspace.plans.leaveOut({ plan: plan.id, changes: [1], leftOut: true })
  await expect(start(left)).rejects.toThrow(code('plan-outdated'))
  // A plan that is being made while the admin decides is frozen before the decision, and so outdated by it.
  const making = workspace.plans.create({ people: [await id('ben')], deactivate: [] })
  await undo('ada')
  await expect(start(await making)).rejects.toThrow(code('plan-outdated'))
  const run = await pushAll()
  const back = await workspace.runs.undo({ run })
  await skip('ada')
  expect(workspace.plans.get({ plan: back.id }).outdated).toBe(false)
  await start(back)
})
