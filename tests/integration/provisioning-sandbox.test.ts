import { afterEach, expect, test } from 'vitest'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import type { JsonObject } from '../../shared/model/json.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import type { RunSummary } from '../../shared/model/run.ts'
import { type QuirkName, quirkNames } from '../sandbox/quirks.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { endOf, planEverybody } from '../support/workspace-on.ts'
import { tenantWorkspace } from './scim-tenant.ts'

let sandbox: Sandbox | null = null
afterEach(() => sandbox?.stop())

async function start(quirks: readonly QuirkName[], accounts: number): Promise<Sandbox> {
  sandbox = await startSandbox({ people: 40, accounts, quirks })
  return sandbox
}

/** A workspace on a sandbox, over the app's own SCIM client and its own reader of files. */
async function open(tenant: Sandbox): Promise<Workspace> {
  const lowerCase = tenant.quirks().includes('lower-case-only')
  const { baseUrl } = tenant.settings.scim
  return tenantWorkspace(tenant, { settings: { baseUrl, path: '/tokens/{token}/scim/v2', lowerCase } })
}

/** Pushes a plan to its end and verifies it. */
async function push(workspace: Workspace, plan: PlanSummary): Promise<RunSummary> {
  const run = plan.id
  await workspace.runs.start({ plan: run, hash: plan.hash, typed: plan.safety.typeToConfirm })
  await endOf(workspace, run, 50_000)
  return workspace.runs.verify({ run })
}

/** Accounts by id, without what the service alone writes. */
function bare(accounts: JsonObject[]): Map<unknown, JsonObject> {
  return new Map(accounts.map(({ meta: _meta, ...rest }) => [rest.id, rest]))
}

for (const quirk of [null, ...quirkNames]) {
  test(`plan, push, verify, undo, verify with ${quirk ?? 'no quirk'} gives what was planned and then what was there before`, async () => {
    // A list that is cut off is only cut off where there is more to list.
    const tenant = await start(quirk === null ? [] : [quirk], quirk?.startsWith('page-cap') ? 130 : 15)
    const before = bare(tenant.accounts())
    const workspace = await open(tenant)
    const plan = await planEverybody(workspace)
    expect(plan.total).toBeGreaterThan(5)
    const run = await push(workspace, plan)
    expect(run).toMatchObject({ status: 'done', outcomes: { done: plan.total }, total: plan.total })
    expect(run.verified).toMatchObject({ checked: plan.total, asIntended: plan.total, pending: 0 })
    const after = bare(tenant.accounts())
    expect(after.size).toBe(before.size + plan.counts.create)
    const names = [...after.values()].map(({ userName }) => String(userName).toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    await workspace.accounts.refresh()
    await expect(planEverybody(workspace).then(({ total }) => total)).resolves.toBe(0)

    const undo = await workspace.runs.undo({ run: run.id })
    expect(undo).toMatchObject({ undoes: run.id, total: plan.total })
    const undone = await push(workspace, undo)
    expect(undone).toMatchObject({ outcomes: { done: undo.total }, verified: { asIntended: undo.total } })
    const last = bare(tenant.accounts())
    for (const [id, account] of before) expect(last.get(id)).toEqual(account)
    for (const [id, account] of last) if (!before.has(id)) expect(account.active).toBe(false)
  }, 60_000)
}

test('people are blocked with the reason, and nothing is planned for them, where neither list nor filter can tell', async () => {
  const tenant = await start(['page-cap', 'filter-refused'], 130)
  const workspace = await open(tenant)
  const plan = await planEverybody(workspace)
  expect(plan.counts.create).toBe(0)
  expect(plan.blocked.length).toBeGreaterThan(0)
  expect(plan.blocked.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain('accounts-incomplete')
})

test('with every fifth write stored and its reply lost, and a service that asks to slow down, nothing is doubled', async () => {
  const tenant = await start(['drop-after-store', 'rate-limit', 'no-patch'], 15)
  const workspace = await open(tenant)
  const plan = await planEverybody(workspace)
  const run = await push(workspace, plan)
  expect(run.outcomes.done).toBe(plan.total)
  const names = tenant.accounts().map(({ userName }) => String(userName).toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  const shown = JSON.stringify(
    Array.from({ length: plan.total }, (_, n) => workspace.runs.change({ run: run.id, change: n + 1 })),
  )
  for (const { value } of tenant.secrets()) expect(shown).not.toContain(value)
}, 60_000)
