import { MusterError } from '../../shared/errors.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import type { Outcome, RunSummary } from '../../shared/model/run.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { AccountService } from './account-service.ts'
import { type Intended, intendedOf } from './intended.ts'
import { readOrNull, wantedOf } from './lookup.ts'
import { gatherPicks } from './plan-again.ts'
import { eachAtOnce } from './pool.ts'
import { readGroups } from './read-groups.ts'
import { planUndoAgain } from './undo.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import type { PlansGroup } from './workspace-plans.ts'

const again: readonly Outcome[] = ['failed', 'stale', 'not-sent']
/** Accounts read at once. */
const atOnce = 8

/**
 * Plans the failed, stale and not sent changes of a run anew. Their accounts are read first: a change that failed may have
 * been carried out all the same, and one that was stale has to be compared with what is there now.
 * @throws MusterError `run-active`, `plan-empty`
 */
export async function retryFailed(
  run: RunSummary,
  context: WorkspaceContext,
  plansGroup: PlansGroup,
): Promise<PlanSummary> {
  if (run.endedAt === null) throw new MusterError('run-active')
  const { accounts, overview, service, clock } = context
  const gathered = gatherPicks()
  await eachAtOnce(intendedOf(run.id, again, context), atOnce, async (intended) => {
    const { personId, accountId, kind, resource } = intended.planned.content
    gathered.take(intended.planned.content, intended.diffs)
    if (resource === 'Group') return
    const found = await look(intended, service)
    accounts.put(found, clock.now())
    overview.touch(found.map(({ id }) => id))
    if (kind === 'delete' && accountId !== null && found.length === 0) {
      accounts.remove(accountId)
      overview.touch([accountId])
    }
    if (personId !== null) overview.lookedFor([personId])
  })
  const { undoes } = run
  if (undoes !== null) {
    return plansGroup.make((view) => planUndoAgain(run.id, undoes, view, context))
  }
  if (gathered.ofGroups) await readGroups(clock.now(), context)
  return plansGroup.create(gathered.picks(await overview.fresh()))
}

async function look({ change, planned, diffs }: Intended, service: AccountService): Promise<ScimUser[]> {
  // A manager's change of a person whose own account was not made has nothing to read.
  if (planned.content.kind === 'create') return service.find(wantedOf(diffs))
  const account = change.accountId === null ? null : await readOrNull(service, change.accountId, {})
  return account === null ? [] : [account]
}
