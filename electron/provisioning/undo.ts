import { MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { GroupProblem } from '../../shared/model/group.ts'
import type { Json } from '../../shared/model/json.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import { sameJson } from '../../shared/scim/diffs.ts'
import { readPath } from '../../shared/scim/path.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { Accounts } from '../store/accounts.ts'
import type { Groups } from '../store/groups.ts'
import type { Plans } from '../store/plans.ts'
import type { RunChanges } from '../store/run-changes.ts'
import { createSlices } from '../store/slices.ts'
import { warningsOf } from './decide.ts'
import { kindOf } from './diff.ts'
import { draftPlan, type FreezeParts, type NewChange, type PlanDraft } from './freeze.ts'
import { type Intended, intendedOf } from './intended.ts'
import type { View } from './overview.ts'
import { membersChanges } from './plan-groups.ts'
import { makeAnew } from './undelete.ts'
import { createGroupsWayBack } from './undo-groups.ts'
import { diffOfMakeAnew } from './whole-account.ts'

/** What planning an undo needs. */
export interface UndoParts extends FreezeParts {
  readonly plans: Plans
  readonly runChanges: RunChanges
  readonly accounts: Accounts
  readonly groups: Groups
}

/** What one account has to get back, by path. */
interface WayBack {
  readonly change: Intended
  readonly targets: Map<string, Json>
}

/** What brings everything back: accounts that are there, by id, and accounts that have to be made anew. */
interface WaysBack {
  readonly ways: Iterable<[string, WayBack]>
  readonly anew: Iterable<NewChange | null>
  /** Adds the changes of groups, and says what stays as it is. */
  readonly draftGroups: (draft: PlanDraft) => GroupProblem[]
  /** The run that is undone. */
  readonly undoes: string
}

/**
 * Plans the way back from a run: what was created is deactivated (never deleted: an account that K2 has seen may be in use
 * already), every attribute that was changed gets the value of its before-image, and what was deleted is made anew from it.
 * Changes that did not succeed changed nothing and are not part of it.
 * @throws MusterError `plan-empty` when everything is as it was before.
 */
export async function planUndo(run: string, view: View, parts: UndoParts): Promise<PlanSummary> {
  const anew: (NewChange | null)[] = []
  const ways = new Map<string, WayBack>()
  const groups = createGroupsWayBack(run, parts)
  for (const change of intendedOf(run, ['done'], parts)) {
    if (change.change.resource === 'Group') {
      groups.take(change)
      continue
    }
    const id = change.change.accountId
    if (id === null) continue
    // What the service has kept all the same is given back what it had like any other account.
    if (change.change.kind === 'delete' && parts.accounts.text(id) === null) {
      anew.push(makeAnew(change, diffOfMakeAnew(change.diffs), view.accounts, parts.accounts))
      continue
    }
    const way = ways.get(id) ?? { change, targets: new Map<string, Json>() }
    ways.set(id, way)
    if (way.change.change.kind === 'create') way.targets.set('active', false)
    // Where two changes touched the same attribute, the first one knows how it was before the run.
    else for (const { path, before } of change.diffs) if (!way.targets.has(path)) way.targets.set(path, before)
  }
  return draftWays({ ways, anew, draftGroups: groups.draft, undoes: run }, view, parts)
}

/** Plans the failed, stale and not sent changes of an undo again. @throws MusterError `plan-empty` */
export async function planUndoAgain(run: string, undoes: string, view: View, parts: UndoParts): Promise<PlanSummary> {
  const ways: [string, WayBack][] = []
  const anew: (NewChange | null)[] = []
  const groups: NewChange[] = []
  for (const change of intendedOf(run, ['failed', 'stale', 'not-sent'], parts)) {
    const { resource, accountId, name, diff, kind } = change.planned.content
    if (resource === 'Group') {
      groups.push(...membersChanges({ id: accountId, name }, diff, 'undo'))
      continue
    }
    if (kind === 'create') anew.push(makeAnew(change, diff, view.accounts, parts.accounts))
    const targets = new Map(diff.map(({ path, after }) => [path, after]))
    if (accountId !== null) ways.push([accountId, { change, targets }])
  }
  const draftGroups = (draft: PlanDraft): GroupProblem[] => {
    for (const change of groups) draft.add(change)
    return []
  }
  return draftWays({ ways, anew, draftGroups, undoes }, view, parts)
}

async function draftWays(
  { ways, anew, draftGroups, undoes }: WaysBack,
  { activeAccounts }: View,
  parts: UndoParts,
): Promise<PlanSummary> {
  const slices = createSlices()
  const draft = draftPlan(parts)
  let unchanged = 0
  for (const change of anew) {
    if (change === null) unchanged++
    else draft.add(change)
    if (slices.due()) await slices.rest()
  }
  for (const [id, { change, targets }] of ways) {
    const image = parts.accounts.text(id)
    if (image === null) continue
    // Written by the store out of a parsed resource.
    const account = JSON.parse(image.text) as ScimUser
    const diff: Diff[] = [...targets].flatMap(([path, after]) => {
      const before = readPath(account, path)
      return sameJson(before, after) ? [] : [{ path, before, after }]
    })
    if (diff.length === 0) {
      unchanged++
      continue
    }
    const { personId, name, userName } = change.planned.content
    const kind = kindOf(diff)
    draft.add({
      kind,
      reason: 'undo',
      pass: 1,
      resource: 'User',
      group: null,
      personId,
      accountId: id,
      name,
      userName,
      match: 'link',
      diff,
      warnings: warningsOf({ kind, diff }, () => false),
      manager: null,
    })
    if (slices.due()) await slices.rest()
  }
  const groupProblems = draftGroups(draft)
  if (draft.size === 0 && groupProblems.length === 0) throw new MusterError('plan-empty')
  return draft.freeze({ blocked: [], groupProblems, skipped: [], unchanged, activeAccounts, undoes })
}
