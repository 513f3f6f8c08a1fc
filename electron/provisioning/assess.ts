import type { BlockedReason } from '../../shared/model/change.ts'
import type { Person } from '../../shared/model/person.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import { createSlices } from '../store/slices.ts'
import type { MatchWorld } from './claim.ts'
import { claimAll } from './claims.ts'
import { type Decision, decide } from './decide.ts'
import { type ManagerFound, managerOf } from './manager.ts'
import type { ApplyMapping, Desired } from './mapping.ts'
import { type Match, matchOf } from './match.ts'
import type { MembershipChange, MembershipsOf } from './memberships.ts'
import type { PersonEntry } from './people-index.ts'
import type { Standing, Standings } from './standings.ts'

/** What assessing needs beyond what matching needs. */
export interface AssessWorld extends MatchWorld {
  readonly apply: ApplyMapping
  readonly managerPath: string | null
  /** Whether somebody without a manager at the source is to have none in K2 either. */
  readonly clearsManager: boolean
  /** Null while no groups are kept in step. */
  readonly membershipsOf: MembershipsOf | null
  /** What a new account with these attributes would lack. */
  readonly missing: (desired: readonly Desired[]) => readonly BlockedReason[]
  /** People by id, and account resources as JSON text by row: read many at a time, since one by one costs twice as much. */
  readonly peopleOf: (ids: readonly number[]) => ReadonlyMap<number, Person>
  readonly accountTextsOf: (rows: readonly number[]) => ReadonlyMap<number, { text: string; readAt: number }>
  /** What is shown for a person of whom nobody can tell whether they have an account. */
  readonly uncertain: 'unknown' | 'blocked'
  /** What a push would do for an active one of them: it looks them up first. */
  readonly uncertainWould: 'create' | 'none'
  /** People who are not in the list were looked for by sign-in name only. */
  readonly byNameOnly: boolean
}

/** Somebody to be worked out: position, and the position of the account. */
export interface Paired {
  readonly at: number
  readonly account: number
}

/** Everything that was worked out for one person, for a plan or a side panel. */
export interface Worked {
  readonly at: number
  readonly person: Person
  readonly account: ScimUser | null
  readonly desired: readonly Desired[]
  readonly decision: Decision
  readonly manager: ManagerFound | null
  /** Groups that the person has to come into or to leave; none of somebody whom the source has disabled. */
  readonly memberships: readonly MembershipChange[]
}

/** How many people are worked out in one go; few enough for one slice. */
export const atOnce = 32

/** Works out in full what has to happen for some people; who is gone from the store is left out. */
export function workOut(
  some: readonly Paired[],
  accountOfPerson: (position: number) => number,
  world: AssessWorld,
): Worked[] {
  const { people, accounts, managerPath, membershipsOf } = world
  const found = world.peopleOf(some.flatMap(({ at }) => people.entries[at]?.id ?? []))
  const texts = world.accountTextsOf(some.flatMap(({ account }) => accounts.lines[account]?.row ?? []))
  return some.flatMap(({ at, account: position }) => {
    const entry = people.entries[at]
    const person = entry === undefined ? undefined : found.get(entry.id)
    if (entry === undefined || person === undefined) return []
    const image = texts.get(accounts.lines[position]?.row ?? -1) ?? null
    // Written by the store out of a parsed resource.
    const account = image === null ? null : (JSON.parse(image.text) as ScimUser)
    const manager = managerPath === null ? null : managerOf(at, people, accounts, accountOfPerson)
    const desired = [...world.apply(person), ...desiredManager(person, manager, world)]
    const member = account === null || image === null ? null : { resource: account, readAt: image.readAt }
    const memberships = person.active && membershipsOf !== null ? membershipsOf(person, member) : []
    const decision = decide(person.active, desired, account, world.missing)
    return [{ at, person, account, desired, decision, manager, memberships }]
  })
}

/** A reference that leads to nobody, or to somebody without an account yet, is no reason to take a manager away. */
function desiredManager(
  { attributes }: Person,
  manager: ManagerFound | null,
  { managerPath: path, clearsManager }: AssessWorld,
): Desired[] {
  if (path === null) return []
  if (manager !== null) return manager.accountId === null ? [] : [{ path, value: manager.accountId, when: 'always' }]
  return clearsManager && !attributes.manager ? [{ path, value: null, when: 'always' }] : []
}

/**
 * Brings everybody's standing up to date, in slices. What was found before stays where nothing it rests on has changed:
 * the person's match, its account (`touched`) and the manager's account.
 */
export async function assessAll(world: AssessWorld, standings: Standings, touched: ReadonlySet<number>): Promise<void> {
  const slices = createSlices()
  const { people } = world
  const { claims, claimants } = await claimAll(world)
  const accountOfPerson = (position: number): number => claims.account(position)
  let open: (Paired & { match: Match; manager: number })[] = []
  const flush = (): void => {
    const worked = new Map(workOut(open, accountOfPerson, world).map((one) => [one.at, one]))
    for (const { at, match, manager } of open) {
      const entry = people.entries[at]
      if (entry !== undefined) standings.set(at, standingOf(entry, match, manager, worked.get(at) ?? null))
    }
    open = []
  }
  for (const [at, entry] of people.entries.entries()) {
    const match = matchOf(at, claims.get(at), claimants.of(claims.account(at)), world)
    const manager = managerAccount(at, world, accountOfPerson)
    const kept = standings.get(at)
    if (match.skipped) {
      const { account, reason } = match
      const nothing = { differences: 0, memberships: 0, would: 'none', conflicts: [], invalid: [] } as const
      standings.set(at, { account, reason, state: 'left-out', ...nothing, manager })
    } else if (isUncertain(match, world)) {
      const { account, reason, blocked: conflicts } = match
      // Somebody who is linked to an account that is not in the list may have anything to be changed.
      const would = entry.active && reason !== 'link' ? world.uncertainWould : 'none'
      const counts = { differences: 0, memberships: 0 }
      standings.set(at, { account, reason, state: 'unknown', ...counts, would, conflicts, invalid: [], manager })
    } else if (kept === null || touched.has(match.account) || kept.manager !== manager || !isSame(kept, match)) {
      open.push({ at, account: match.account, match, manager })
      if (open.length >= atOnce) flush()
    }
    if ((at & 31) === 0 && slices.due()) await slices.rest()
  }
  flush()
}

/** Nothing stands against the person but that nobody can tell whether they have an account. */
function isUncertain({ blocked }: Match, { uncertain }: AssessWorld): boolean {
  return uncertain === 'unknown' && blocked.length === 1 && blocked[0]?.code === 'accounts-incomplete'
}

function managerAccount(
  at: number,
  { people, managerPath }: AssessWorld,
  accountOfPerson: (position: number) => number,
): number {
  const manager = managerPath === null ? -1 : people.managerOf(at)
  return manager === -1 ? -1 : accountOfPerson(manager)
}

function standingOf(entry: PersonEntry, match: Match, manager: number, worked: Worked | null): Standing {
  const { kind, diff, invalid } = worked?.decision ?? { kind: 'none', diff: [], invalid: [] }
  const memberships = worked?.memberships.length ?? 0
  const { account, reason, blocked: conflicts } = match
  const common = { account, reason, conflicts, invalid, manager, differences: 0, memberships: 0, would: kind }
  if (conflicts.length > 0 || invalid.length > 0) return { ...common, state: 'blocked', would: 'none' }
  if (!entry.active) return { ...common, state: 'inactive' }
  if (account < 0) return { ...common, memberships, state: 'not-in-k2' }
  // What can't be planned is told in the review, and is no difference that a push would mend.
  const open = worked?.memberships.filter(({ target }) => target.problem === null).length ?? 0
  const differences = diff.length + open
  return { ...common, memberships, differences, state: differences === 0 ? 'in-sync' : 'differs' }
}

function isSame({ account, reason, conflicts, state }: Standing, match: Match): boolean {
  if (state === 'unknown' || state === 'left-out' || account !== match.account || reason !== match.reason) return false
  if (conflicts.length !== match.blocked.length) return false
  return conflicts.every(
    ({ code, detail }, at) => code === match.blocked[at]?.code && detail === match.blocked[at]?.detail,
  )
}
