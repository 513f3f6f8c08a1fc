import type { Change } from '../../shared/model/plan.ts'
import { memberOf } from '../../shared/scim/group.ts'
import type { PlanHeader, Plans } from '../store/plans.ts'
import { createSlices } from '../store/slices.ts'
import type { Picks } from './plan.ts'

/** What a plan was made of, and which of its changes were left out, told so that they are found in another plan. */
export interface PlannedOnce {
  readonly picks: Picks
  /** Accounts of people who may have been picked for their groups alone. */
  readonly members: ReadonlySet<string>
  readonly leftOut: ReadonlySet<string>
}

/** What a plan was made of; whoever needed no change then is not part of it. */
export async function picksOf({ summary }: PlanHeader, plans: Plans): Promise<PlannedOnce> {
  const people = new Set<number>()
  const deactivate = new Set<string>()
  const deletions = new Set<string>()
  const members = new Set<string>()
  const leftOut = new Set<string>()
  for (const { personId, accountId } of summary.blocked) {
    // A plan that an older Muster froze does not speak of accounts.
    if (accountId) deletions.add(accountId)
    else if (personId !== null) people.add(personId)
  }
  for (const { personId } of summary.skipped ?? []) people.add(personId)
  for await (const change of changesOf(summary.id, plans)) {
    const { kind, reason, personId, accountId } = change
    if (change.resource === 'Group') for (const { path } of change.diff) members.add(memberOf(path) ?? '')
    else if (kind === 'delete' && accountId !== null) deletions.add(accountId)
    else if (reason === 'picked-for-removal' && accountId !== null) deactivate.add(accountId)
    else if (personId !== null) people.add(personId)
    if (change.leftOut) leftOut.add(keyOf(change))
  }
  return { picks: { people: [...people], deactivate: [...deactivate], delete: [...deletions] }, members, leftOut }
}

/** Ids of the changes of a plan that are about the same as those that were left out of another. */
export async function changesLike(leftOut: ReadonlySet<string>, plan: string, plans: Plans): Promise<number[]> {
  const ids: number[] = []
  if (leftOut.size === 0) return ids
  for await (const change of changesOf(plan, plans)) if (leftOut.has(keyOf(change))) ids.push(change.id)
  return ids
}

/** A person has one change in each pass, whatever it has become; what is nobody's is told by the account. */
function keyOf({ resource, pass, personId, accountId, userName, name }: Change): string {
  return JSON.stringify([resource, pass, personId ?? accountId ?? userName ?? name])
}

async function* changesOf(plan: string, plans: Plans): AsyncGenerator<Change> {
  const slices = createSlices()
  for (let offset = 0; ; offset += 200) {
    const { rows } = plans.changes(plan, offset, 200)
    if (rows.length === 0) return
    yield* rows
    if (slices.due()) await slices.rest()
  }
}
