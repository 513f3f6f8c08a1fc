import type { JsonObject } from '../../../shared/model/json.ts'
import type { Limits } from './expected.ts'
import type { Seen } from './flow.ts'
import { groupRules } from './tenant.ts'

/** So many members the service shows of a group. */
const shown = 100

interface Group {
  readonly members: readonly string[]
  readonly writes: number
}

function byName(groups: readonly JsonObject[]): Map<string, Group> {
  return new Map(
    groups.map(({ displayName, members, meta }) => {
      const listed = Array.isArray(members) ? members : []
      const ids = listed.map((member) => String((member as JsonObject).value))
      return [
        String(displayName),
        { members: ids, writes: Number(/\d+/.exec(String((meta as JsonObject).version))?.[0]) },
      ]
    }),
  )
}

const nobody: Group = { members: [], writes: 0 }

const difference = (one: readonly string[], other: readonly string[]): string[] => {
  const known = new Set(other)
  return one.filter((id) => !known.has(id))
}

/** Everything that should hold of the groups of a flow and does not, one sentence each. */
export function groupsBroken(seen: Seen, limits: Limits): string[] {
  const [before, between, after] = [seen.groupsBefore, seen.groupsBetween, seen.groupsAfter].map(byName)
  if (!before || !between || !after) return []
  const say: string[] = []
  // Whoever was deleted is in no group any more, and comes back as somebody new.
  const there = new Set(seen.between.map(({ id }) => String(id)))
  const names = new Set(groupRules.rules.map(({ to }) => to))
  for (const [groups, when] of [
    [seen.groupsBetween, 'after the push'],
    [seen.groupsAfter, 'after the undo'],
  ] as const) {
    const found = groups.map(({ displayName }) => String(displayName))
    if (new Set(found).size < found.length) say.push(`There are two groups of one name ${when}.`)
  }
  for (const [name, group] of before) {
    if (names.has(name)) continue
    const now = after.get(name) ?? nobody
    if (now.writes !== group.writes) say.push(`The group ${name}, which no rule names, was written.`)
  }
  for (const name of names) {
    const all = before.get(name) ?? nobody
    const was = { ...all, members: all.members.filter((id) => there.has(id)) }
    const is = between.get(name) ?? nobody
    const end = after.get(name) ?? nobody
    const wanted = limits.cannotChangeGroups
      ? was.members
      : wantedMembers(name, all.members, seen).filter((id) => there.has(id))
    const missing = difference(wanted, is.members)
    const extra = difference(is.members, wanted)
    if (missing.length > 0) say.push(`${missing.length} members are missing in ${name} after the push.`)
    if (extra.length > 0) say.push(`${extra.length} members too many are in ${name} after the push.`)
    // Beyond what the service shows, nobody knows who was a member before: who was added stays.
    const goal = all.members.length >= shown ? [...was.members, ...difference(is.members, was.members)] : was.members
    const lost = difference(goal, end.members)
    const left = difference(end.members, goal)
    if (lost.length > 0) say.push(`${lost.length} members did not come back into ${name} by the undo.`)
    if (left.length > 0) say.push(`${left.length} members were left in ${name} by the undo.`)
  }
  for (const { name, kind, diff } of seen.again) {
    if (!names.has(name) || (limits.cannotChangeGroups && kind === 'update')) continue
    // Once some have left a list that is cut off, the service shows others who have to leave; and who has no account is in none.
    const isCut = (between.get(name)?.members.length ?? 0) >= shown
    const open = diff.filter(({ path, after }) => !path.includes('"new:') && !(isCut && after === null))
    if (open.length > 0) say.push(`Planned again: ${kind} of the group ${name}, ${open.length} members.`)
  }
  return say
}

/** Who should be in a group after the push, worked out from the people, the rules and the accounts that are there. */
function wantedMembers(name: string, members: readonly string[], { between, people, blockedLines }: Seen): string[] {
  const accounts = new Map(between.map((account) => [String(account.userName).toLowerCase(), String(account.id)]))
  const wanted = new Set(members)
  const visible = new Set(members.slice(0, shown))
  for (const { attributes, active, groups, line } of people) {
    const account = accounts.get(attributes.userName?.toLowerCase() ?? '')
    if (account === undefined || !active || groups === undefined || blockedLines.has(line)) continue
    if (groups.includes(name)) wanted.add(account)
    else if (visible.has(account)) wanted.delete(account)
  }
  return [...wanted]
}
