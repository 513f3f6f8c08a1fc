import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { diffOfDelete, diffOfMakeAnew, isAsReviewed } from '../../../electron/provisioning/whole-account.ts'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import type { RunChange } from '../../../shared/model/run.ts'
import { createOf } from '../../../shared/scim/patch.ts'
import type { QuirkName } from '../../sandbox/quirks.ts'
import { FakeService } from '../../support/fake-account-service.ts'
import { person, setUp, summary } from '../../support/workspace-desk.ts'
import { orNothing, pushPlan, workspaceOn } from '../../support/workspace-on.ts'
import { type TenantInMemory, tenantInMemory } from '../provisioning-properties/tenant-in-memory.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const core = 'urn:ietf:params:scim:schemas:core:2.0:User'
const code = (wanted: string) => expect.objectContaining({ code: wanted })
const left = (name: string, more: object = {}): JsonObject => ({
  schemas: [core, enterprise],
  userName: `${name}@contoso.example`,
  externalId: `id-${name}`,
  active: false,
  displayName: name,
  name: { givenName: name, familyName: 'Li' },
  emails: [
    { value: `${name}@home.example`, type: 'home' },
    { value: `${name}@contoso.example`, type: 'work', primary: true },
  ],
  roles: [{ value: 'approver' }],
  [enterprise]: { department: 'Finance', costCenter: '4711', manager: { value: 'somebody' } },
  ...more,
})

let open: Workspace | null = null
afterEach(() => open?.close())

async function desk(quirks: readonly QuirkName[], accounts: readonly JsonObject[], people = [person('ada')]) {
  const tenant = tenantInMemory(quirks, accounts)
  const workspace = workspaceOn(tenant.service, { clock: tenant.clock })
  open = workspace
  await workspace.source.store({ summary, people, problems: [] })
  await workspace.accounts.learn()
  await workspace.accounts.refresh()
  const idOf = (name: string): string =>
    [...tenant.accounts()].find(([, { userName }]) => userName === `${name}@contoso.example`)?.[0] ?? ''
  const plan = (...names: string[]): Promise<PlanSummary> =>
    workspace.plans.create({ people: [], deactivate: [], delete: names.map(idOf) })
  return { tenant, workspace, idOf, plan }
}

const changesOf = (workspace: Workspace, { id }: PlanSummary) =>
  workspace.plans.changes({ plan: id, offset: 0, limit: 100 }).rows
const outcomesOf = (workspace: Workspace, { id }: PlanSummary): RunChange[] =>
  workspace.runs.changes({ run: id, query: { search: '', show: 'all' }, offset: 0, limit: 100 }).rows
const deletes = ({ methods }: TenantInMemory): number => methods.filter((method) => method === 'DELETE').length
/** An account without what only the service writes. */
const bare = ({ id: _id, meta: _meta, schemas: _schemas, groups: _groups, ...rest }: JsonObject): JsonObject => rest

describe('planning a deletion', () => {
  test('the changes with a warning are given alone, page by page, left out or not', async () => {
    const { workspace, idOf } = await desk(
      [],
      ['ben', 'cleo', 'dora'].map((name) => left(name)),
    )
    const [ada = 0] = await workspace.people.ids({
      query: { search: '', state: null, sort: { by: 'name', descending: false } },
    })
    const { id: plan } = await workspace.plans.create({
      people: [ada],
      deactivate: [],
      delete: ['ben', 'cleo', 'dora'].map(idOf),
    })
    const warned = (offset: number, limit: number) => workspace.plans.changes({ plan, warned: true, offset, limit })
    const { rows, total } = warned(0, 10)
    expect([total, rows.map(({ kind }) => kind)]).toEqual([3, ['delete', 'delete', 'delete']])
    await workspace.plans.leaveOut({ plan, changes: rows.slice(0, 2).map(({ id }) => id), leftOut: true })
    expect(warned(0, 10).rows.map(({ leftOut }) => leftOut)).toEqual([true, true, false])
    expect(warned(2, 10)).toMatchObject({ total: 3, rows: [{ id: rows[2]?.id }] })
    expect(workspace.plans.changes({ plan, offset: 0, limit: 10 }).total).toBe(4)
  })

  test('an active account is blocked with the way out; deletions come first, each with its warning and always asked for', async () => {
    const { workspace, idOf } = await desk(
      [],
      [left('ben'), left('cleo', { active: true }), left('dora')],
      [person('dora'), person('eve')],
    )
    const [, eve = 0] = await workspace.people.ids({
      query: { search: '', state: null, sort: { by: 'name', descending: false } },
    })
    const plan = await workspace.plans.create({
      people: [eve],
      deactivate: [],
      delete: ['ben', 'cleo', 'dora', 'nobody'].map(idOf),
    })
    expect(
      changesOf(workspace, plan).map(({ kind, name, reason, warnings }) => [kind, name, reason, warnings]),
    ).toEqual([
      ['delete', 'ben', 'picked-for-deletion', ['deleted-for-good']],
      ['delete', 'dora', 'picked-for-deletion', ['deleted-for-good', 'owner-active']],
      ['create', 'eve', 'no-account', []],
    ])
    expect(plan.blocked).toEqual([
      {
        personId: null,
        accountId: idOf('cleo'),
        name: 'cleo',
        reasons: [{ code: 'account-active', where: 'active', detail: null }],
      },
    ])
    expect(plan.safety).toMatchObject({ destructive: 2, typeToConfirm: '2' })
    await expect(workspace.runs.start({ plan: plan.id, hash: plan.hash, typed: null })).rejects.toThrow(
      code('plan-limit'),
    )
  })

  test('the account of somebody who is picked as well is deleted and not written', async () => {
    const { workspace, idOf } = await desk([], [left('ada')])
    const ids = await workspace.people.ids({
      query: { search: '', state: null, sort: { by: 'name', descending: false } },
    })
    const plan = await workspace.plans.create({ people: ids, deactivate: [], delete: [idOf('ada')] })
    expect(changesOf(workspace, plan).map(({ kind }) => kind)).toEqual(['delete'])
  })

  const emails = [
    { value: 'ben@home.example', type: 'home' },
    { value: 'ben@contoso.example', type: 'work', primary: true },
  ]

  test('what goes is listed whole, and made anew from the list it is the same account', () => {
    const account = {
      id: '7',
      meta: { version: 'W/"1"' },
      groups: [{ value: 'g' }],
      ...left('ben'),
      nothing: null,
      none: [],
    }
    const diff = diffOfDelete(account)
    expect(diff.map(({ path }) => path)).toEqual([
      'userName',
      'externalId',
      'active',
      'displayName',
      'name.givenName',
      'name.familyName',
      'emails',
      'roles',
      `${enterprise}:department`,
      `${enterprise}:costCenter`,
      `${enterprise}:manager.value`,
    ])
    const anew = createOf(Object.fromEntries(diffOfMakeAnew(diff).map(({ path, after }) => [path, after])))
    expect(bare(anew)).toEqual(bare(left('ben')))
    expect(isAsReviewed({ ...account, meta: {}, emails: [...emails].reverse() }, diff)).toBe(true)
    expect(isAsReviewed({ ...account, nickName: 'Benny' }, diff)).toBe(false)
    expect(isAsReviewed({ ...account, active: true }, diff)).toBe(false)
  })

  test('references, and what the service knows of a manager, are not given back', () => {
    const diff = diffOfDelete({
      roles: [{ value: 'r', $ref: 'https://k2/••••' }],
      [enterprise]: { manager: { value: '1', displayName: 'Zoe', $ref: 'https://k2/••••' } },
      'not a name': 'x',
    })
    expect(diffOfMakeAnew(diff)).toEqual([
      { path: 'roles', before: null, after: [{ value: 'r' }] },
      { path: `${enterprise}:manager.value`, before: null, after: '1' },
    ])
  })
})

describe('a deletion', () => {
  const manners: QuirkName[][] = [
    [],
    ['no-etag'],
    ['etag-required'],
    ['odd-ids'],
    ['string-booleans', 'null-attributes'],
  ]
  const cases = manners.map((quirks) => ({ quirks, on: quirks.join(' and ') || 'an ordinary service' }))
  test.each(cases)(
    'on $on is sent, verified and forgotten, and undone by an account with a new id',
    async ({ quirks }) => {
      const { tenant, workspace, plan, idOf } = await desk(quirks, [left('ben'), left('ada')])
      const before = tenant.accounts().get(idOf('ben'))
      const made = await plan('ben')
      const id = idOf('ben')
      const run = await pushPlan(workspace, made)
      expect(run.outcomes).toMatchObject({ done: 1 })
      expect(tenant.accounts().has(id)).toBe(false)
      expect(deletes(tenant)).toBe(1)
      await expect(workspace.accounts.get({ id })).rejects.toThrow(code('scim-not-found'))
      // They are counted again when the run has ended.
      await expect.poll(() => workspace.accounts.state()).toMatchObject({ total: 1 })
      expect((await workspace.runs.verify({ run: run.id })).verified).toMatchObject({ checked: 1, asIntended: 1 })
      const undo = await workspace.runs.undo({ run: run.id })
      expect(changesOf(workspace, undo)).toMatchObject([{ kind: 'create', reason: 'undo', warnings: ['made-anew'] }])
      const undone = await pushPlan(workspace, undo)
      expect((await workspace.runs.verify({ run: undone.id })).verified).toMatchObject({ checked: 1, asIntended: 1 })
      expect(idOf('ben')).not.toBe(id)
      expect(bare(tenant.accounts().get(idOf('ben')) ?? {})).toEqual(bare(before ?? {}))
      await expect(workspace.runs.undo({ run: run.id })).rejects.toThrow(code('plan-empty'))
    },
  )

  test('of somebody’s account takes the link with it, and the undo gives it back', async () => {
    const { workspace, plan, idOf } = await desk([], [left('ada', { userName: 'other@contoso.example' })])
    const ids = await workspace.people.ids({
      query: { search: '', state: null, sort: { by: 'name', descending: false } },
    })
    const [id = 0] = ids
    expect((await workspace.people.get({ id })).match).toBe('externalId')
    const made = await workspace.plans.create({ people: [], deactivate: [], delete: [idOf('other')] })
    expect(made.warnings).toEqual({ 'deleted-for-good': 1, 'owner-active': 1 })
    await pushPlan(workspace, made)
    await expect.poll(() => workspace.people.get({ id })).toMatchObject({ match: 'none', account: null })
    await pushPlan(workspace, await workspace.runs.undo({ run: made.id }))
    await expect
      .poll(() => workspace.people.get({ id }))
      .toMatchObject({ match: 'link', account: { id: idOf('other') } })
    await expect(plan('nobody')).rejects.toThrow(code('plan-empty'))
  })

  test.each(cases.slice(0, 2))(
    'on $on of an account that changed after the review is stale, one that is gone is done',
    async ({ quirks }) => {
      const { tenant, workspace, plan } = await desk(quirks, [left('ben'), left('cleo'), left('dora')])
      const made = await plan('ben', 'cleo', 'dora')
      for (const resource of tenant.directory.users.all()) {
        const { attributes } = resource.current
        if (attributes.userName === 'ben@contoso.example') {
          tenant.directory.users.change(resource, { ...attributes, nickName: 'Benny' }, tenant.clock.now())
        }
        if (attributes.userName === 'cleo@contoso.example') tenant.directory.users.delete(resource)
      }
      await pushPlan(workspace, made)
      expect(outcomesOf(workspace, made).map(({ name, outcome, note }) => [name, outcome, note])).toEqual([
        ['ben', 'stale', null],
        ['cleo', 'done', 'It was gone already'],
        ['dora', 'done', null],
      ])
      const again = await workspace.runs.retryFailed({ run: made.id })
      expect(changesOf(workspace, again).map(({ kind, name }) => [kind, name])).toEqual([['delete', 'ben']])
      expect((await pushPlan(workspace, again)).outcomes.done).toBe(1)
    },
  )

  test('whose reply is lost is looked up, not sent again', async () => {
    const { tenant, workspace, plan } = await desk([], [left('ben')])
    let lost = 0
    tenant.loses = () => ++lost === 1
    const made = await plan('ben')
    await pushPlan(workspace, made)
    expect(outcomesOf(workspace, made)).toMatchObject([{ outcome: 'done', note: 'Looked up: it is gone' }])
    expect(deletes(tenant)).toBe(1)
  })

  test('that the service refuses says so, is learnt, and ends the others without asking for each', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `p${n}`)
    const { tenant, workspace, plan } = await desk(
      ['no-delete'],
      names.map((name) => left(name)),
    )
    const made = await plan(...names)
    await pushPlan(workspace, made)
    const outcomes = outcomesOf(workspace, made)
    expect(outcomes.map(({ outcome, failure }) => [outcome, failure?.code])).toEqual(
      names.map(() => ['failed', 'scim-no-delete']),
    )
    expect(deletes(tenant)).toBe(1)
    expect(workspace.accounts.capabilities()?.delete).toEqual({ value: 'no', from: 'A DELETE was answered with 403.' })
    const blocked = await plan('p0')
    expect([blocked.total, blocked.blocked]).toEqual([
      0,
      [
        expect.objectContaining({
          reasons: [{ code: 'deletes-nothing', where: null, detail: 'A DELETE was answered with 403.' }],
        }),
      ],
    ])
    tenant.quirks.set([])
    await workspace.accounts.learn()
    expect((await pushPlan(workspace, await plan('p0'))).outcomes.done).toBe(1)
    expect(workspace.accounts.capabilities()?.delete.value).toBe('yes')
    // Once something was deleted, 403 is about the one account.
    tenant.quirks.set(['no-delete'])
    const one = await plan('p1')
    await pushPlan(workspace, one)
    expect(outcomesOf(workspace, one)).toMatchObject([{ failure: { code: 'scim-forbidden' } }])
  })

  test('that only deactivates is neither an error nor silently fine, and there is nothing to undo', async () => {
    const { tenant, workspace, plan } = await desk(['soft-delete'], [left('ben'), left('cleo')])
    const before = tenant.accounts()
    const made = await plan('ben')
    await pushPlan(workspace, made)
    await expect(workspace.runs.undo({ run: made.id })).rejects.toThrow(code('plan-empty'))
    const { verified } = await workspace.runs.verify({ run: made.id })
    expect(verified).toMatchObject({ checked: 1, asIntended: 0, pending: 0, keptInactive: 1 })
    expect(outcomesOf(workspace, made)).toMatchObject([
      { outcome: 'done', note: 'The service keeps deleted accounts as inactive', drift: [] },
    ])
    expect(workspace.accounts.state()).toMatchObject({ total: 2 })
    expect([...tenant.accounts().keys()]).toEqual([...before.keys()])
  })

  test('after which the account is there again and active is drift', async () => {
    const { workspace, service, people } = setUp()
    service.keepsDeleted = true
    service.supports({ delete: { value: 'unknown', from: 'test' } })
    service.seed({ id: 'b', userName: 'ben', active: false })
    await people(person('ada'))
    await workspace.accounts.refresh()
    const made = await workspace.plans.create({ people: [], deactivate: [], delete: ['b'] })
    await pushPlan(workspace, made)
    service.seed({ id: 'b', userName: 'ben', active: true })
    const { verified } = await workspace.runs.verify({ run: made.id })
    expect(verified).toMatchObject({ checked: 1, asIntended: 0, keptInactive: 0 })
    expect(outcomesOf(workspace, made)).toMatchObject([{ drift: [{ path: 'active', before: true, after: null }] }])
  })

  test('a partly refused push of deletions is undone as far as it went, and its undo can be retried', async () => {
    const { tenant, workspace, plan, idOf } = await desk([], [left('ben'), left('cleo'), left('dora')])
    let writes = 0
    tenant.refuses = () => ++writes === 2
    const made = await plan('ben', 'cleo', 'dora')
    const run = await pushPlan(workspace, made)
    expect(run.outcomes).toMatchObject({ done: 2, failed: 1 })
    const undo = await workspace.runs.undo({ run: run.id })
    expect(undo.counts.create).toBe(2)
    writes = 1
    expect((await pushPlan(workspace, undo)).outcomes).toMatchObject({ done: 1, failed: 1 })
    const again = await workspace.runs.retryFailed({ run: undo.id })
    expect(again).toMatchObject({ undoes: run.id, total: 1, warnings: { 'made-anew': 1 } })
    await pushPlan(workspace, again)
    expect(await orNothing(workspace.runs.retryFailed({ run: undo.id }))).toBeNull()
    for (const name of ['ben', 'cleo', 'dora']) {
      expect(bare(tenant.accounts().get(idOf(name)) ?? {})).toEqual(bare(left(name)))
    }
  })

  test('that a crash left open is looked up before anything is sent again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-delete-'))
    const path = join(folder, 'connection.db')
    const service = new FakeService()
    try {
      const before = setUp({ service, path })
      service.supports({ delete: { value: 'unknown', from: 'test' } })
      service.seed({ id: 'b', userName: 'ben', active: false })
      await before.people(person('ada'))
      await before.workspace.accounts.refresh()
      const made = await before.workspace.plans.create({ people: [], deactivate: [], delete: ['b'] })
      let gone = false
      service.trouble = {
        before: () => (gone ? new MusterError('unreachable') : null),
        after: ({ method }) => {
          gone ||= method === 'DELETE'
          return gone ? new MusterError('unreachable') : null
        },
      }
      await before.workspace.runs.start({ plan: made.id, hash: made.hash, typed: '1' })
      await expect.poll(() => before.workspace.runs.get({ run: made.id }).run.status).toBe('waiting-for-network')
      await before.workspace.close(0)
      service.trouble = {}
      const after = setUp({ service, path })
      after.workspace.resumeRuns()
      await after.over(made.id)
      expect(outcomesOf(after.workspace, made)).toMatchObject([{ outcome: 'done', note: 'Looked up: it is gone' }])
      expect(service.calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
      await after.workspace.close(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('during a reading of the list does not come back by a page from before', async () => {
    const { tenant, workspace, plan, idOf } = await desk([], [left('ben'), left('cleo')])
    const made = await plan('ben')
    const id = idOf('ben')
    const list = tenant.service.list.bind(tenant.service)
    const held = Promise.withResolvers<void>()
    tenant.service.list = async function* (options) {
      const pages = []
      for await (const page of list(options)) pages.push(page)
      await held.promise
      yield* pages
    }
    const reading = workspace.accounts.refresh()
    await pushPlan(workspace, made)
    held.resolve()
    expect(await reading).toMatchObject({ total: 1 })
    await expect(workspace.accounts.get({ id })).rejects.toThrow(code('scim-not-found'))
  })
})
