import { afterEach, expect, test } from 'vitest'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import type { QuirkName } from '../sandbox/quirks.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { endOf, planEverybody, pushPlan } from '../support/workspace-on.ts'
import { tenantWorkspace } from './scim-tenant.ts'

let sandbox: Sandbox | null = null
let workspace: Workspace | null = null
afterEach(async () => {
  await workspace?.close()
  await sandbox?.stop()
})

/** A workspace that has read people and accounts of a sandbox, and a look at the requests it sends. */
async function start(quirks: readonly QuirkName[], people: number) {
  const tenant = await startSandbox({ people, accounts: 20, seed: 5, quirks })
  sandbox = tenant
  const desk = await tenantWorkspace(tenant)
  workspace = desk
  const plan = await planEverybody(desk)
  tenant.clearRequests()
  const sent = () => tenant.requests().filter(({ method }) => method !== 'GET')
  const bulks = () => sent().filter(({ path }) => path.endsWith('/Bulk'))
  const changes = (run: string) =>
    desk.runs.changes({ run, query: { search: '', show: 'all' }, offset: 0, limit: 500 }).rows
  return { tenant, desk, plan, sent, bulks, changes }
}

test('where Bulk is supported, many changes take few requests, and each keeps its own evidence', async () => {
  const { tenant, desk, plan, sent, bulks, changes } = await start(['bulk'], 300)
  const { id: run, outcomes } = await pushPlan(desk, plan)
  expect(outcomes).toMatchObject({ done: plan.total, failed: 0 })
  expect(bulks().length).toBeGreaterThan(0)
  expect(sent().length).toBeLessThan(plan.total / 4)
  expect(sent().flatMap(({ writes }) => writes)).toHaveLength(plan.total)
  const secret = tenant.settings.scim.token
  let shared = 0
  for (const { id, userName } of changes(run)) {
    const { exchanges } = desk.runs.change({ run, change: id })
    const writes = exchanges.filter(({ method }) => method !== 'GET')
    expect(writes).toHaveLength(1)
    for (const { bulk, path, requestBody, status } of writes) {
      if (bulk === undefined) continue
      shared++
      expect(path).toMatch(/\/Bulk$/)
      expect(status).toBeLessThan(300)
      const { method, data } = JSON.parse(String(requestBody))
      if (method === 'POST') expect(data.userName).toBe(userName)
    }
    expect(JSON.stringify(exchanges)).not.toContain(secret)
  }
  expect(shared).toBeGreaterThan(plan.total / 2)
})

test('a service that claims Bulk and refuses it is not asked again, and Settings say why', async () => {
  for (const [quirks, status] of [
    [['bulk-refused'], 404],
    [['config-overstates'], 501],
  ] as const) {
    const { tenant, desk, plan, bulks, sent } = await start(quirks, 80)
    const { outcomes } = await pushPlan(desk, plan)
    expect(outcomes.done).toBe(plan.total)
    expect(desk.accounts.capabilities()?.bulk).toEqual({ value: 'no', from: `A Bulk was answered with ${status}.` })
    expect(sent().length - bulks().length).toBe(plan.total)
    // Those that were under way when the first came back: no more than the pace ever allows.
    expect(bulks().length).toBeLessThanOrEqual(16)
    await desk.close()
    await tenant.stop()
  }
})

test('a service that takes less in one Bulk than it says is asked for less, and Settings say why', async () => {
  const { desk, plan, sent } = await start(['bulk-cap'], 150)
  expect((await pushPlan(desk, plan)).outcomes.done).toBe(plan.total)
  const learnt = desk.accounts.capabilities()?.bulkOperations
  expect(learnt?.from).toMatch(/^A Bulk of \d+ changes was answered with 413\.$/)
  expect(learnt?.value).toBeLessThanOrEqual(5)
  expect(sent().length).toBeLessThan(plan.total)
})

test('a run that is stopped sends nothing more, not even what waits to share a request', async () => {
  const { tenant, desk, plan, sent, changes } = await start(['bulk', 'slow'], 400)
  await desk.runs.start({ plan: plan.id, hash: plan.hash, typed: plan.safety.typeToConfirm })
  await expect.poll(() => sent().length, { interval: 5 }).toBeGreaterThan(2)
  desk.runs.stop({ run: plan.id })
  const { status, outcomes } = await endOf(desk, plan.id)
  expect(status).toBe('stopped')
  const written = tenant.requests().flatMap(({ writes }) => writes)
  expect(outcomes).toMatchObject({ done: written.length, failed: 0, 'not-sent': plan.total - written.length })
  expect(outcomes['not-sent']).toBeGreaterThan(0)
  expect(changes(plan.id).filter(({ outcome, attempts }) => outcome === 'not-sent' && attempts > 0)).toEqual([])
})
