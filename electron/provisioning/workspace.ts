import { createAttributeIndex } from './attribute-index.ts'
import { createPeopleQueries } from './people-query.ts'
import { createSinceIndex } from './since-index.ts'
import { accountsGroup } from './workspace-accounts.ts'
import { createContext } from './workspace-context.ts'
import { groupsGroup } from './workspace-groups.ts'
import { mappingGroup } from './workspace-mapping.ts'
import { peopleGroup, sourceGroup } from './workspace-people.ts'
import { plansGroup } from './workspace-plans.ts'
import { runsGroup } from './workspace-runs.ts'
import { selectionsGroup } from './workspace-selections.ts'
import type { Workspace, WorkspaceParts } from './workspace-types.ts'

/** How long closing waits for requests under way, in milliseconds. */
const grace = 3000

/** Everything of one connection, on its own database. Reads nothing but settings until it is asked. */
export function createWorkspace(parts: WorkspaceParts): Workspace {
  const context = createContext(parts)
  const attributes = createAttributeIndex(context.roster)
  const queries = createPeopleQueries(context.compare, createSinceIndex(context.roster), attributes)
  const plans = plansGroup(context)
  const runs = runsGroup(context, plans)
  return {
    busy: () => runs.busy() || plans.busy(),
    source: sourceGroup(context),
    people: peopleGroup(context, plans, queries, attributes),
    mapping: mappingGroup(context, plans),
    selections: selectionsGroup(context, queries),
    accounts: accountsGroup(context),
    groups: groupsGroup(context),
    plans: plans.operations,
    runs: runs.operations,
    resumeRuns: runs.resumeRuns,
    hold: runs.hold,
    close: async (ms = grace) => {
      context.overview.close()
      await runs.close(ms)
      parts.database.close()
    },
  }
}
