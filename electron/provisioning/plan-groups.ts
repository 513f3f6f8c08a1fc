import type { Diff } from '../../shared/model/change.ts'
import type { GroupProblem } from '../../shared/model/group.ts'
import { memberPath } from '../../shared/scim/group.ts'
import type { NewChange, PlanDraft } from './freeze.ts'
import type { GroupTarget, MembershipChange } from './memberships.ts'
import { newMember } from './new-member.ts'

/** Most members in one change, and so in one PATCH: as many as K2 shows of a group. */
const membersOfChange = 100

/** Collects the memberships of a plan's people by group. */
export interface GroupPlanning {
  /** @param account id of the person's account; null where this plan makes it. */
  take(changes: readonly MembershipChange[], person: { id: number; name: string }, account: string | null): void
  /** Adds the changes to the plan: new groups first (pass 2), then members (pass 3). */
  draft(draft: PlanDraft): GroupProblem[]
}

/** A {@link GroupPlanning} without anybody. */
export function createGroupPlanning(): GroupPlanning {
  const byTarget = new Map<GroupTarget, Diff[]>()
  return {
    take: (changes, { id, name }, account) => {
      for (const { target, change } of changes) {
        const diffs = byTarget.get(target) ?? []
        byTarget.set(target, diffs)
        const path = memberPath(account ?? newMember(id))
        diffs.push(change === 'add' ? { path, before: null, after: name } : { path, before: name, after: null })
      }
    },
    draft: (draft) => {
      const problems: GroupProblem[] = []
      const made = new Map<GroupTarget, number>()
      for (const [target, { length: people }] of byTarget) {
        if (target.problem !== null) problems.push({ code: target.problem, group: target.name, people })
        else if (target.id === null) made.set(target, draft.add(newGroup(target.name)))
      }
      for (const [target, diffs] of byTarget) {
        if (target.problem !== null) continue
        for (const change of membersChanges(target, diffs, 'membership')) {
          draft.add({ ...change, group: made.get(target) ?? null })
        }
      }
      return problems
    },
  }
}

/** What every change of a group has in common. */
const ofGroup = {
  resource: 'Group',
  personId: null,
  userName: null,
  match: 'none',
  manager: null,
} as const satisfies Partial<NewChange>

function newGroup(name: string): NewChange {
  const diff = [{ path: 'displayName', before: null, after: name }]
  return {
    ...ofGroup,
    kind: 'create',
    reason: 'no-group',
    pass: 2,
    accountId: null,
    group: null,
    name,
    diff,
    warnings: [],
  }
}

/** The changes that bring members into a group and take them out, as many as it takes. */
export function membersChanges(
  { id, name }: Pick<GroupTarget, 'id' | 'name'>,
  diffs: readonly Diff[],
  reason: 'membership' | 'undo',
): NewChange[] {
  const changes: NewChange[] = []
  for (let at = 0; at < diffs.length; at += membersOfChange) {
    const diff = diffs.slice(at, at + membersOfChange)
    const removes = diff.some(({ after }) => after === null)
    const warnings: NewChange['warnings'] = removes ? ['members-removed'] : []
    changes.push({ ...ofGroup, kind: 'update', reason, pass: 3, accountId: id, group: null, name, diff, warnings })
  }
  return changes
}
