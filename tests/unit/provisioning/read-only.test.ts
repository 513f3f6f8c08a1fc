import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connection } from '../../support/connection.ts'
import { type Desk, person, setUp } from '../../support/workspace-desk.ts'

const readOnly = { code: 'connection-read-only' }

/** A desk whose connection can be marked while it is open. */
async function desk(options: { readonly path?: string } = {}) {
  const state: { readOnly: boolean; managed: 'readOnly'[] } = { readOnly: false, managed: [] }
  const made = setUp({ ...options, connection: () => ({ ...connection, ...state }) })
  await made.people(...Array.from({ length: 60 }, (_none, at) => person(`p${at}`)))
  await made.workspace.accounts.refresh()
  return { ...made, state }
}

async function begin({ workspace, ids }: Desk): Promise<string> {
  const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
  await workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: plan.safety.typeToConfirm })
  return plan.id
}

describe('a read-only connection', () => {
  test('plans what would change, and pushes nothing of it', async () => {
    const { state, workspace, service, ids } = await desk()
    state.readOnly = true
    const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
    expect(plan.total).toBe(60)
    const push = { plan: plan.id, hash: plan.hash, typed: null }
    await expect(workspace.runs.start(push)).rejects.toMatchObject(readOnly)
    expect(service.accounts.size).toBe(0)
    expect(workspace.runs.list()).toEqual([])
  })

  test('says so where it is the policy that allows nothing, which no setting changes', async () => {
    const { state, workspace, ids } = await desk()
    const plan = await workspace.plans.create({ people: await ids(), deactivate: [] })
    Object.assign(state, { readOnly: true, managed: ['readOnly'] })
    const push = { plan: plan.id, hash: plan.hash, typed: null }
    await expect(workspace.runs.start(push)).rejects.toMatchObject({ code: 'policy-read-only' })
  })

  test('deletes and deactivates nothing, typed confirmation or not', async () => {
    const { state, workspace, service } = await desk()
    const gone = service.seed({ userName: 'gone@contoso.example', externalId: 'gone', displayName: 'g', active: false })
    await workspace.accounts.refresh()
    const plan = await workspace.plans.create({ people: [], deactivate: [], delete: [gone.id] })
    state.readOnly = true
    const push = { plan: plan.id, hash: plan.hash, typed: plan.safety.typeToConfirm }
    await expect(workspace.runs.start(push)).rejects.toMatchObject(readOnly)
    expect(service.accounts.has(gone.id)).toBe(true)
  })

  test('retries and undoes nothing', async () => {
    const made = await desk()
    const run = await made.pushAll()
    made.state.readOnly = true
    await expect(made.workspace.runs.retryFailed({ run })).rejects.toMatchObject(readOnly)
    await expect(made.workspace.runs.undo({ run })).rejects.toMatchObject(readOnly)
    // Looking is what it is for.
    expect((await made.workspace.runs.verify({ run })).verified).not.toBeNull()
  })

  test('that becomes so in the middle of a push holds it, until it may go on', async () => {
    const made = await desk()
    const run = await begin(made)
    made.state.readOnly = true
    made.workspace.hold()
    expect(made.workspace.runs.get({ run }).run.status).toBe('paused')
    expect(() => made.workspace.runs.resume({ run })).toThrow(expect.objectContaining(readOnly))
    made.state.readOnly = false
    made.workspace.runs.resume({ run })
    expect(await made.over(run)).toMatchObject({ status: 'done', outcomes: { done: 60 } })
  })

  test('does not go on with a push that a restart cut short', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-read-only-'))
    const path = join(folder, 'a.db')
    const first = await desk({ path })
    const run = await begin(first)
    await first.workspace.close(0)
    const sent = first.service.accounts.size
    let locked = true
    const second = setUp({ path, service: first.service, connection: () => ({ ...connection, readOnly: locked }) })
    second.workspace.resumeRuns()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(second.workspace.runs.get({ run }).run.status).toBe('paused')
    expect(second.service.accounts.size).toBe(sent)
    locked = false
    second.workspace.runs.resume({ run })
    expect(await second.over(run)).toMatchObject({ status: 'done', outcomes: { done: 60 } })
    await second.workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
