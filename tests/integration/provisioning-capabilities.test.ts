import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccountService } from '../../electron/provisioning/scim-account-service.ts'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import { readPeopleFile } from '../../electron/sources/file.ts'
import type { Override } from '../../shared/model/capabilities.ts'
import type { PersonState } from '../../shared/model/person.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import { enterpriseUserUrn } from '../../shared/scim/urn.ts'
import type { QuirkName } from '../sandbox/quirks.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { planEverybody, pushPlan, workspaceOn } from '../support/workspace-on.ts'
import { tenantClient } from './scim-tenant.ts'

let sandbox: Sandbox
let workspace: Workspace

/** A tenant whose list is longer than a page, and a workspace that knows nothing of it. */
beforeEach(async () => {
  sandbox = await startSandbox({ people: 160, accounts: 130, seed: 7 })
  workspace = await open()
})
afterEach(async () => {
  await workspace.close()
  await sandbox.stop()
})

async function open(): Promise<Workspace> {
  const opened = workspaceOn(createAccountService(await tenantClient(sandbox)))
  await opened.source.store(await readPeopleFile(sandbox.peopleFile))
  return opened
}

/** Learns and reads a service with these switches, with these capabilities set by hand. */
async function meet(quirks: readonly QuirkName[], ...overrides: Override[]): Promise<void> {
  sandbox.setQuirks(quirks)
  await workspace.accounts.learn()
  for (const override of overrides) workspace.accounts.override({ override })
  await workspace.accounts.refresh()
  sandbox.clearRequests()
}

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }
const counts = async (): Promise<Record<'all' | PersonState, number>> =>
  (await workspace.people.query({ query: everybody, offset: 0, limit: 1 })).counts
const reasons = ({ blocked }: PlanSummary) => new Set(blocked.flatMap(({ reasons }) => reasons.map(({ code }) => code)))
const writes = () => [...new Set(sandbox.requests().flatMap(({ method }) => (method === 'GET' ? [] : [method])))]
const lists = () => sandbox.requests().flatMap(({ path }) => /[?&](count|startIndex)=\d+/g.exec(path)?.input ?? [])

/** Plans everybody, pushes the plan, and says how many changes ended how. */
async function pushAll() {
  const plan = await planEverybody(workspace)
  const { id: run } = await pushPlan(workspace, plan)
  return { plan, run: await workspace.runs.verify({ run }) }
}

describe('what is set by hand is followed', () => {
  test.each<[Override[], QuirkName[], string[]]>([
    [[], [], ['POST', 'PATCH']],
    [[{ what: 'patch', value: 'no' }], [], ['POST', 'PUT']],
    // Wrongly set: the service says no, and the push falls back.
    [[{ what: 'patch', value: 'yes' }], ['no-patch'], ['POST', 'PATCH', 'PUT']],
    [[{ what: 'etag', value: 'no' }], [], ['POST', 'PATCH']],
    [[{ what: 'etag', value: 'no' }], ['etag-required'], ['POST', 'PATCH']],
    [[{ what: 'etag', value: 'yes' }], ['no-etag'], ['POST', 'PATCH']],
    [
      [
        { what: 'cursor', value: 'yes' },
        { what: 'pageSize', value: 40 },
      ],
      [],
      ['POST', 'PATCH'],
    ],
  ])('%j on a service with %j', async (overrides, quirks, methods) => {
    await meet(quirks, ...overrides)
    const { plan, run } = await pushAll()
    expect(run.outcomes.done).toBe(plan.total)
    expect(run.verified).toMatchObject({ asIntended: plan.total })
    expect(new Set(writes())).toEqual(new Set(methods))
    await workspace.accounts.refresh()
    expect((await planEverybody(workspace)).total).toBe(0)
  })

  test('with neither PATCH nor PUT every update fails with the way out, and nothing of it is sent', async () => {
    await meet([], { what: 'patch', value: 'no' }, { what: 'put', value: 'no' })
    const before = JSON.stringify(sandbox.accounts())
    const { plan, run } = await pushAll()
    expect(run.outcomes).toMatchObject({ done: plan.counts.create, failed: plan.total - plan.counts.create })
    const { rows } = workspace.runs.changes({ run: run.id, query: { search: '', show: 'failed' }, offset: 0, limit: 1 })
    expect(rows[0]?.failure).toMatchObject({
      code: 'scim-unsupported',
      todo: 'See Settings, What the service supports.',
    })
    expect(writes()).toEqual(['POST'])
    expect(JSON.stringify(sandbox.accounts().slice(0, 130))).toBe(before)
  })

  test('what a write teaches is learnt beside it and changes nothing of it', async () => {
    await meet(['no-patch', 'no-config'], { what: 'patch', value: 'yes' })
    await pushAll()
    await expect
      .poll(() => workspace.accounts.capabilities()?.patch)
      .toMatchObject({ value: 'yes', from: 'A PATCH was answered with 501.', byHand: { learnt: 'no' } })
  })

  test('page size and paging', async () => {
    await meet([], { what: 'pageSize', value: 60 })
    await workspace.accounts.refresh()
    expect(lists().map((path) => /count=\d+/.exec(path)?.[0])).toEqual(['count=60', 'count=60', 'count=10'])
    workspace.accounts.override({ override: { what: 'paging', value: 'no' } })
    sandbox.clearRequests()
    expect(await workspace.accounts.refresh()).toMatchObject({ total: 60, complete: false, looksUp: true })
    expect(lists()).toHaveLength(1)
  })
})

describe('a list that is cut off', () => {
  test('where filters work, people are looked up one by one', async () => {
    await meet(['page-cap'])
    expect(workspace.accounts.state()).toMatchObject({ total: 100, complete: false, looksUp: true })
    expect((await counts())['not-in-k2']).toBe(0)
    expect((await counts()).unknown).toBeGreaterThan(30)
    const plan = await planEverybody(workspace)
    // Whoever has no sign-in name can't be looked up.
    const untold = plan.blocked.filter(({ reasons }) => reasons.every(({ code }) => code === 'accounts-incomplete'))
    expect(untold).toEqual([])
    expect(plan.counts.create).toBeGreaterThan(5)
    const { run } = await pushAll()
    expect(run.outcomes.failed ?? 0).toBe(0)
  })

  test.each<[QuirkName[], Override[]]>([
    [['page-cap', 'case-sensitive-user-name'], []],
    [['page-cap-empty', 'no-filter'], []],
    [['page-cap'], [{ what: 'filter', value: 'no' }]],
    [['page-cap'], [{ what: 'filterIgnoresCase', value: 'no' }]],
    // Set wrongly: what a probe has shown is not believed otherwise where a second account could come of it.
    [['page-cap', 'case-sensitive-user-name'], [{ what: 'filterIgnoresCase', value: 'yes' }]],
    [
      ['page-cap', 'no-filter'],
      [
        { what: 'filter', value: 'yes' },
        { what: 'filterIgnoresCase', value: 'yes' },
      ],
    ],
  ])('with %j and %j, nothing is planned that depends on the missing part', async (quirks, overrides) => {
    await meet(quirks, ...overrides)
    expect(workspace.accounts.state()).toMatchObject({ complete: false, looksUp: false })
    const found = await counts()
    expect(found['not-in-k2']).toBe(0)
    expect(found.blocked).toBeGreaterThan(30)
    const plan = await planEverybody(workspace)
    expect(plan.counts.create).toBe(0)
    expect(reasons(plan).has('accounts-incomplete')).toBe(true)
  })

  test('everybody’s state follows at once when a filter is set not to work, and back', async () => {
    await meet(['page-cap'])
    expect((await counts()).unknown).toBeGreaterThan(30)
    workspace.accounts.override({ override: { what: 'filter', value: 'no' } })
    expect((await counts()).unknown).toBe(0)
    workspace.accounts.override({ override: { what: 'filter', value: null } })
    expect((await counts()).unknown).toBeGreaterThan(30)
  })
})

describe('what the service says of its attributes', () => {
  test('what it does not define is not pushed and told; ignored by hand, it is pushed', async () => {
    await meet(['no-enterprise-schema'])
    const told = workspace.accounts.unplanned()
    expect(new Set(told.map(({ path, why }) => `${path.slice(0, path.lastIndexOf(':'))} ${why}`))).toEqual(
      new Set([`${enterpriseUserUrn} not-defined`]),
    )
    await pushAll()
    expect(sandbox.requests().some(({ method, body }) => method !== 'GET' && body.includes(enterpriseUserUrn))).toBe(
      false,
    )
    workspace.accounts.override({ override: { what: 'schema', value: 'no' } })
    expect(workspace.accounts.unplanned()).toEqual([])
    const { plan, run } = await pushAll()
    expect(plan.total).toBeGreaterThan(10)
    expect(run.verified).toMatchObject({ asIntended: plan.total })
    expect(sandbox.requests().some(({ method, body }) => method !== 'GET' && body.includes(enterpriseUserUrn))).toBe(
      true,
    )
  })

  test('who lacks what it requires is blocked; ignored by hand, the service says so itself', async () => {
    await meet(['required-title'])
    const plan = await planEverybody(workspace)
    const lacking = plan.blocked.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'missing-required'))
    expect(lacking.length).toBeGreaterThan(0)
    expect(new Set(lacking.map(({ where }) => where))).toEqual(new Set(['title']))
    workspace.accounts.override({ override: { what: 'schema', value: 'no' } })
    const { run } = await pushAll()
    expect(run.outcomes.failed).toBe(lacking.length)
  })
})
