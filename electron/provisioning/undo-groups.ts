import type { Diff } from '../../shared/model/change.ts'
import type { GroupProblem } from '../../shared/model/group.ts'
import { hasMember, mayBeCut, memberOf } from '../../shared/scim/group.ts'
import { type ScimGroup, scimGroupSchema } from '../../shared/scim/schemas.ts'
import type { Groups } from '../store/groups.ts'
import type { RunChanges } from '../store/run-changes.ts'
import type { PlanDraft } from './freeze.ts'
import type { Intended } from './intended.ts'
import { membersChanges } from './plan-groups.ts'

/** Collects the way back of the groups that a run has changed. */
export interface GroupsWayBack {
  take(intended: Intended): void
  /** Adds the changes to the plan, and says what stays as it is. */
  draft(draft: PlanDraft): GroupProblem[]
}

/**
 * Who was added leaves again, who was removed comes back. A member who was added to a list that the service had cut off may
 * have been one before: that one stays. A group that the run made stays too, since K2 may use it by now.
 */
export function createGroupsWayBack(
  run: string,
  { groups, runChanges }: { groups: Groups; runChanges: RunChanges },
): GroupsWayBack {
  const ways = new Map<string, { name: string; diffs: Diff[] }>()
  const problems: GroupProblem[] = []
  return {
    take: ({ change: { id: number, kind, accountId, name }, diffs }) => {
      if (accountId === null) return
      if (kind === 'create') {
        problems.push({ code: 'group-stays', group: name, people: 0 })
        return
      }
      const before = imageOf(runChanges.before(run, number))
      const way = ways.get(accountId) ?? { name, diffs: [] }
      ways.set(accountId, way)
      let unsure = 0
      for (const { path, before: was, after } of diffs) {
        const said = before === null ? 'no' : wasMember(before, mayBeCut(before), memberOf(path) ?? '')
        if (after === null) way.diffs.push({ path, before: null, after: was })
        else if (said === 'no') way.diffs.push({ path, before: after, after: null })
        else if (said === 'unseen') unsure++
      }
      if (unsure > 0) problems.push({ code: 'members-unsure', group: name, people: unsure })
    },
    draft: (draft) => {
      for (const [id, { name, diffs }] of ways) {
        const now = groups.get(id)
        // What is as it was before already need not be undone.
        const open = diffs.filter(({ path, after }) => {
          const said = now === null ? 'unseen' : wasMember(now.resource, now.cut, memberOf(path) ?? '')
          return after === null ? said !== 'no' : said !== 'yes'
        })
        for (const change of membersChanges({ id, name }, open, 'undo')) draft.add(change)
      }
      return problems
    },
  }
}

const imageOf = (before: unknown): ScimGroup | null => scimGroupSchema.safeParse(before).data ?? null

/** Whether a group shows somebody as a member; `unseen` where its list may go on beyond. */
function wasMember(group: ScimGroup, cut: boolean, member: string): 'yes' | 'no' | 'unseen' {
  if (hasMember(group, member)) return 'yes'
  return cut ? 'unseen' : 'no'
}
