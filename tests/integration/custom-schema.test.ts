import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import type { MappingRule } from '../../shared/model/mapping.ts'
import type { QuirkName } from '../sandbox/quirks.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { customUrn } from '../sandbox/scim/schema.ts'
import { rule } from '../support/mapping-rule.ts'
import { planEverybody, pushPlan } from '../support/workspace-on.ts'
import { tenantWorkspace } from './scim-tenant.ts'

const ownRule = (attribute: string, from: string, more: Partial<MappingRule> = {}) =>
  rule(`${customUrn}:${attribute}`, from, more)
const own = [
  ownRule('costCenter', 'if(equals(department, "Finance"), "4711", join("-", "CC", upper(left(department, 3))))'),
  ownRule('level', '"3"'),
  ownRule('remote', 'if(isEmpty(office), "true", "false")'),
]

describe.each<[string, QuirkName[], string]>([
  ['PATCH', ['custom-schema', 'reject-unknown'], 'PATCH'],
  ['PUT', ['custom-schema', 'reject-unknown', 'no-patch'], 'PUT'],
  ['PATCH without ETags', ['custom-schema', 'reject-unknown', 'no-etag'], 'PATCH'],
  ['Bulk', ['custom-schema', 'reject-unknown', 'bulk'], 'POST'],
])('attributes of a schema of the tenant’s own, by %s', (_name, quirks, method) => {
  let sandbox: Sandbox
  let workspace: Workspace

  beforeEach(async () => {
    sandbox = await startSandbox({ people: 40, accounts: 20, quirks })
    workspace = await tenantWorkspace(sandbox)
  })
  afterEach(async () => {
    await workspace.close()
    await sandbox.stop()
  })

  const held = () => sandbox.accounts().map((account) => account[customUrn])
  const push = async () => {
    const plan = await planEverybody(workspace)
    const run = await pushPlan(workspace, plan)
    return { plan, run: await workspace.runs.verify({ run: run.id }) }
  }
  const save = (...rules: MappingRule[]) => {
    const { usual } = workspace.mapping.state()
    return workspace.mapping.save({ mapping: { rules: [...usual.rules, ...rules] } })
  }

  test('are created, changed, verified, shown, and undone, in the kind of value that each takes', async () => {
    await save(...own)
    sandbox.clearRequests()
    const { plan, run } = await push()
    expect(plan.counts.create).toBeGreaterThan(5)
    expect(plan.counts.update).toBeGreaterThan(5)
    expect(run.outcomes.done).toBe(plan.total)
    expect(run.verified).toMatchObject({ asIntended: plan.total })
    expect(new Set(sandbox.requests().map((one) => one.method))).toContain(method)
    const filled = sandbox.accounts().filter((account) => account[customUrn] !== undefined)
    expect(filled.length).toBeGreaterThanOrEqual(plan.counts.create + plan.counts.update - 1)
    for (const account of filled) {
      expect(account.schemas).toContain(customUrn)
      expect(account[customUrn]).toMatchObject({
        costCenter: expect.stringMatching(/^(4711|CC(-.+)?)$/),
        level: 3,
        remote: expect.any(Boolean),
      })
    }
    await workspace.accounts.refresh()
    await expect(planEverybody(workspace)).resolves.toMatchObject({ total: 0 })
    const { row } = await workspace.accounts.get({ id: String(filled[0]?.id) })
    const shown = await workspace.people.get({ id: row.person?.id ?? 0 })
    expect(shown.same).toContainEqual({ path: `${customUrn}:level`, value: '3' })
    expect(shown.account?.attributes[`${customUrn}:level`]).toBe('3')

    await save(ownRule('costCenter', '[Nothing there]', { whenEmpty: 'remove' }), ownRule('level', '"4"'))
    const second = await push()
    expect(second.run.verified).toMatchObject({ asIntended: second.plan.total })
    expect(JSON.stringify(held())).not.toContain('costCenter')
    expect(JSON.stringify(held())).toContain('"level":4')
    await pushPlan(workspace, await workspace.runs.undo({ run: second.run.id }))
    expect(JSON.stringify(held())).toContain('"level":3')
    expect(JSON.stringify(held())).toContain('4711')

    await pushPlan(workspace, await workspace.runs.undo({ run: run.id }))
    for (const account of sandbox.accounts().filter((one) => one.active === true)) {
      expect(account).not.toHaveProperty([customUrn])
      expect(account.schemas).not.toContain(customUrn)
    }
  })

  test('what the service alone writes, and what it does not define, is told and not pushed', async () => {
    await save(ownRule('badge', '"1"'), ownRule('nickname', 'givenName'))
    expect(workspace.accounts.unplanned()).toEqual([
      { path: `${customUrn}:badge`, why: 'read-only' },
      { path: `${customUrn}:nickname`, why: 'not-defined' },
    ])
    const { run, plan } = await push()
    expect(run.outcomes.done).toBe(plan.total)
    expect(held().every((one) => one === undefined)).toBe(true)
  })
})

test('a service without the schema is not asked for it', async () => {
  const sandbox = await startSandbox({ people: 20, accounts: 5 })
  const workspace = await tenantWorkspace(sandbox)
  try {
    const { usual } = workspace.mapping.state()
    await workspace.mapping.save({ mapping: { rules: [...usual.rules, ...own] } })
    expect(workspace.accounts.unplanned().map(({ why }) => why)).toEqual(['not-defined', 'not-defined', 'not-defined'])
    const plan = await planEverybody(workspace)
    expect((await pushPlan(workspace, plan)).outcomes.done).toBe(plan.total)
  } finally {
    await workspace.close()
    await sandbox.stop()
  }
})
