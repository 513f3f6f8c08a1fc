import { MusterError } from '../../shared/errors.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import { createSlices } from '../store/slices.ts'
import type { AccountService } from './account-service.ts'
import { atOnce, type Worked, workOut } from './assess.ts'
import { warningsOf } from './decide.ts'
import { draftPlan, type FreezeParts, type NewChange } from './freeze.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'
import { chunks, inOrderOfStore, pickedPositions, sift } from './picked.ts'
import { planDeletions } from './plan-deletions.ts'
import { createGroupPlanning } from './plan-groups.ts'
import { planManager, withNewManager } from './plan-managers.ts'
import { aboutPerson, isEmailElsewhere, type Planning, peopleByAccount } from './planning.ts'

/** Who and what the admin has picked. */
export interface Picks {
  /** Person ids. */
  readonly people: readonly number[]
  /** Ids of accounts to deactivate. */
  readonly deactivate: readonly string[]
  /** Ids of inactive accounts to delete. */
  readonly delete?: readonly string[]
}

/** What planning needs beyond freezing. */
interface PlanParts extends FreezeParts {
  readonly service: Pick<AccountService, 'capabilities'>
}

/**
 * Works out the changes for what was picked and freezes them. First the accounts (pass 1), deletions at the top, then the
 * managers whose own account is made by this same push (pass 2); a manager who has an account already is part of pass 1. Then
 * the groups.
 * @throws MusterError `plan-empty` when nothing would be sent and nobody is blocked or left out by decision.
 */
export async function createPlan(parts: PlanParts, view: View, picks: Picks): Promise<PlanSummary> {
  const slices = createSlices()
  const draft = draftPlan(parts)
  const planning: Planning = {
    view,
    draft,
    blocked: [],
    skipped: [],
    created: new Set(),
    removed: new Set(),
    groups: createGroupPlanning(),
    unchanged: 0,
  }
  const deactivation = new Set(picks.deactivate)
  const deletion = new Set(picks.delete)
  const removal = deactivation.union(deletion)
  const people = peopleByAccount(view, removal)
  const picked = await pickedPositions(view, picks.people)
  const deletions = planDeletions(view, deletion, people, parts.service.capabilities)
  for (const change of deletions.changes) {
    draft.add(change)
    if (slices.due()) await slices.rest()
  }
  const { toSend, groupsOnly } = await sift(planning, picked, removal)
  const numbers = draft.reserve(toSend.length)
  for (const some of chunks(inOrderOfStore(toSend), atOnce)) {
    const pairs = some.map(({ at }) => ({ at, account: view.standings.account(at) }))
    const worked = new Map(workOut(pairs, view.standings.account, view.world).map((one) => [one.at, one]))
    for (const { at, index } of some) planPerson(planning, worked.get(at), numbers + index)
    if (slices.due()) await slices.rest()
  }
  for (const some of chunks(inOrderOfStore(groupsOnly), atOnce)) {
    const pairs = some.map(({ at }) => ({ at, account: view.standings.account(at) }))
    for (const worked of workOut(pairs, view.standings.account, view.world)) takeGroups(planning, worked)
    if (slices.due()) await slices.rest()
  }
  for (const id of deactivation) {
    planRemoval(planning, id, people.get(id) ?? null)
    if (slices.due()) await slices.rest()
  }
  for (const some of chunks(await withNewManager(planning, picked), atOnce)) {
    for (const worked of workOut(some, view.standings.account, view.world)) planManager(planning, worked)
    if (slices.due()) await slices.rest()
  }
  const groupProblems = planning.groups.draft(draft)
  const { skipped, unchanged } = planning
  const blocked = [...deletions.blocked, ...planning.blocked]
  const told = blocked.length + skipped.length + groupProblems.length
  if (draft.size === 0 && told === 0) throw new MusterError('plan-empty')
  return draft.freeze({ blocked, groupProblems, skipped, unchanged, activeAccounts: view.activeAccounts, undoes: null })
}

function planPerson(planning: Planning, worked: Worked | undefined, number: number): void {
  const { view, draft, created } = planning
  // Read away between the view and now; the numbers would no longer be whole.
  if (worked === undefined) throw new MusterError('person-not-found')
  const { at, decision } = worked
  const entry = view.people.entries[at]
  const standing = view.standings.get(at)
  if (entry === undefined || standing === null) return
  const { kind, reason, diff } = decision
  if (kind === 'create') created.add(at)
  const change: NewChange = {
    kind,
    reason,
    pass: 1,
    resource: 'User',
    group: null,
    ...aboutPerson(entry, standing),
    accountId: view.accounts.lines[standing.account]?.id ?? null,
    diff: [...diff],
    warnings: [
      ...warningsOf(decision, () => isEmailElsewhere(view, entry, standing.account)),
      ...(kind === 'create' && entry.externalId !== null && view.world.byNameOnly
        ? ['looked-up-by-name' as const]
        : []),
    ],
    manager: null,
  }
  draft.add(change, number)
  takeGroups(planning, worked)
}

function takeGroups({ view, groups }: Planning, { at, account, memberships }: Worked): void {
  const entry = view.people.entries[at]
  if (entry !== undefined) groups.take(memberships, entry, account?.id ?? null)
}

function planRemoval(planning: Planning, id: string, person: PersonEntry | null): void {
  const { view, draft } = planning
  const line = view.accounts.lines[view.accounts.byId.at(id)[0] ?? -1]
  if (line === undefined) return
  if (!line.active) {
    planning.unchanged++
    return
  }
  draft.add({
    kind: 'deactivate',
    reason: 'picked-for-removal',
    pass: 1,
    resource: 'User',
    group: null,
    personId: person?.id ?? null,
    accountId: id,
    name: line.name,
    userName: line.userName,
    match: 'none',
    diff: [{ path: 'active', before: true, after: false }],
    warnings: [],
    manager: null,
  })
}
