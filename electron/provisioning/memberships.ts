import type { GroupProblem, GroupRules } from '../../shared/model/group.ts'
import type { Person } from '../../shared/model/person.ts'
import { attributeOf, isJsonObject } from '../../shared/scim/path.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import { foldGroupName } from '../scim/find-group.ts'
import type { GroupsRead, StoredGroup } from '../store/groups.ts'

/** A group of K2 that a rule leads to. */
export interface GroupTarget {
  /** Display name: K2's where the group is there, else the rule's. */
  readonly name: string
  /** Null where K2 has no such group. */
  readonly id: string | null
  /** Why its members can't be planned; null when they can. */
  readonly problem: GroupProblem['code'] | null
}

/** A person who has to come into a group or to leave it. */
export interface MembershipChange {
  readonly target: GroupTarget
  readonly change: 'add' | 'remove'
}

/** The account of a person, as far as memberships look at it. */
interface Member {
  readonly resource: ScimUser
  /** When it was read, Unix milliseconds. */
  readonly readAt: number
}

/** Works out which memberships have to change for a person; `member` is null while they have no account. */
export type MembershipsOf = (person: Person, member: Member | null) => readonly MembershipChange[]

const none: readonly MembershipChange[] = []

/** What is known about the groups of a connection. */
export interface GroupFacts {
  readonly rules: GroupRules
  readonly groups: readonly StoredGroup[]
  readonly read: GroupsRead | null
  /** False where the service is known to take no PATCH. */
  readonly canPatch: boolean
}

/** A target with who is known to be in it. */
interface KnownTarget extends GroupTarget {
  readonly members: ReadonlySet<string>
  /** Whether there may be more members than those. */
  readonly cut: boolean
  readonly readAt: number
}

/** Prepares the rules to be applied to many people; null where there are none. */
export function compileMemberships(facts: GroupFacts): MembershipsOf | null {
  const { rules, removes } = facts.rules
  if (rules.length === 0) return null
  const byName = Map.groupBy(facts.groups, ({ resource }) => foldGroupName(resource.displayName))
  const targets = new Map<string, KnownTarget>()
  const byRule = new Map<string, KnownTarget[]>()
  for (const { from, to } of rules) {
    const key = foldGroupName(to)
    const target = targets.get(key) ?? targetOf(to, byName.get(key) ?? [], facts)
    targets.set(key, target)
    const known = byRule.get(foldGroupName(from)) ?? []
    byRule.set(foldGroupName(from), [...known, target])
  }
  const byMember = new Map<string, KnownTarget[]>()
  const cut: KnownTarget[] = []
  for (const target of targets.values()) {
    if (target.cut) cut.push(target)
    for (const member of target.members) byMember.set(member, [...(byMember.get(member) ?? []), target])
  }

  return (person, member) => {
    // A source that does not tell of groups says nothing about who belongs where.
    if (person.groups === undefined) return none
    const wanted = new Set(person.groups.flatMap((group) => byRule.get(foldGroupName(group)) ?? []))
    if (wanted.size === 0 && (member === null || !removes)) return none
    const has = new Set(member === null ? [] : (byMember.get(member.resource.id) ?? []))
    if (member !== null) for (const target of beyondCut(member, cut)) has.add(target)
    const changes: MembershipChange[] = []
    for (const target of wanted) if (!has.has(target)) changes.push({ target, change: 'add' })
    if (removes) for (const target of has) if (!wanted.has(target)) changes.push({ target, change: 'remove' })
    return changes
  }
}

function targetOf(name: string, found: readonly StoredGroup[], facts: GroupFacts): KnownTarget {
  // Of two, nobody can say which is meant: neither vouches for anybody.
  const group = found.length === 1 ? found[0] : undefined
  const problem = problemOf(name, found, facts)
  if (group === undefined) return { name, id: null, problem, members: new Set(), cut: false, readAt: 0 }
  const { resource, cut, readAt, added } = group
  const members = new Set([...resource.members.map(({ value }) => value), ...added])
  return { name: resource.displayName, id: resource.id, problem, members, cut, readAt }
}

/** Why the members of the groups that were found by a name can't be planned; null when they can. */
function problemOf(
  name: string,
  found: readonly StoredGroup[],
  { read, canPatch }: GroupFacts,
): GroupTarget['problem'] {
  if (read === null || (read.failure !== null && read.readAt === 0)) return 'groups-unread'
  if (found.length > 1) return 'two-groups'
  if (found.length === 0 && !read.complete && !read.absent.includes(foldGroupName(name))) return 'groups-incomplete'
  return canPatch ? null : 'no-patch'
}

/**
 * Groups beyond whose cut-off list an account itself says that it is a member (`groups`, RFC 7643 section 4.1.2). An
 * account that was read before the group says nothing: the membership may have ended since.
 */
function* beyondCut({ resource, readAt }: Member, cut: readonly KnownTarget[]): Generator<KnownTarget> {
  const groups = cut.length === 0 ? null : attributeOf(resource, 'groups')
  if (!Array.isArray(groups)) return
  const ids = new Set(groups.map((group) => (isJsonObject(group) ? attributeOf(group, 'value') : group)))
  for (const target of cut) if (ids.has(target.id) && readAt >= target.readAt) yield target
}
