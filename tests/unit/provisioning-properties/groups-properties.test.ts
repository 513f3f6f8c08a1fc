import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GroupRules } from '../../../shared/model/group.ts'
import { type Desk, person, setUp } from '../../support/workspace-desk.ts'

const names = ['Sales', 'Chess', 'Board', 'Everybody'] as const
const some = fc.uniqueArray(fc.constantFrom(...names), { maxLength: names.length })

/** A directory with groups: what the source says of each person before and after, who is in K2's groups, and the rules. */
const directories = fc.record({
  people: fc.array(
    fc.record({ earlier: fc.option(some, { nil: undefined }), now: fc.option(some, { nil: undefined }) }),
    { minLength: 1, maxLength: 12 },
  ),
  /** Groups that are there already, each with members whom the source does not know; some beyond what a service shows. */
  there: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 130 })),
  kept: some,
  removes: fc.boolean(),
})
type Directory = typeof directories extends fc.Arbitrary<infer T> ? T : never

async function pushEverything(desk: Desk): Promise<string | null> {
  try {
    return await desk.pushAll()
  } catch (error) {
    expect(error).toMatchObject({ code: 'plan-empty' })
    return null
  }
}

async function seeThrough({ people, there, kept, removes }: Directory): Promise<void> {
  const desk = setUp()
  try {
    const of = (groups: string[] | undefined) => (groups === undefined ? {} : { groups })
    const rules: GroupRules = { rules: kept.map((name) => ({ from: name, to: name })), removes }
    for (const [name, count] of Object.entries(there)) {
      desk.service.groups.seed(
        name,
        Array.from({ length: count }, (_, at) => `${name}-${at}`),
      )
    }
    await desk.workspace.accounts.refresh()
    await desk.workspace.groups.setRules({ rules })
    await desk.people(...people.map(({ earlier }, at) => person(`p${at}`, of(earlier))))
    await pushEverything(desk)
    const before = desk.service.groups.state()
    await desk.people(...people.map(({ now }, at) => person(`p${at}`, of(now))))
    const run = await pushEverything(desk)

    // Whoever is ticked is where the source has them; nobody else was touched.
    const accounts = new Map([...desk.service.accounts.values()].map(({ userName, id }) => [userName, id]))
    const idOf = (at: number): string => accounts.get(`p${at}@contoso.example`) ?? ''
    const state = desk.service.groups.state()
    for (const [at, { now }] of people.entries()) {
      for (const name of names) {
        const was = before[name]?.includes(idOf(at)) ?? false
        const isIn = state[name]?.includes(idOf(at)) ?? false
        const ruled = kept.includes(name) && now !== undefined
        expect(isIn).toBe(ruled ? now.includes(name) || (was && !removes) : was)
      }
    }
    for (const [name, count] of Object.entries(there)) {
      expect(state[name]?.filter((id) => id.startsWith(`${name}-`))).toHaveLength(count)
    }

    // From the same state there is nothing left to plan.
    await desk.workspace.groups.refresh()
    expect(await pushEverything(desk)).toBeNull()

    if (run === null) return
    const undo = await desk.workspace.runs.undo({ run }).catch((error) => {
      expect(error).toMatchObject({ code: 'plan-empty' })
      return null
    })
    if (undo !== null && undo.total > 0) {
      await desk.workspace.runs.start({ plan: undo.id, hash: undo.hash, typed: undo.safety.typeToConfirm })
      await desk.over(undo.id)
    }
    // But for groups that the run made, which stay empty, and for who may have been in a list that is cut off before.
    const unsure = new Set(
      undo?.groupProblems.filter(({ code }) => code === 'members-unsure').map(({ group }) => group),
    )
    for (const [name, members] of Object.entries(desk.service.groups.state())) {
      if (!unsure.has(name)) expect(members).toEqual(before[name] ?? [])
      else expect(members).toEqual(expect.arrayContaining(before[name] ?? []))
    }
  } finally {
    await desk.workspace.close()
  }
}

describe('groups of any directory', () => {
  it('become what the source says, need nothing more then, and go back by an undo', async () => {
    await fc.assert(fc.asyncProperty(directories, seeThrough), { numRuns: 60 })
  }, 60_000)
})
