import { MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { Json } from '../../shared/model/json.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import { sameJson } from '../../shared/scim/diffs.ts'
import { readPath } from '../../shared/scim/path.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { Accounts } from '../store/accounts.ts'
import type { Plans } from '../store/plans.ts'
import type { RunChanges } from '../store/run-changes.ts'
import { createSlices } from '../store/slices.ts'
import { warningsOf } from './decide.ts'
import { kindOf } from './diff.ts'
import { draftPlan, type FreezeParts } from './freeze.ts'
import { type Intended, intendedOf } from './intended.ts'

/** What planning an undo needs. */
export interface UndoParts extends FreezeParts {
  readonly plans: Plans
  readonly runChanges: RunChanges
  readonly accounts: Accounts
}

/** What one account has to get back, by path. */
interface WayBack {
  readonly change: Intended
  readonly targets: Map<string, Json>
}

/**
 * Plans the way back from a run: what was created is deactivated (never deleted: an account that K2 has seen may be in use
 * already), and every attribute that was changed gets the value of its before-image. Changes that did not succeed changed
 * nothing and are not part of it.
 * @throws MusterError `plan-empty` when everything is as it was before.
 */
export async function planUndo(run: string, activeAccounts: number, parts: UndoParts): Promise<PlanSummary> {
  const ways = new Map<string, WayBack>()
  for (const change of intendedOf(run, ['done'], parts)) {
    const id = change.change.accountId
    if (id === null) continue
    const way = ways.get(id) ?? { change, targets: new Map<string, Json>() }
    ways.set(id, way)
    if (way.change.change.kind === 'create') way.targets.set('active', false)
    // Where two changes touched the same attribute, the first one knows how it was before the run.
    else for (const { path, before } of change.diffs) if (!way.targets.has(path)) way.targets.set(path, before)
  }
  return draftWays([...ways.entries()], run, activeAccounts, parts)
}

/** Plans the failed, stale and not sent changes of an undo again. @throws MusterError `plan-empty` */
export async function planUndoAgain(
  run: string,
  undoes: string,
  activeAccounts: number,
  parts: UndoParts,
): Promise<PlanSummary> {
  const ways: [string, WayBack][] = []
  for (const change of intendedOf(run, ['failed', 'stale', 'not-sent'], parts)) {
    const { accountId, diff } = change.planned.content
    const targets = new Map(diff.map(({ path, after }) => [path, after]))
    if (accountId !== null) ways.push([accountId, { change, targets }])
  }
  return draftWays(ways, undoes, activeAccounts, parts)
}

async function draftWays(
  ways: readonly [string, WayBack][],
  undoes: string,
  activeAccounts: number,
  parts: UndoParts,
): Promise<PlanSummary> {
  const slices = createSlices()
  const draft = draftPlan(parts)
  let unchanged = 0
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
  if (draft.size === 0) throw new MusterError('plan-empty')
  return draft.freeze({ blocked: [], skipped: [], unchanged, activeAccounts, undoes })
}
