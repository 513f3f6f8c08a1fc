import { expect, test } from 'vitest'
import { planLifetime } from '../../../shared/model/plan.ts'
import { connection } from '../../support/connection.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })

async function planned(limits = connection.safety) {
  const desk = setUp({ connection: { ...connection, safety: limits } })
  for (const name of ['ben', 'cleo', 'dora']) {
    desk.service.seed({ userName: `${name}@contoso.example`, externalId: `id-${name}`, displayName: 'Before' })
  }
  await desk.people(person('ada', { attributes: { manager: 'id-eve' } }), person('ben'), person('eve'))
  await desk.workspace.accounts.refresh()
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: ['acc-2', 'acc-3'] })
  return {
    ...desk,
    plan,
    start: (hash = plan.hash, typed: string | null = null) => desk.workspace.runs.start({ plan: plan.id, hash, typed }),
  }
}

test('a plan counts what would be sent, and says of each change why', async () => {
  const { workspace, plan } = await planned()
  expect(plan.counts).toEqual({ create: 2, update: 2, reactivate: 0, deactivate: 2, delete: 0, none: 0 })
  const { rows, total } = workspace.plans.changes({ plan: plan.id, offset: 0, limit: 50 })
  expect(total).toBe(6)
  expect(rows.map(({ id, kind, reason, pass, name, match }) => [id, kind, reason, pass, name, match])).toEqual([
    [1, 'create', 'no-account', 1, 'ada', 'none'],
    [2, 'update', 'attributes-differ', 1, 'ben', 'externalId'],
    [3, 'create', 'no-account', 1, 'eve', 'none'],
    [4, 'deactivate', 'picked-for-removal', 1, 'Before', 'none'],
    [5, 'deactivate', 'picked-for-removal', 1, 'Before', 'none'],
    [6, 'update', 'manager', 2, 'ada', 'none'],
  ])
  expect(workspace.plans.changes({ plan: plan.id, offset: 1, limit: 2 }).rows.map(({ id }) => id)).toEqual([2, 3])
})

test('leaving a change out gives another hash, putting it back the first one; a manager goes with the account', async () => {
  const { workspace, plan } = await planned()
  const without = await workspace.plans.leaveOut({ plan: plan.id, changes: [3], leftOut: true })
  expect(without.hash).not.toBe(plan.hash)
  expect(without).toMatchObject({ total: 4, leftOut: 2, counts: { create: 1, update: 1 } })
  const back = await workspace.plans.leaveOut({ plan: plan.id, changes: [3], leftOut: false })
  expect(back).toEqual(plan)
})

test('only the plan that was reviewed is pushed: another hash, a stale one, an altered one and a used one are refused', async () => {
  const { workspace, plan, start, database, over, service, clock } = await planned()
  const before = JSON.stringify(service.state())
  await expect(start('0'.repeat(64))).rejects.toThrow(code('plan-changed'))
  await expect(workspace.runs.start({ plan: 'ffffff', hash: '', typed: null })).rejects.toThrow(code('plan-not-found'))
  const alter = (from: string, to: string) =>
    database.prepare('UPDATE plan_changes SET change = replace(change, ?, ?)').run(from, to)
  alter('ada@', 'eve@')
  await expect(start()).rejects.toThrow(code('plan-changed'))
  alter('eve@', 'ada@')
  database.prepare('UPDATE plan_changes SET left_out = 1 WHERE id = 1').run()
  await expect(start()).rejects.toThrow(code('plan-changed'))
  database.prepare('UPDATE plan_changes SET left_out = 0 WHERE id = 1').run()
  expect(JSON.stringify(service.state())).toBe(before)
  database.prepare("UPDATE plan_changes SET change = replace(change, 'ada@', 'ada@') WHERE id = 1").run()
  const again = await workspace.plans.create({ people: [1, 2, 3], deactivate: [] })
  await workspace.runs.start({ plan: again.id, hash: again.hash, typed: null })
  await over(again.id)
  await expect(workspace.runs.start({ plan: again.id, hash: again.hash, typed: null })).rejects.toThrow(
    code('plan-used'),
  )
  await expect(workspace.plans.leaveOut({ plan: again.id, changes: [1], leftOut: true })).rejects.toThrow(
    code('plan-used'),
  )
  clock.pass(planLifetime)
  await expect(start(plan.hash)).rejects.toThrow(code('plan-expired'))
})

test('above the limit a plan is pushed only with the number typed', async () => {
  for (const limits of [
    { number: 1, percent: 100 },
    { number: 10, percent: 50 },
  ]) {
    const { plan, start, over } = await planned(limits)
    expect(plan.safety).toEqual({ destructive: 2, activeAccounts: 3, limits, typeToConfirm: '2' })
    await expect(start()).rejects.toThrow(code('plan-limit'))
    await expect(start(plan.hash, '3')).rejects.toThrow(code('plan-limit'))
    await start(plan.hash, ' 2 ')
    expect((await over(plan.id)).outcomes.done).toBe(6)
  }
})

test('another push can’t begin while one is under way', async () => {
  const { workspace, start, service, over, plan } = await planned()
  const other = await workspace.plans.create({ people: [1], deactivate: [] })
  service.latency = 20
  await start()
  await expect(workspace.runs.start({ plan: other.id, hash: other.hash, typed: null })).rejects.toThrow(
    code('run-active'),
  )
  await over(plan.id)
})

test('people who are gone and accounts that are inactive already are no changes', async () => {
  const { workspace, service } = await planned()
  service.seed({ id: 'acc-9', userName: 'x', active: false })
  await workspace.accounts.refresh()
  await expect(workspace.plans.create({ people: [999], deactivate: ['acc-9', 'nobody'] })).rejects.toThrow(
    code('plan-empty'),
  )
})

test('the plan that was made last is known, so that there is a way back to it', async () => {
  const { workspace, people, ids, clock } = setUp()
  expect(workspace.plans.latest()).toBeNull()
  await people(person('ada'), person('ben'))
  await workspace.accounts.refresh()
  const first = await workspace.plans.create({ people: await ids(), deactivate: [], delete: [] })
  expect(workspace.plans.latest()).toBe(first.id)
  clock.pass(1)
  const second = await workspace.plans.create({ people: await ids(), deactivate: [], delete: [] })
  expect(workspace.plans.latest()).toBe(second.id)
  await workspace.close()
})
