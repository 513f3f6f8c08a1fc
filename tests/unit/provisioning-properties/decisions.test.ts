import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { foldUserName } from '../../../electron/provisioning/fold.ts'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import type { AdminDecision } from '../../../shared/model/decision.ts'
import type { Change } from '../../../shared/model/plan.ts'
import { orNothing, planEverybody, pushPlan } from '../../support/workspace-on.ts'
import { directory } from './directories.ts'
import { on } from './on-directory.ts'
import type { TenantInMemory } from './tenant-in-memory.ts'

const runs = { numRuns: 150 }
// A directory takes some milliseconds; a machine that is busy takes its time.
vi.setConfig({ testTimeout: 60_000 })

/** Whom to decide about and how, as places in the lists of people and accounts, which wrap around. */
const decisions = fc.array(
  fc.record({
    person: fc.nat(),
    kind: fc.constantFrom('link', 'link', 'create', 'skip'),
    account: fc.nat(),
  }),
  { maxLength: 8 },
)

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }
const changesOf = (desk: Workspace, plan: string): Change[] => desk.plans.changes({ plan, offset: 0, limit: 500 }).rows

/** Decides as generated; what main refuses (an account that somebody is linked to) stays undecided. */
async function decide(
  desk: Workspace,
  tenant: TenantInMemory,
  wanted: typeof decisions extends fc.Arbitrary<infer T> ? T : never,
) {
  const people = await desk.people.ids({ query: everybody })
  const accounts = [...tenant.accounts().keys()]
  const made = new Map<number, AdminDecision>()
  for (const one of wanted) {
    const person = people[one.person % people.length] ?? 0
    const account = accounts[one.account % Math.max(accounts.length, 1)]
    if (one.kind === 'link' && account === undefined) continue
    const { candidates } = await desk.people.candidates({ id: person })
    const decision: AdminDecision =
      one.kind === 'link'
        ? { kind: 'link', account: account ?? '' }
        : one.kind === 'create'
          ? { kind: 'create', not: candidates.map((candidate) => candidate.account.id) }
          : { kind: 'skip' }
    try {
      await desk.people.resolve({ people: [person], decision })
      made.set(person, decision)
    } catch (error) {
      expect(error).toMatchObject({ code: 'account-decided' })
    }
  }
  return made
}

test('whatever was decided, no account is two people’s in one plan, nobody who was left out is in it, and K2 takes all of it', async () => {
  await fc.assert(
    fc.asyncProperty(directory, decisions, (generated, wanted) =>
      on(generated, async (desk, tenant) => {
        const made = await decide(desk, tenant, wanted)
        const plan = await orNothing(planEverybody(desk))
        if (plan === null) return
        const changes = changesOf(desk, plan.id).filter(({ pass }) => pass === 1)
        const accounts = changes.flatMap(({ accountId }) => accountId ?? [])
        expect(new Set(accounts).size).toBe(accounts.length)
        const linked = new Map(
          [...made].flatMap(([person, one]) => (one.kind === 'link' ? [[one.account, person]] : [])),
        )
        for (const { personId, accountId, kind, diff } of changesOf(desk, plan.id)) {
          const decision = made.get(personId ?? 0)
          expect(decision?.kind).not.toBe('skip')
          if (accountId !== null && linked.has(accountId)) expect(personId).toBe(linked.get(accountId))
          if (decision?.kind === 'link') expect(accountId).toBe(decision.account)
          if (decision?.kind === 'create' && accountId !== null) expect(decision.not).not.toContain(accountId)
          if (kind !== 'create') continue
          const name = foldUserName(String(diff.find(({ path }) => path === 'userName')?.after))
          const there = [...tenant.accounts().values()].map(({ userName }) => foldUserName(String(userName)))
          expect(there).not.toContain(name)
        }
        expect((await pushPlan(desk, plan)).outcomes.done).toBe(plan.total)
        const names = [...tenant.accounts().values()].map(({ userName }) => foldUserName(String(userName)))
        expect(new Set(names).size).toBe(names.length)
      }),
    ),
    runs,
  )
})

test('taking every decision back gives the plan that was before the first', async () => {
  await fc.assert(
    fc.asyncProperty(directory, decisions, (generated, wanted) =>
      on(generated, async (desk, tenant) => {
        const planned = async () => {
          try {
            return await planEverybody(desk)
          } catch (error) {
            expect(error).toMatchObject({ code: 'plan-empty' })
            return { hash: null, blocked: [] }
          }
        }
        const before = await planned()
        const made = await decide(desk, tenant, wanted)
        if (made.size > 0) await desk.people.resolve({ people: [...made.keys()], decision: null })
        const after = await planned()
        expect([after.hash, after.blocked]).toEqual([before.hash, before.blocked])
      }),
    ),
    runs,
  )
})

test('what is said of a decision beforehand is what comes of it', async () => {
  await fc.assert(
    fc.asyncProperty(directory, decisions, fc.nat(), (generated, wanted, which) =>
      on(generated, async (desk, tenant) => {
        await decide(desk, tenant, wanted)
        const people = await desk.people.ids({ query: everybody })
        const person = people[which % people.length] ?? 0
        const { candidates, create } = await desk.people.candidates({ id: person })
        const not = candidates.map(({ account }) => account.id)
        const said: [AdminDecision, typeof create][] = [[{ kind: 'create', not }, create]]
        for (const { account, link } of candidates) if (link) said.push([{ kind: 'link', account: account.id }, link])
        for (const [decision, effect] of said) {
          await desk.people.resolve({ people: [person], decision })
          const { row, blocked } = await desk.people.get({ id: person })
          expect([row.would, blocked]).toEqual([effect.would, effect.blocked])
        }
      }),
    ),
    runs,
  )
})
