import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createWorkspace } from '../../../electron/provisioning/workspace.ts'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import { openDatabase } from '../../../electron/store/database.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import type { RunChange, RunSummary } from '../../../shared/model/run.ts'
import { delta, flatPath } from '../../integration/provisioning-matrix/flatten.ts'
import { connection, FakeSession, silentLog, summary } from '../../support/workspace-desk.ts'
import { directory, type Generated } from './directories.ts'
import { type TenantInMemory, tenantInMemory } from './tenant-in-memory.ts'

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }
const runs = { numRuns: 60 }
// A directory takes some milliseconds; a machine that is busy takes its time.
vi.setConfig({ testTimeout: 60_000 })

/** Sets up a generated directory, lets `work` do something with it, and puts it away. */
async function on(
  { quirks, accounts, people }: Generated,
  work: (desk: Workspace, tenant: TenantInMemory) => Promise<void>,
) {
  const tenant = tenantInMemory(quirks, accounts)
  const workspace = createWorkspace({
    connection: () => connection,
    database: openDatabase(':memory:', { log: silentLog }),
    service: tenant.service,
    session: new FakeSession(connection.id),
    clock: tenant.clock,
    log: silentLog,
    locale: 'en',
    events: { accountsChanged: () => {}, peopleChanged: () => {}, runProgress: () => {} },
  })
  try {
    await workspace.source.store({ summary, people, problems: [] })
    await workspace.accounts.learn()
    await workspace.accounts.refresh()
    await work(workspace, tenant)
  } finally {
    await workspace.close()
  }
}

/** Null where there is nothing to change. */
async function planned(plan: Promise<PlanSummary>): Promise<PlanSummary | null> {
  try {
    const made = await plan
    return made.total === 0 ? null : made
  } catch (error) {
    if (error instanceof MusterError && error.code === 'plan-empty') return null
    throw error
  }
}

const planAll = async (desk: Workspace): Promise<PlanSummary | null> =>
  planned(desk.plans.create({ people: await desk.people.ids({ query: everybody }), deactivate: [] }))

async function push(desk: Workspace, { id: run, hash, safety }: PlanSummary): Promise<RunSummary> {
  await desk.runs.start({ plan: run, hash, typed: safety.typeToConfirm })
  for (;;) {
    const { run: now } = desk.runs.get({ run })
    if (now.endedAt !== null) return now
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

const changesOf = (desk: Workspace, run: string): RunChange[] =>
  desk.runs.changes({ run, query: { search: '', show: 'all' }, offset: 0, limit: 500 }).rows

/** Nothing is left to plan but for people who were blocked, and are no longer since the push has freed a sign-in name. */
async function expectNothingLeft(desk: Workspace, { blocked }: PlanSummary): Promise<void> {
  const left = await planAll(desk)
  if (left === null) return
  const { rows } = desk.plans.changes({ plan: left.id, offset: 0, limit: 500 })
  const before = new Set(blocked.map(({ personId }) => personId))
  expect(rows.filter(({ personId }) => personId === null || !before.has(personId))).toEqual([])
}

/** What accounts have become, told apart by what they were. */
function expectRestored(before: ReadonlyMap<string, JsonObject>, after: ReadonlyMap<string, JsonObject>): void {
  for (const [id, account] of before) expect([id, delta(account, after.get(id) ?? {})]).toEqual([id, []])
  for (const [id, account] of after) if (!before.has(id)) expect([id, account.active]).toEqual([id, false])
}

test('a push does all that was planned and nothing else, and then there is nothing left to plan', async () => {
  await fc.assert(
    fc.asyncProperty(directory, (generated) =>
      on(generated, async (desk, tenant) => {
        const before = tenant.accounts()
        const plan = await planAll(desk)
        if (plan === null) return
        const run = await push(desk, plan)
        expect(changesOf(desk, run.id).filter(({ outcome }) => outcome !== 'done')).toEqual([])
        const verified = await desk.runs.verify({ run: run.id })
        expect(verified.verified).toMatchObject({ checked: plan.total, asIntended: plan.total })
        const after = tenant.accounts()
        expect(after.size).toBe(before.size + plan.counts.create)
        const { rows } = desk.plans.changes({ plan: plan.id, offset: 0, limit: 500 })
        for (const [id, account] of before) {
          const paths = rows
            .filter(({ accountId }) => accountId === id)
            .flatMap(({ diff }) => diff.map(({ path }) => flatPath(path)))
          const touched = delta(account, after.get(id) ?? {})
          const beside = /^schemas$|\]\.(type|primary)$/
          expect(touched.filter((path) => !paths.includes(path) && !(paths.length > 0 && beside.test(path)))).toEqual(
            [],
          )
          expect(paths.filter((path) => !touched.includes(path))).toEqual([])
        }
        await expectNothingLeft(desk, plan)
        await desk.accounts.refresh()
        await expectNothingLeft(desk, plan)
      }),
    ),
    runs,
  )
})

test('plan, push and undo give every account back what it had, whatever the service does of its own', async () => {
  await fc.assert(
    fc.asyncProperty(directory, (generated) =>
      on(generated, async (desk, tenant) => {
        const before = tenant.accounts()
        const plan = await planAll(desk)
        if (plan === null) return
        const run = await push(desk, plan)
        const undo = await desk.runs.undo({ run: run.id })
        expect((await push(desk, undo)).outcomes.done).toBe(undo.total)
        expectRestored(before, tenant.accounts())
        const verified = await desk.runs.verify({ run: undo.id })
        expect(verified.verified).toMatchObject({ asIntended: undo.total })
        // What was undone differs from the source again, and from nothing else.
        await desk.accounts.refresh()
        expect((await planAll(desk))?.total ?? 0).toBeGreaterThan(0)
      }),
    ),
    runs,
  )
})

test('undoing a push of which a part was refused gives back what was changed, and touches nothing of the rest', async () => {
  await fc.assert(
    fc.asyncProperty(directory, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), (generated, refusals) =>
      on(generated, async (desk, tenant) => {
        const before = tenant.accounts()
        const plan = await planAll(desk)
        if (plan === null) return
        let writes = 0
        tenant.refuses = () => refusals[writes++ % refusals.length] ?? false
        const run = await push(desk, plan)
        tenant.refuses = () => false
        const changes = changesOf(desk, run.id)
        expect(changes.filter(({ outcome }) => !['done', 'failed', 'not-sent'].includes(outcome))).toEqual([])
        const touched = new Set(changes.flatMap(({ outcome, accountId }) => (outcome === 'done' ? [accountId] : [])))
        for (const [id, account] of before) {
          if (!touched.has(id)) expect(delta(account, tenant.accounts().get(id) ?? {})).toEqual([])
        }
        const undo = await planned(desk.runs.undo({ run: run.id }))
        expect(undo === null).toBe(touched.size === 0)
        if (undo !== null) expect((await push(desk, undo)).outcomes.done).toBe(undo.total)
        expectRestored(before, tenant.accounts())
      }),
    ),
    runs,
  )
})

test('trying a partly refused push again ends where the whole push would have ended', async () => {
  await fc.assert(
    fc.asyncProperty(directory, fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }), (generated, refusals) =>
      on(generated, async (desk, tenant) => {
        const plan = await planAll(desk)
        if (plan === null) return
        let writes = 0
        tenant.refuses = () => refusals[writes++ % refusals.length] ?? false
        const run = await push(desk, plan)
        tenant.refuses = () => false
        const again = await planned(desk.runs.retryFailed({ run: run.id }))
        expect(again === null).toBe(run.outcomes.done === plan.total)
        if (again !== null) expect((await push(desk, again)).outcomes.done).toBe(again.total)
        await desk.accounts.refresh()
        await expectNothingLeft(desk, plan)
      }),
    ),
    runs,
  )
})

test('what somebody else changes between the review and the push survives the push and its undo', async () => {
  await fc.assert(
    fc.asyncProperty(directory, fc.constantFrom('nickName', 'title'), (generated, attribute) =>
      on(generated, async (desk, tenant) => {
        const plan = await planAll(desk)
        if (plan === null) return
        const { rows } = desk.plans.changes({ plan: plan.id, offset: 0, limit: 500 })
        const reviewed = new Map(rows.map(({ id, diff }) => [id, diff]))
        for (const resource of tenant.directory.users.all()) {
          const attributes = { ...resource.current.attributes, [attribute]: 'by somebody else' }
          tenant.directory.users.change(resource, attributes, tenant.clock.now())
        }
        // Long enough that what was read counts as old where nothing else tells.
        tenant.clock.pass(120_000)
        const before = tenant.accounts()
        const run = await push(desk, plan)
        for (const { id, accountId, outcome, kind } of changesOf(desk, run.id)) {
          if (kind === 'create' || accountId === null || !before.has(accountId)) continue
          const isHit = reviewed.get(id)?.some(({ path }) => path === attribute) ?? false
          if (outcome === 'done') expect(tenant.accounts().get(accountId)?.[attribute]).toBe('by somebody else')
          else expect([outcome, isHit]).toEqual(['stale', true])
        }
        const undo = await planned(desk.runs.undo({ run: run.id }))
        if (undo !== null) expect((await push(desk, undo)).outcomes.done).toBe(undo.total)
        expectRestored(before, tenant.accounts())
      }),
    ),
    runs,
  )
})
