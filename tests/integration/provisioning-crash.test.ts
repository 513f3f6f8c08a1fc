import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { JsonObject } from '../../shared/model/json.ts'
import { FakeService } from '../support/fake-account-service.ts'
import { person, setUp } from '../support/workspace-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a kill leaves: the files as they are, and the service as it is. */
interface Remains {
  readonly path: string
  readonly service: FakeService
}

let taken = 0
function snapshot(path: string, service: FakeService): Remains {
  const to = join(folder, `crash-${++taken}.db`)
  for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, to + suffix)
  return { path: to, service: service.copy() }
}

/** Takes a snapshot at every step: before and after each request is carried out, and each commit. */
function watched(remains: Remains[], path: string, service: FakeService) {
  const step = (): null => {
    remains.push(snapshot(path, service))
    return null
  }
  service.trouble = { before: step, after: step }
  return step
}

/** People whose push creates, updates, deactivates, and sets a manager in the second pass. */
const people = [
  ...Array.from({ length: 6 }, (_, n) => person(`new${n}`, n < 2 ? { attributes: { manager: 'id-new5' } } : {})),
  ...Array.from({ length: 3 }, (_, n) => person(`old${n}`)),
  person('leaver', { active: false }),
]

function seeded(unique: boolean): FakeService {
  const service = new FakeService()
  service.unique = unique
  for (const name of ['old0', 'old1', 'old2', 'leaver']) {
    service.seed({ userName: `${name}@contoso.example`, externalId: `id-${name}`, displayName: 'Before' })
  }
  return service
}

/** The state without ids, which depend on the order of arrival: a manager by sign-in name. */
function stateOf(service: FakeService): Record<string, JsonObject> {
  const text = JSON.stringify(service.state())
  return JSON.parse(text.replace(/acc-\d+/g, (id) => String(service.accounts.get(id)?.userName)))
}

async function pushed(service: FakeService, path: string, remains: Remains[]): Promise<string> {
  let step: () => null = () => null
  const desk = setUp({ service, path, onCommit: () => step() })
  await desk.people(...people)
  await desk.workspace.accounts.refresh()
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  const begun = desk.workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
  await begun
  step = watched(remains, path, service)
  await desk.over(plan.id)
  await desk.workspace.close()
  return plan.id
}

/** Starts again on what a kill has left, and goes on to the end. */
async function resumed({ path, service }: Remains, run: string, remains?: Remains[]) {
  let step: () => null = () => null
  const desk = setUp({ service, path, onCommit: () => step() })
  if (remains !== undefined) step = watched(remains, path, service)
  desk.workspace.resumeRuns()
  const summary = await desk.over(run)
  const all = { search: '', show: 'all' as const }
  const { rows } = desk.workspace.runs.changes({ run, query: all, offset: 0, limit: 100 })
  await desk.workspace.close()
  return { summary, outcomes: rows.map(({ outcome }) => outcome) }
}

for (const unique of [true, false]) {
  test(`a kill at any step of a run, ${unique ? 'with' : 'without'} unique sign-in names, loses and doubles nothing`, async () => {
    const service = seeded(unique)
    const remains: Remains[] = []
    const run = await pushed(service, join(folder, `whole-${unique}.db`), remains)
    const expected = stateOf(service)
    const writes = service.calls.filter(({ method }) => method === 'POST' || method === 'PATCH').length
    expect(writes).toBe(12)
    expect(remains.length).toBeGreaterThan(24)
    const second: Remains[] = []
    for (const [at, remain] of remains.entries()) {
      const { summary, outcomes } = await resumed(remain, run, at % 7 === 0 ? second : undefined)
      expect(summary.outcomes).toMatchObject({ done: 12, failed: 0, stale: 0, waiting: 0, 'under-way': 0 })
      expect(outcomes).toEqual(Array.from({ length: 12 }, () => 'done'))
      expect(stateOf(remain.service)).toEqual(expected)
      expect(remain.service.accounts.size).toBe(10)
      expect(remain.service.calls.filter(({ method }) => method === 'POST' || method === 'PATCH')).toHaveLength(writes)
    }
    // Killed again while resuming.
    expect(second.length).toBeGreaterThan(20)
    for (const remain of second.filter((_, at) => at % 5 === 0)) {
      const { summary } = await resumed(remain, run)
      expect(summary.outcomes.done).toBe(12)
      expect(stateOf(remain.service)).toEqual(expected)
      expect(remain.service.accounts.size).toBe(10)
    }
  }, 60_000)
}

test('a run that was paused when Muster was killed stays paused until it is resumed', async () => {
  const service = seeded(true)
  const path = join(folder, 'paused.db')
  const desk = setUp({ service, path })
  await desk.people(...people)
  await desk.workspace.accounts.refresh()
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  await desk.workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
  desk.workspace.runs.pause({ run: plan.id })
  const remain = snapshot(path, service)
  await desk.workspace.close()
  const again = setUp(remain)
  again.workspace.resumeRuns()
  expect(again.workspace.runs.get({ run: plan.id }).run.status).toBe('paused')
  again.workspace.runs.resume({ run: plan.id })
  expect((await again.over(plan.id)).outcomes.done).toBe(12)
})

test('closing ends requests under way, and the next start goes on without sending anything twice', async () => {
  const service = new FakeService()
  service.latency = 25
  const path = join(folder, 'closed.db')
  const desk = setUp({ service, path })
  // More than are under way at once, so that closing always leaves some.
  await desk.people(...Array.from({ length: 60 }, (_, at) => person(`p${at}`)))
  await desk.workspace.accounts.refresh()
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  await desk.workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })
  await expect.poll(() => service.calls.some(({ method }) => method === 'POST'), { interval: 1 }).toBe(true)
  await desk.workspace.close()
  const written = service.calls.filter(({ method }) => method === 'POST').length
  expect(written).toBeLessThan(60)
  const again = setUp({ service, path })
  again.workspace.resumeRuns()
  expect((await again.over(plan.id)).outcomes.done).toBe(60)
  expect(service.calls.filter(({ method }) => method === 'POST')).toHaveLength(60)
})
