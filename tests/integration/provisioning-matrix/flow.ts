import type { Fetch } from '../../../electron/net/http.ts'
import { createAccountService } from '../../../electron/provisioning/scim-account-service.ts'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import type { AccountsState } from '../../../shared/model/account.ts'
import type { Capabilities } from '../../../shared/model/capabilities.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import type { RunChange, RunSummary } from '../../../shared/model/run.ts'
import { textOf } from '../../support/exported.ts'
import { orNothing, pushPlan, workspaceOn } from '../../support/workspace-on.ts'
import { tenantClient } from '../scim-tenant.ts'
import type { Cell } from './cells.ts'
import { groupRules, prepareTenant } from './tenant.ts'

/** A plan that was pushed, with what it said and what came of it. */
export interface Pushed {
  readonly plan: PlanSummary
  /** Of accounts. */
  readonly changes: readonly Change[]
  readonly groupChanges: readonly Change[]
  readonly run: RunSummary
  /** Of accounts. */
  readonly outcomes: readonly RunChange[]
  readonly groupOutcomes: readonly RunChange[]
}

/** Everything that was seen while the flow ran on a cell. Accounts are as they are stored, whatever the switches show. */
export interface Seen {
  readonly cell: Cell
  readonly capabilities: Capabilities
  readonly accounts: AccountsState
  /** Those who were picked. */
  readonly people: readonly Person[]
  /** Lines of those of them who were blocked. */
  readonly blockedLines: ReadonlySet<number | null>
  readonly groupsBefore: readonly JsonObject[]
  readonly groupsBetween: readonly JsonObject[]
  readonly groupsAfter: readonly JsonObject[]
  readonly before: readonly JsonObject[]
  readonly push: Pushed
  readonly between: readonly JsonObject[]
  /** What would be planned after the push, from accounts read again. */
  readonly again: readonly Change[]
  /** Null when there was nothing to undo. */
  readonly undo: Pushed | null
  readonly after: readonly JsonObject[]
  /** Everything that the app keeps and shows of the runs, and the secrets that must not be in it. */
  readonly shown: string
  readonly secrets: readonly string[]
  /** Milliseconds. */
  readonly took: number
}

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }

/**
 * Runs plan, push, verify, plan again, undo, verify on a tenant of its own, through a workspace on the app's own SCIM client.
 * @param fetch the network below it.
 */
export async function seeFlow(cell: Cell, count: number, fetch?: Fetch): Promise<Seen> {
  const began = performance.now()
  const { sandbox, summary, people, picked } = await prepareTenant(cell, count)
  const settings = {
    baseUrl: sandbox.settings.scim.baseUrl,
    path: '/tokens/{token}/scim/v2',
    lowerCase: cell.includes('lower-case-only'),
  } as const
  const client = await tenantClient(sandbox, { settings, limits: { base: 20 }, ...(fetch ? { fetch } : {}) })
  // The first request finds its access token ended, as after a night.
  sandbox.revokeAccessTokens()
  const workspace = workspaceOn(createAccountService(client))
  try {
    const before = sandbox.accounts()
    const groupsBefore = sandbox.groups()
    await workspace.source.store({ summary, people, problems: [] })
    const capabilities = await workspace.accounts.learn()
    const accounts = await workspace.accounts.refresh()
    await workspace.groups.setRules({ rules: groupRules })
    const names = new Set(people.filter(({ key }) => picked.has(key)).map(({ line }) => line))
    const ids: number[] = []
    for (const id of await workspace.people.ids({ query: everybody })) {
      if (names.has((await workspace.people.get({ id })).line)) ids.push(id)
    }
    const mapping = workspace.mapping.state().saved
    await workspace.mapping.save({
      mapping: { rules: mapping.rules.map((rule) => (rule.to === 'title' ? { ...rule, whenEmpty: 'remove' } : rule)) },
    })
    const [deactivate, inactive] = await Promise.all([leavers(workspace, true), leavers(workspace, false)])
    const picks = { people: ids, deactivate, delete: inactive }
    const push = await pushed(workspace, await workspace.plans.create(picks))
    const blockedLines = new Set<number | null>()
    for (const { personId } of push.plan.blocked) {
      if (personId !== null) blockedLines.add((await workspace.people.get({ id: personId })).line)
    }
    const between = sandbox.accounts()
    const groupsBetween = sandbox.groups()
    await workspace.accounts.refresh()
    const again = await changesOf(workspace, await orNothing(workspace.plans.create(picks)))
    const way = await orNothing(workspace.runs.undo({ run: push.run.id }))
    const undo = way === null ? null : await pushed(workspace, way)
    const kept = [await evidence(workspace, push), ...(undo ? [await evidence(workspace, undo)] : [])]
    const shown = JSON.stringify([push, undo, kept])
    const secrets = sandbox.secrets().map(({ value }) => value)
    const took = performance.now() - began
    const after = sandbox.accounts()
    const groups = { groupsBefore, groupsBetween, groupsAfter: sandbox.groups() }
    const those = people.filter(({ key }) => picked.has(key))
    const seen = { cell, capabilities, accounts, before, push, between, again, undo, after, shown, secrets, took }
    return { ...seen, ...groups, people: those, blockedLines }
  } finally {
    await workspace.close()
    await sandbox.stop()
  }
}

/** Two accounts of nobody, to be picked for removal: active ones to deactivate, others to delete; those that the list shows. */
async function leavers(workspace: Workspace, active: boolean): Promise<string[]> {
  const query = { search: 'legacy', show: 'unmatched', sort: { by: 'userName', descending: false } } as const
  const { rows } = await workspace.accounts.query({ query, offset: 0, limit: 500 })
  return rows
    .filter((row) => row.active === active)
    .slice(0, 2)
    .map(({ id }) => id)
}

async function pushed(workspace: Workspace, plan: PlanSummary): Promise<Pushed> {
  const changes = await changesOf(workspace, plan)
  const { id: run } = await pushPlan(workspace, plan)
  const verified = await workspace.runs.verify({ run })
  const outcomes = workspace.runs.changes({ run, query: { search: '', show: 'all' }, offset: 0, limit: 500 }).rows
  const isGroup = ({ resource }: { resource: string }): boolean => resource === 'Group'
  return {
    plan,
    changes: changes.filter((change) => !isGroup(change)),
    groupChanges: changes.filter(isGroup),
    run: verified,
    outcomes: outcomes.filter((outcome) => !isGroup(outcome)),
    groupOutcomes: outcomes.filter(isGroup),
  }
}

async function changesOf(workspace: Workspace, plan: PlanSummary | null): Promise<Change[]> {
  return plan === null ? [] : workspace.plans.changes({ plan: plan.id, offset: 0, limit: 500 }).rows
}

const evidence = async (workspace: Workspace, { run, outcomes, groupOutcomes }: Pushed) => [
  ...[...outcomes, ...groupOutcomes].map(({ id }) => workspace.runs.change({ run: run.id, change: id })),
  ...(await Promise.all(
    (['html', 'csv', 'json'] as const).map((format) => textOf(workspace.runs.export({ run: run.id, format }))),
  )),
]
