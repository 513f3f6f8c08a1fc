import type { GroupsState } from '../../shared/model/group.ts'
import { readGroups } from './read-groups.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import type { Workspace } from './workspace-types.ts'

/** `groups.*` */
export function groupsGroup(context: WorkspaceContext): Workspace['groups'] {
  const { groups, groupRules, overview, clock, events, compare } = context

  async function state(): Promise<GroupsState> {
    const { people } = await overview.view()
    const read = groups.lastRead()
    return {
      rules: groupRules(),
      source:
        people.groups === null
          ? null
          : [...people.groups]
              .map(([name, count]) => ({ name, people: count }))
              .sort((one, other) => compare(one.name, other.name)),
      k2: groups
        .all()
        .map(({ resource, cut }) => ({
          id: resource.id,
          name: resource.displayName,
          members: resource.members.length,
          complete: !cut,
        }))
        .sort((one, other) => compare(one.name, other.name)),
      readAt: read === null || read.readAt === 0 ? null : read.readAt,
      complete: read?.complete ?? false,
      failure: read?.failure ?? null,
    }
  }

  async function refresh(): Promise<GroupsState> {
    await readGroups(clock.now(), context)
    await overview.fresh()
    events.peopleChanged()
    return state()
  }

  return {
    state,
    refresh,
    setRules: ({ rules }) => {
      context.keptRules.set(rules)
      return refresh()
    },
  }
}
