import { afterEach, expect, test } from 'vitest'
import { createAccountService } from '../../electron/provisioning/scim-account-service.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { newUser, scimCaller } from '../sandbox/scim-caller.ts'
import { person, summary } from '../support/workspace-desk.ts'
import { endOf, planEverybody, pushPlan, workspaceOn } from '../support/workspace-on.ts'
import { tenantClient } from './scim-tenant.ts'

let sandbox: Sandbox | null = null
afterEach(() => sandbox?.stop())

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }

test('from conflict to decision to push to verify: the service holds what the admin decided, and nothing else was touched', async () => {
  sandbox = await startSandbox({ people: 5, accounts: 0 })
  const tenant = sandbox
  const call = await scimCaller(tenant)
  const make = async (userName: string, more: object): Promise<string> => {
    const made = await call('POST', '/Users', { body: newUser(userName, more) })
    expect(made.status).toBe(201)
    return String(made.json().id)
  }
  const old = await make('ada.maiden@contoso.example', { externalId: 'id-ada', displayName: 'Ada Maiden' })
  const newer = await make('ada@contoso.example', { displayName: 'A.' })
  const shared = await make('cleo.m@contoso.example', { emails: [{ type: 'work', value: 'c.maas@contoso.example' }] })
  const before = new Map(tenant.accounts().map((account) => [account.id, account]))

  const workspace = workspaceOn(createAccountService(await tenantClient(tenant)))
  const twin = { userName: 'ben@contoso.example' }
  await workspace.source.store({
    summary,
    problems: [],
    people: [
      person('ada'),
      person('ben', { attributes: twin }),
      person('ben again', { attributes: twin }),
      person('cleo', { attributes: { email: 'c.maas@contoso.example' } }),
    ],
  })
  await workspace.accounts.learn()
  await workspace.accounts.refresh()
  const { rows } = await workspace.people.query({ query: everybody, offset: 0, limit: 9 })
  const id = (name: string): number => rows.find((row) => row.name === name)?.id ?? 0
  const conflicted = await planEverybody(workspace)
  expect(conflicted.blocked.map(({ name, reasons }) => [name, reasons.map(({ code }) => code)])).toEqual([
    ['ada', ['two-accounts']],
    ['ben', ['duplicate-user-name']],
    ['ben again', ['duplicate-user-name']],
  ])
  expect(conflicted.warnings).toEqual({ 'email-on-other-account': 1 })

  await workspace.people.resolve({ people: [id('ada')], decision: { kind: 'link', account: newer } })
  await workspace.people.resolve({ people: [id('ben again')], decision: { kind: 'skip' } })
  const { candidates } = await workspace.people.candidates({ id: id('cleo') })
  expect(candidates.map(({ account, why }) => [account.id, why])).toEqual([[shared, ['email']]])
  await workspace.people.resolve({ people: [id('cleo')], decision: { kind: 'create', not: [shared] } })
  const { hash } = conflicted
  await expect(workspace.runs.start({ plan: conflicted.id, hash, typed: null })).rejects.toMatchObject({
    code: 'plan-outdated',
  })

  const plan = await planEverybody(workspace)
  expect(plan).toMatchObject({ blocked: [], skipped: [{ name: 'ben again' }], counts: { create: 2, update: 1 } })
  expect(plan.warnings).toEqual({})
  expect((await pushPlan(workspace, plan)).outcomes.done).toBe(3)
  const { verified } = await workspace.runs.verify({ run: plan.id })
  expect(verified).toMatchObject({ checked: 3, asIntended: 3 })

  const after = new Map(tenant.accounts().map((account) => [account.id, account]))
  expect(after.get(old)).toEqual(before.get(old))
  expect(after.get(shared)).toEqual(before.get(shared))
  expect(after.get(newer)).toMatchObject({ externalId: 'id-ada', displayName: 'ada' })
  expect([...after.values()].map(({ userName }) => userName).sort()).toEqual(
    ['ada.maiden', 'ada', 'ben', 'cleo', 'cleo.m'].map((name) => `${name}@contoso.example`).sort(),
  )
  await workspace.accounts.refresh()
  await expect(planEverybody(workspace)).resolves.toMatchObject({ total: 0, unchanged: 3, skipped: { length: 1 } })

  // The way back needs no decision, and what was decided stays decided.
  const undo = await workspace.runs.undo({ run: plan.id })
  await workspace.runs.start({ plan: undo.id, hash: undo.hash, typed: undo.safety.typeToConfirm })
  expect((await endOf(workspace, undo.id)).outcomes.done).toBe(undo.total)
  expect(tenant.accounts().find((account) => account.id === newer)).toMatchObject({ displayName: 'A.' })
  await workspace.close()
})
