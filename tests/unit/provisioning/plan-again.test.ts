import { expect, test } from 'vitest'
import { planLifetime } from '../../../shared/model/plan.ts'
import { person, setUp } from '../../support/workspace-desk.ts'
import { pushPlan } from '../../support/workspace-on.ts'

async function desk() {
  const made = setUp()
  made.service.supports({ delete: { value: 'unknown', from: 'test' } })
  for (const [name, active] of [
    ['ben', true],
    ['left', true],
    ['stay', true],
    ['old', false],
    ['kept', false],
  ] as const) {
    made.service.seed({ id: name, userName: `${name}@contoso.example`, displayName: 'Before', active })
  }
  await made.people(person('ada', { attributes: { manager: 'id-eve' } }), person('ben'), person('eve'))
  await made.workspace.accounts.refresh()
  const rows = (plan: string) =>
    made.workspace.plans
      .changes({ plan, offset: 0, limit: 50 })
      .rows.map(({ kind, pass, name, userName, leftOut }) => [kind, pass, userName ?? name, leftOut])
  return { ...made, rows }
}

test('an expired plan is made anew with everything that was picked, and what was left out stays out', async () => {
  const { workspace, ids, rows, clock, service } = await desk()
  const plan = await workspace.plans.create({
    people: await ids(),
    deactivate: ['left', 'stay'],
    delete: ['old', 'kept', 'ben'],
  })
  const before = rows(plan.id)
  const out = [1, 4, 6, before.length]
  const { hash } = await workspace.plans.leaveOut({ plan: plan.id, changes: out, leftOut: true })
  clock.pass(planLifetime)
  await expect(workspace.runs.start({ plan: plan.id, hash, typed: '4' })).rejects.toMatchObject({
    code: 'plan-expired',
  })
  const again = await workspace.plans.again({ plan: plan.id })
  expect(rows(again.id)).toEqual(rows(plan.id))
  expect(again).toMatchObject({ leftOut: out.length, blocked: [{ accountId: 'ben' }] })
  expect(again.expiresAt).toBeGreaterThan(clock.now())
  // Only the manager was left out of ada's two changes, and it alone stays out.
  expect(rows(again.id).at(-1)).toEqual(['update', 2, 'ada@contoso.example', true])
  await pushPlan(workspace, again)
  expect([service.accounts.has('old'), service.accounts.has('kept')]).toEqual([true, false])
})

test('an expired undo is made anew without what was left out of it', async () => {
  const { workspace, ids, rows, clock } = await desk()
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [], delete: ['old', 'kept'] })
  await pushPlan(workspace, plan)
  const undo = await workspace.runs.undo({ run: plan.id })
  await workspace.plans.leaveOut({ plan: undo.id, changes: [1, 3], leftOut: true })
  clock.pass(planLifetime)
  const again = await workspace.plans.again({ plan: undo.id })
  expect(again.undoes).toBe(plan.id)
  expect(rows(again.id)).toEqual(rows(undo.id))
  expect(again.leftOut).toBe(2)
})
