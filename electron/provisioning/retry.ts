import { MusterError } from '../../shared/errors.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import type { Outcome, RunSummary } from '../../shared/model/run.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { AccountService } from './account-service.ts'
import { membersIn } from './change-members.ts'
import { type Intended, intendedOf } from './intended.ts'
import { readOrNull, wantedOf } from './lookup.ts'
import { peopleByAccount } from './planning.ts'
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
  const people = new Set<number>()
  const deactivate = new Set<string>()
  const deletions = new Set<string>()
  /** Accounts whose membership was not brought about. */
  const members = new Set<string>()
  await eachAtOnce(intendedOf(run.id, again, context), atOnce, async (intended) => {
    const { personId, accountId, reason, kind, resource } = intended.planned.content
    if (resource === 'Group') {
      for (const member of membersOf(intended)) members.add(member)
      return
    }
    if (kind === 'delete' && accountId !== null) deletions.add(accountId)
    else if (reason === 'picked-for-removal' && accountId !== null) deactivate.add(accountId)
    else if (personId !== null) people.add(personId)
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
  if (members.size > 0) {
    await readGroups(context.groupRules(), clock.now(), context)
    overview.groupsChanged(true)
  }
  for (const { id } of peopleByAccount(await overview.fresh(), members).values()) people.add(id)
  return plansGroup.create({ people: [...people], deactivate: [...deactivate], delete: [...deletions] })
}

/** Ids of the accounts that a change of a group was to bring in or take out. */
function membersOf({ diffs }: Intended): string[] {
  const { add, remove } = membersIn(diffs)
  return [...add, ...remove]
}

async function look({ change, planned, diffs }: Intended, service: AccountService): Promise<ScimUser[]> {
  // A manager's change of a person whose own account was not made has nothing to read.
  if (planned.content.kind === 'create') return service.find(wantedOf(diffs))
  const account = change.accountId === null ? null : await readOrNull(service, change.accountId, {})
  return account === null ? [] : [account]
}
