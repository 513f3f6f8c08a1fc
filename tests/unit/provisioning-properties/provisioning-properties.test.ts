import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import type { RunChange } from '../../../shared/model/run.ts'
import { covers, delta } from '../../integration/provisioning-matrix/flatten.ts'
import { orNothing, planEverybody, pushPlan } from '../../support/workspace-on.ts'
import { directory } from './directories.ts'
import { on } from './on-directory.ts'
import type { TenantInMemory } from './tenant-in-memory.ts'

const runs = { numRuns: 60 }
// A directory takes some milliseconds; a machine that is busy takes its time.
vi.setConfig({ testTimeout: 60_000 })

const planAll = (desk: Workspace): Promise<PlanSummary | null> => orNothing(planEverybody(desk))

const changesOf = (desk: Workspace, run: string): RunChange[] =>
  desk.runs.changes({ run, query: { search: '', show: 'all' }, offset: 0, limit: 500 }).rows

/** Pushes a plan on a service that refuses some of the writes, in turn. */
async function pushInPart(desk: Workspace, tenant: TenantInMemory, plan: PlanSummary, refusals: readonly boolean[]) {
  let writes = 0
  tenant.refuses = () => refusals[writes++ % refusals.length] ?? false
  const run = await pushPlan(desk, plan)
  tenant.refuses = () => false
  return run
}

/** Nothing is left to plan but for people who were blocked, and are no longer since the push has freed a sign-in name. */
async function expectNothingLeft(desk: Workspace, { blocked }: PlanSummary): Promise<void> {
  const left = await planAll(desk)
  if (left === null) return
  const { rows } = desk.plans.changes({ plan: left.id, offset: 0, limit: 500 })
  const before = new Set(blocked.map(({ personId }) => personId))
  expect(rows.filter(({ personId }) => personId === null || !before.has(personId))).toEqual([])
}

/** How many addresses of an account are the primary one. */
const primariesOf = ({ emails }: JsonObject): number =>
  Array.isArray(emails) ? emails.filter((one) => (one as JsonObject).primary === true).length : 0

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
        const run = await pushPlan(desk, plan)
        expect(changesOf(desk, run.id).filter(({ outcome }) => outcome !== 'done')).toEqual([])
        const verified = await desk.runs.verify({ run: run.id })
        expect(verified.verified).toMatchObject({ checked: plan.total, asIntended: plan.total })
        const after = tenant.accounts()
        expect(after.size).toBe(before.size + plan.counts.create)
        const { rows } = desk.plans.changes({ plan: plan.id, offset: 0, limit: 500 })
        for (const [id, account] of before) {
          const paths = rows
            .filter(({ accountId }) => accountId === id)
            .flatMap(({ diff }) => diff.map(({ path }) => path))
          const touched = delta(account, after.get(id) ?? {})
          const beside = /^schemas$|\]\.(type|primary)$/
          expect(
            touched.filter(
              (path) => !paths.some((planned) => covers(planned, path)) && !(paths.length > 0 && beside.test(path)),
            ),
          ).toEqual([])
          expect(paths.filter((planned) => !touched.some((path) => covers(planned, path)))).toEqual([])
          expect(primariesOf(after.get(id) ?? {})).toBeLessThanOrEqual(1)
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
        const run = await pushPlan(desk, plan)
        const undo = await desk.runs.undo({ run: run.id })
        expect((await pushPlan(desk, undo)).outcomes.done).toBe(undo.total)
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
        const run = await pushInPart(desk, tenant, plan, refusals)
        const changes = changesOf(desk, run.id)
        expect(changes.filter(({ outcome }) => !['done', 'failed', 'not-sent'].includes(outcome))).toEqual([])
        const touched = new Set(changes.flatMap(({ outcome, accountId }) => (outcome === 'done' ? [accountId] : [])))
        for (const [id, account] of before) {
          if (!touched.has(id)) expect(delta(account, tenant.accounts().get(id) ?? {})).toEqual([])
        }
        const undo = await orNothing(desk.runs.undo({ run: run.id }))
        expect(undo === null).toBe(touched.size === 0)
        if (undo !== null) expect((await pushPlan(desk, undo)).outcomes.done).toBe(undo.total)
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
        const run = await pushInPart(desk, tenant, plan, refusals)
        const again = await orNothing(desk.runs.retryFailed({ run: run.id }))
        expect(again === null).toBe(run.outcomes.done === plan.total)
        if (again !== null) expect((await pushPlan(desk, again)).outcomes.done).toBe(again.total)
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
        const run = await pushPlan(desk, plan)
        for (const { id, accountId, outcome, kind } of changesOf(desk, run.id)) {
          if (kind === 'create' || accountId === null || !before.has(accountId)) continue
          const isHit = reviewed.get(id)?.some(({ path }) => path === attribute) ?? false
          if (outcome === 'done') expect(tenant.accounts().get(accountId)?.[attribute]).toBe('by somebody else')
          else expect([outcome, isHit]).toEqual(['stale', true])
        }
        const undo = await orNothing(desk.runs.undo({ run: run.id }))
        if (undo !== null) expect((await pushPlan(desk, undo)).outcomes.done).toBe(undo.total)
        expectRestored(before, tenant.accounts())
      }),
    ),
    runs,
  )
})

/** Accounts by sign-in name, without what they get anew when they are made again. */
const bySignIn = (accounts: ReadonlyMap<string, JsonObject>) =>
  new Map(
    [...accounts.values()].map(({ id: _id, meta: _meta, ...rest }) => [String(rest.userName).toLowerCase(), rest]),
  )

/** Plans the deletion of some of the accounts, active ones among them. */
const planDeletion = (desk: Workspace, tenant: TenantInMemory, some: readonly boolean[]): Promise<PlanSummary> =>
  desk.plans.create({
    people: [],
    deactivate: [],
    delete: [...tenant.accounts().keys()].filter((_, at) => some[at % some.length]),
  })

test('deleting takes exactly the inactive accounts that were picked, and the undo brings them back but for their ids', async () => {
  const flags = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 })
  await fc.assert(
    fc.asyncProperty(directory, flags, flags, (generated, picked, refusals) =>
      on(generated, async (desk, tenant) => {
        const before = tenant.accounts()
        const plan = await orNothing(planDeletion(desk, tenant, picked))
        if (plan === null) return
        const run = await pushInPart(desk, tenant, plan, refusals)
        const gone = changesOf(desk, run.id).flatMap(({ outcome, accountId }) =>
          outcome === 'done' ? [accountId] : [],
        )
        const after = tenant.accounts()
        for (const [id, account] of before) {
          expect([id, after.has(id)]).toEqual([id, !gone.includes(id)])
          if (account.active === true) expect(after.has(id)).toBe(true)
          if (after.has(id)) expect(delta(account, after.get(id) ?? {})).toEqual([])
        }
        if (gone.length === 0) return
        expect((await desk.runs.verify({ run: run.id })).verified).toMatchObject({ asIntended: gone.length })
        const undo = await desk.runs.undo({ run: run.id })
        expect(undo.total).toBe(gone.length)
        expect((await pushPlan(desk, undo)).outcomes.done).toBe(undo.total)
        expect((await desk.runs.verify({ run: undo.id })).verified).toMatchObject({ asIntended: undo.total })
        const restored = bySignIn(tenant.accounts())
        for (const [name, account] of bySignIn(before)) expect(delta(account, restored.get(name) ?? {})).toEqual([])
        expect(restored.size).toBe(before.size)
        expect(await orNothing(desk.runs.undo({ run: run.id }))).toBeNull()
      }),
    ),
    runs,
  )
})
