import { expect, test } from 'vitest'
import { MusterError } from '../../../shared/errors.ts'
import type { AdminDecision } from '../../../shared/model/decision.ts'
import { person, setUp } from '../../support/workspace-desk.ts'

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }
const all = { search: '', show: 'all' as const }

test('a push creates, updates, deactivates and reactivates, and afterwards everybody is in sync', async () => {
  const { workspace, service, people, pushAll } = setUp()
  service.seed({ userName: 'ben@contoso.example', externalId: 'id-ben', displayName: 'Old name' })
  service.seed({ userName: 'cleo@contoso.example', externalId: 'id-cleo', displayName: 'cleo' })
  service.seed({ userName: 'dora@contoso.example', externalId: 'id-dora', displayName: 'dora', active: false })
  await people(person('ada'), person('ben'), person('cleo', { active: false }), person('dora'))
  await workspace.accounts.refresh()
  const before = await workspace.people.query({ query: everybody, offset: 0, limit: 10 })
  expect(before.rows.map(({ name, state, would }) => [name, state, would])).toEqual([
    ['ada', 'not-in-k2', 'create'],
    ['ben', 'differs', 'update'],
    ['cleo', 'inactive', 'deactivate'],
    ['dora', 'differs', 'reactivate'],
  ])
  const run = await pushAll()
  expect(workspace.runs.get({ run }).run).toMatchObject({ status: 'done', by: 'Dana Adeyemi', total: 4 })
  expect(service.state()).toEqual({
    'ada@contoso.example': expect.objectContaining({ externalId: 'id-ada', displayName: 'ada', active: true }),
    'ben@contoso.example': expect.objectContaining({ displayName: 'ben', active: true }),
    'cleo@contoso.example': expect.objectContaining({ active: false }),
    'dora@contoso.example': expect.objectContaining({ active: true }),
  })
  const after = await workspace.people.query({ query: everybody, offset: 0, limit: 10 })
  expect(after.rows.map(({ state, would }) => [state, would])).toEqual([
    ['in-sync', 'none'],
    ['in-sync', 'none'],
    ['inactive', 'none'],
    ['in-sync', 'none'],
  ])
  await expect(pushAll()).rejects.toThrow(expect.objectContaining({ code: 'plan-empty' }))
})

test('managers whose account is made by the same push follow in a second pass', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada', { attributes: { manager: 'id-zoe' } }), person('zoe'))
  await workspace.accounts.refresh()
  const run = await pushAll()
  expect(workspace.runs.get({ run }).run.outcomes).toMatchObject({ done: 3, failed: 0 })
  const zoe = [...service.accounts.values()].find(({ userName }) => userName.startsWith('zoe'))
  const state = service.state()['ada@contoso.example']
  expect(state?.['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']).toEqual({ manager: { value: zoe?.id } })
})

test('a taken sign-in name fails with the account offered, and linking makes it the person’s', async () => {
  const { workspace, service, people, pushAll, ids } = setUp()
  await people(person('ada'))
  await workspace.accounts.refresh()
  service.seed({ userName: 'ADA@contoso.example', externalId: 'other', displayName: 'Ada' })
  const run = await pushAll()
  const [change] = workspace.runs.changes({ run, query: all, offset: 0, limit: 10 }).rows
  expect(change).toMatchObject({
    outcome: 'failed',
    failure: { code: 'scim-conflict', status: 409 },
    offer: { accountId: 'acc-1', userName: 'ADA@contoso.example', externalId: 'other' },
  })
  const [id = 0] = await ids()
  expect(workspace.runs.change({ run, change: 1 }).personId).toBe(id)
  const offerNow = () => workspace.runs.change({ run, change: 1 }).change.offer
  const resolve = (decision: AdminDecision | null) => workspace.people.resolve({ people: [id], decision })
  await resolve({ kind: 'link', account: 'acc-1' })
  expect(await workspace.people.get({ id })).toMatchObject({ match: 'link', account: { id: 'acc-1' } })
  // What was decided about is no longer offered, until the decision is taken back.
  expect(offerNow()).toBeNull()
  await resolve(null)
  expect(offerNow()).toMatchObject({ accountId: 'acc-1' })
  await resolve({ kind: 'link', account: 'acc-1' })
  const again = await workspace.runs.retryFailed({ run })
  expect(again.counts).toMatchObject({ create: 0, update: 1 })
})

test('a conflict with the very account that was sent is our own doing: the network sent it twice', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'))
  await workspace.accounts.refresh()
  service.trouble.after = ({ method }) => (method === 'POST' ? new MusterError('scim-conflict', { status: 409 }) : null)
  const run = await pushAll()
  const [change] = workspace.runs.changes({ run, query: all, offset: 0, limit: 10 }).rows
  expect(change).toMatchObject({ outcome: 'done', accountId: 'acc-1', failure: null })
})

test('a conflict is told as one where the account in the way can’t be looked up', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'))
  await workspace.accounts.refresh()
  service.seed({ userName: 'ada@contoso.example', externalId: 'other' })
  service.trouble.before = ({ method }) => (method === 'FIND' ? new MusterError('accounts-incomplete') : null)
  const run = await pushAll()
  const [change] = workspace.runs.changes({ run, query: all, offset: 0, limit: 10 }).rows
  expect(change).toMatchObject({ outcome: 'failed', failure: { code: 'scim-conflict', status: 409 }, offer: null })
})

test('an account that somebody changed after the review is stale, and nothing is sent for it', async () => {
  const cases = [true, false].flatMap((etags) => [0, 5 * 60_000].map((pause) => ({ etags, pause })))
  for (const { etags, pause } of cases) {
    const desk = setUp()
    desk.service.etags = etags
    desk.service.supports({ etag: { value: etags ? 'yes' : 'no', from: 'test' } })
    const seeded = desk.service.seed({ userName: 'ben@contoso.example', externalId: 'id-ben', displayName: 'Old' })
    await desk.people(person('ben'))
    await desk.workspace.accounts.refresh()
    const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
    desk.clock.pass(pause)
    desk.service.seed({ ...seeded, displayName: 'Somebody else was here' })
    await desk.workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
    const run = await desk.over(plan.id)
    expect(run.outcomes).toMatchObject({ stale: 1, done: 0 })
    expect(desk.service.accounts.get(seeded.id)?.displayName).toBe('Somebody else was here')
  }
})

test('a version that changed without the reviewed attributes changing does not stop an update', async () => {
  const desk = setUp()
  desk.service.etags = true
  desk.service.supports({ etag: { value: 'yes', from: 'test' } })
  const seeded = desk.service.seed({ userName: 'ben@contoso.example', externalId: 'id-ben', displayName: 'Old' })
  await desk.people(person('ben'))
  await desk.workspace.accounts.refresh()
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  desk.service.seed({ ...seeded, nickName: 'Benny' })
  await desk.workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
  expect((await desk.over(plan.id)).outcomes.done).toBe(1)
  expect(desk.service.accounts.get(seeded.id)).toMatchObject({ displayName: 'ben', nickName: 'Benny' })
})

test('a session that expires in the middle makes the run wait, and signing in again lets it go on', async () => {
  const { workspace, service, session, people, ids, over, events } = setUp()
  await people(...Array.from({ length: 30 }, (_, n) => person(`p${n}`)))
  await workspace.accounts.refresh()
  let expired = false
  service.trouble = {
    before: ({ method }) => {
      if (method === 'POST' && service.accounts.size === 10) expired = true
      return expired ? new MusterError('session-expired') : null
    },
  }
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
  await workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
  session.set({ status: 'expired' })
  await expect.poll(() => workspace.runs.get({ run: plan.id }).run.status).toBe('waiting-for-sign-in')
  expect(service.accounts.size).toBe(10)
  // Told at most ten times a second: a wait that is over sooner need not be.
  await expect.poll(() => events.some(({ run }) => run.status === 'waiting-for-sign-in')).toBe(true)
  expired = false
  service.trouble = {}
  session.set({ status: 'signed-in', signedInAt: 2 })
  expect((await over(plan.id)).outcomes.done).toBe(30)
  expect(service.accounts.size).toBe(30)
})

test('a token that is refused although the session is up waits for another sign-in', async () => {
  const { workspace, service, session, people, ids, over } = setUp()
  await people(person('ada'))
  await workspace.accounts.refresh()
  service.trouble = { before: () => (session.state().signedInAt === 1 ? new MusterError('scim-unauthorised') : null) }
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
  await workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
  await expect.poll(() => workspace.runs.get({ run: plan.id }).run.status).toBe('waiting-for-sign-in')
  session.set({ signedInAt: 2 })
  expect((await over(plan.id)).outcomes.done).toBe(1)
})

test('being offline makes the run wait, and every lost reply is looked up before anything is sent again', async () => {
  const { workspace, service, people, ids, over, events } = setUp()
  await people(...Array.from({ length: 40 }, (_, n) => person(`p${n}`)))
  await workspace.accounts.refresh()
  let calls = 0
  const offline = () => new MusterError('offline')
  service.trouble = {
    // Down for a while, losing the replies of what was carried out just before.
    before: () => (++calls > 20 && calls < 60 ? offline() : null),
    after: ({ method }) => (method === 'POST' && calls > 15 && calls <= 20 ? new MusterError('unreachable') : null),
  }
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
  await workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
  expect((await over(plan.id)).outcomes).toMatchObject({ done: 40, failed: 0 })
  expect(service.accounts.size).toBe(40)
  expect(service.calls.filter(({ method }) => method === 'POST')).toHaveLength(40)
  expect(events.some(({ run }) => run.status === 'waiting-for-network')).toBe(true)
})

test('a change that fails by itself while others get through is given up, not waited for', async () => {
  const { workspace, service, people, pushAll } = setUp()
  await people(person('ada'), person('poison'))
  await workspace.accounts.refresh()
  service.trouble = {
    before: ({ method, id }) =>
      method === 'POST' && id?.startsWith('poison') ? new MusterError('timeout', { ambiguous: true }) : null,
  }
  const run = await pushAll()
  const { rows } = workspace.runs.changes({ run, query: all, offset: 0, limit: 10 })
  expect(rows.map(({ name, outcome, failure }) => [name, outcome, failure?.code])).toEqual([
    ['ada', 'done', undefined],
    ['poison', 'failed', 'timeout'],
  ])
})

test('pausing holds back what is not sent yet, resuming goes on, stopping leaves the rest unsent', async () => {
  const { workspace, service, people, ids, over } = setUp()
  service.latency = 3
  await people(...Array.from({ length: 600 }, (_, n) => person(`p${n}`)))
  await workspace.accounts.refresh()
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
  const run = plan.id
  await workspace.runs.start({ plan: run, hash: plan.hash, typed: null })
  await expect.poll(() => service.accounts.size).toBeGreaterThan(5)
  expect(workspace.runs.pause({ run }).status).toBe('paused')
  await expect.poll(() => workspace.runs.get({ run }).run.outcomes['under-way']).toBe(0)
  const held = service.accounts.size
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(service.accounts.size).toBe(held)
  expect(workspace.runs.resume({ run }).status).toBe('running')
  await expect.poll(() => service.accounts.size).toBeGreaterThan(held)
  workspace.runs.stop({ run })
  const { status, outcomes } = await over(run)
  expect(status).toBe('stopped')
  expect(outcomes.done).toBe(service.accounts.size)
  expect(outcomes.done + outcomes['not-sent']).toBe(600)
  expect(outcomes['not-sent']).toBeGreaterThan(0)
  const again = await workspace.runs.retryFailed({ run })
  expect(again.counts.create).toBe(outcomes['not-sent'])
})

test('progress is told at most ten times a second and once at the end', async () => {
  const { workspace, people, pushAll, events, service } = setUp()
  service.latency = 2
  await people(...Array.from({ length: 200 }, (_, n) => person(`p${n}`)))
  await workspace.accounts.refresh()
  const began = Date.now()
  await pushAll()
  await expect.poll(() => events.at(-1)?.run.status).toBe('done')
  expect(events.length).toBeLessThanOrEqual((Date.now() - began) / 100 + 3)
  expect(events.at(-1)).toMatchObject({ run: { outcomes: { done: 200, waiting: 0, 'under-way': 0 } }, secondsLeft: 0 })
})

test('a disk that takes no more pauses the run before anything else is sent, and resuming loses nothing', async () => {
  let full = false
  const { workspace, service, people, ids, over } = setUp({
    onCommit: () => {
      if (full) throw new Error('database or disk is full')
    },
  })
  service.latency = 2
  await people(...Array.from({ length: 200 }, (_, n) => person(`p${n}`)))
  await workspace.accounts.refresh()
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
  const run = plan.id
  await workspace.runs.start({ plan: run, hash: plan.hash, typed: null })
  await expect.poll(() => service.accounts.size, { interval: 2 }).toBeGreaterThan(20)
  full = true
  await expect.poll(() => workspace.runs.get({ run }).run.status).toBe('paused')
  await expect.poll(() => workspace.runs.get({ run }).run.outcomes['under-way']).toBe(0)
  expect(service.accounts.size).toBeLessThan(200)
  full = false
  workspace.runs.resume({ run })
  expect((await over(run)).outcomes).toMatchObject({ done: 200, 'under-way': 0, waiting: 0 })
  expect(service.accounts.size).toBe(200)
  expect(workspace.runs.changes({ run, query: { search: '', show: 'done' }, offset: 0, limit: 1 }).total).toBe(200)
})
