import type { Diff } from '../../shared/model/change.ts'
import type { Change } from '../../shared/model/plan.ts'
import { membersOf } from '../../shared/scim/group.ts'
import type { ChangeContent, PlanHeader, Plans } from '../store/plans.ts'
import { createSlices } from '../store/slices.ts'
import { plannedOf } from './intended.ts'
import type { View } from './overview.ts'
import type { Picks } from './plan.ts'
import { peopleByAccount } from './planning.ts'

/** What a plan was made of, and which of its changes were left out, told so that they are found in another plan. */
export interface PlannedOnce {
  readonly gathered: GatheredPicks
  readonly leftOut: ReadonlySet<string>
}

/** What changes that were planned were picked for. */
export interface GatheredPicks {
  /** Whether the groups of anybody were to change. */
  readonly ofGroups: boolean
  /** Adds what a change was picked for. @param diffs those of the change, with the accounts in them that are known by now. */
  take(change: ChangeContent, diffs: readonly Diff[]): void
  takePerson(id: number): void
  takeDeletion(account: string): void
  /** All of it; who may have been picked for their groups alone is found by the account. */
  picks(view: View): Picks
}

/** Nothing gathered yet. */
export function gatherPicks(): GatheredPicks {
  const people = new Set<number>()
  const deactivate = new Set<string>()
  const deletions = new Set<string>()
  const members = new Set<string>()
  return {
    get ofGroups() {
      return members.size > 0
    },
    take: ({ resource, kind, reason, personId, accountId }, diffs) => {
      if (resource === 'Group') for (const member of membersOf(diffs)) members.add(member)
      else if (kind === 'delete' && accountId !== null) deletions.add(accountId)
      else if (reason === 'picked-for-removal' && accountId !== null) deactivate.add(accountId)
      else if (personId !== null) people.add(personId)
    },
    takePerson: (id) => people.add(id),
    takeDeletion: (account) => deletions.add(account),
    picks: (view) => {
      const those = [...peopleByAccount(view, members).values()].map(({ id }) => id)
      return { people: [...new Set([...people, ...those])], deactivate: [...deactivate], delete: [...deletions] }
    },
  }
}

/** What a plan was made of; whoever needed no change then is not part of it. */
export async function picksOf({ summary }: PlanHeader, plans: Plans): Promise<PlannedOnce> {
  const gathered = gatherPicks()
  const leftOut = new Set<string>()
  for (const { personId, accountId } of summary.blocked) {
    // A plan that an older Muster froze does not speak of accounts.
    if (accountId) gathered.takeDeletion(accountId)
    else if (personId !== null) gathered.takePerson(personId)
  }
  for (const { personId } of summary.skipped ?? []) gathered.takePerson(personId)
  for await (const change of changesOf(summary.id, plans)) {
    gathered.take(change, change.diff)
    if (change.leftOut) leftOut.add(keyOf(change))
  }
  return { gathered, leftOut }
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

/** The changes of a plan, with rests in between. */
async function* changesOf(plan: string, plans: Plans): AsyncGenerator<Change> {
  const slices = createSlices()
  for (const change of plannedOf(plan, { plans })) {
    yield change
    if (slices.due()) await slices.rest()
  }
}
