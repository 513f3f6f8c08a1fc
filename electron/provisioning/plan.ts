import { MusterError } from '../../shared/errors.ts'
import type { PersonState } from '../../shared/model/person.ts'
import type { BlockedEntry, PlanSummary, SkippedPerson } from '../../shared/model/plan.ts'
import { readPath } from '../../shared/scim/path.ts'
import { createSlices } from '../store/slices.ts'
import type { AccountService } from './account-service.ts'
import { atOnce, type Paired, type Worked, workOut } from './assess.ts'
import { warningsOf } from './decide.ts'
import { fold } from './fold.ts'
import { draftPlan, type FreezeParts, type NewChange, type PlanDraft } from './freeze.ts'
import { managerOf } from './manager.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'
import { planDeletions } from './plan-deletions.ts'
import { createGroupPlanning, type GroupPlanning } from './plan-groups.ts'
import type { Standing } from './standings.ts'

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

interface Planning {
  readonly view: View
  readonly draft: PlanDraft
  readonly blocked: BlockedEntry[]
  /** The picked people who are left alone by the admin's decision. */
  readonly skipped: SkippedPerson[]
  /** Positions of the people whose account this plan makes. */
  readonly created: Set<number>
  /** Positions of the picked people whose account was picked to be deactivated or deleted as well. */
  readonly removed: Set<number>
  readonly groups: GroupPlanning
  unchanged: number
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
  for (const some of chunks(withNewManager(planning, picked), atOnce)) {
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

/** Positions of the picked people, each once, in the order they were picked. */
async function pickedPositions({ people }: View, ids: readonly number[]): Promise<number[]> {
  const slices = createSlices()
  const seen = new Uint8Array(people.entries.length)
  const positions: number[] = []
  for (const id of ids) {
    const at = people.positionOf(id)
    if (at === undefined || seen[at] === 1) continue
    seen[at] = 1
    positions.push(at)
    if ((positions.length & 255) === 0 && slices.due()) await slices.rest()
  }
  return positions
}

function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** The picked people for whom there is something to send. */
interface Sifted {
  readonly toSend: number[]
  /** Those of whom nothing but the groups is not as it should be. */
  readonly groupsOnly: number[]
}

/** Sifts the picked people; who needs nothing is counted, who is left out or blocked is noted. */
async function sift(planning: Planning, picked: readonly number[], removal: ReadonlySet<string>): Promise<Sifted> {
  const slices = createSlices()
  const { view, removed, blocked, skipped } = planning
  const toSend: number[] = []
  const groupsOnly: number[] = []
  for (const [index, at] of picked.entries()) {
    if ((index & 255) === 0 && slices.due()) await slices.rest()
    const entry = view.people.entries[at]
    const standing = view.standings.get(at)
    if (entry === undefined || standing === null) continue
    const { conflicts, invalid, account, would, memberships } = standing
    const accountId = view.accounts.lines[account]?.id
    if (standing.state === 'left-out') skipped.push({ personId: entry.id, name: entry.name })
    else if (accountId !== undefined && removal.has(accountId)) removed.add(at)
    else if (conflicts.length + invalid.length > 0) {
      blocked.push({ personId: entry.id, accountId: null, name: entry.name, reasons: [...conflicts, ...invalid] })
    } else if (would !== 'none') toSend.push(at)
    else if (memberships > 0) groupsOnly.push(at)
    else planning.unchanged++
  }
  return { toSend, groupsOnly }
}

/**
 * The people in the order in which the store holds them, each with the place in the list: reading a hundred thousand rows
 * in the order of somebody's sorted grid would fetch every page of the file many times.
 */
function* inOrderOfStore(positions: readonly number[]): Generator<{ at: number; index: number }> {
  // Both in one number, which sorts without a comparison function.
  const room = 2 ** 21
  for (const both of Float64Array.from(positions, (at, index) => at * room + index).sort()) {
    yield { at: Math.floor(both / room), index: both % room }
  }
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

const aboutPerson = (
  { id, name, userName }: PersonEntry,
  { account, reason }: Standing,
): Pick<NewChange, 'personId' | 'name' | 'userName' | 'match'> => ({
  personId: id,
  name,
  userName,
  match: account < 0 ? 'none' : reason,
})

/** Whether an account that could be the person's, for all the admin has decided, has their e-mail address: one that is not `account`. */
export function isEmailElsewhere(
  { accounts, world }: View,
  { id, email }: Pick<PersonEntry, 'id' | 'email'>,
  account: number,
): boolean {
  if (email === null) return false
  return accounts.byEmail.at(fold(email)).some((holder) => holder !== account && world.decided.allows(id, holder))
}

/** People of whom no plan says anything. */
const isApart = (state: PersonState): boolean => state === 'blocked' || state === 'left-out'

/** The people who have these accounts, by account id. */
export function peopleByAccount(
  { standings, accounts, people }: View,
  ids: ReadonlySet<string>,
): Map<string, PersonEntry> {
  const found = new Map<string, PersonEntry>()
  if (ids.size === 0) return found
  for (const [at, entry] of people.entries.entries()) {
    const id = accounts.lines[standings.account(at)]?.id
    if (id !== undefined && ids.has(id) && !isApart(standings.state(at))) found.set(id, entry)
  }
  return found
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

/** The picked people whose manager's account is made by this plan. */
function* withNewManager({ view, created, removed }: Planning, picked: Iterable<number>): Generator<Paired> {
  const { people, accounts, world, standings } = view
  if (created.size === 0 || world.managerPath === null) return
  for (const at of picked) {
    const entry = people.entries[at]
    const account = standings.account(at)
    if (entry === undefined || !entry.active || removed.has(at) || (account < 0 && !created.has(at))) continue
    if (isApart(standings.state(at)) || standings.state(at) === 'unknown') continue
    const manager = managerOf(at, people, accounts, standings.account)
    if (manager !== null && created.has(manager.position)) yield { at, account }
  }
}

function planManager({ view, draft }: Planning, { at, account, manager }: Worked): void {
  const entry = view.people.entries[at]
  const standing = view.standings.get(at)
  const path = view.world.managerPath
  if (entry === undefined || standing === null || path === null || manager === null) return
  const before = account === null ? null : readPath(account, path)
  draft.add({
    kind: 'update',
    reason: 'manager',
    pass: 2,
    resource: 'User',
    group: null,
    ...aboutPerson(entry, standing),
    accountId: account?.id ?? null,
    diff: [{ path, before, after: `${manager.entry.name} (account made by this push)` }],
    warnings: [],
    manager: manager.entry.id,
  })
}
