import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import { call, callKey } from '../../api.ts'
import type { RowSource } from '../../components/data-grid/use-stretches.ts'

/** The changes of a plan, for the grid. */
export const changesSource = (connection: string, plan: string): RowSource<Change> => ({
  key: callKey('plans', 'changes', { connection, plan }),
  fetch: (offset, limit) => call('plans', 'changes', { connection, plan, offset, limit }),
})

/** Changes that main gives at most in one answer. */
const most = 500

/** Walks the changes of a plan in order, until `visit` says that it has seen enough. */
async function walkChanges(
  connection: string,
  plan: string,
  visit: (change: Change) => 'go on' | 'enough',
): Promise<void> {
  for (let offset = 0; ; offset += most) {
    const { rows, total } = await call('plans', 'changes', { connection, plan, offset, limit: most })
    for (const change of rows) if (visit(change) === 'enough') return
    if (offset + most >= total) return
  }
}

/** The changes that carry a warning, at most `limit` of them. */
export async function warnedChanges(connection: string, plan: PlanSummary, limit: number): Promise<Change[]> {
  const wanted = Math.min(
    Object.values(plan.warnings).reduce((sum, count) => sum + count, 0),
    limit,
  )
  const found: Change[] = []
  if (wanted === 0) return found
  await walkChanges(connection, plan.id, (change) => {
    if (change.warnings.length > 0) found.push(change)
    return found.length < wanted ? 'go on' : 'enough'
  })
  return found
}

/** Plans once more what a plan that is too old would have pushed; what was left out stays out. */
export async function planAgain(connection: string, plan: PlanSummary): Promise<PlanSummary> {
  if (plan.undoes !== null) return call('runs', 'undo', { connection, run: plan.undoes })
  const people = new Set([...plan.blocked, ...plan.skipped].map(({ personId }) => personId))
  const accounts = new Set<string>()
  await walkChanges(connection, plan.id, ({ leftOut, reason, personId, accountId }) => {
    if (leftOut) return 'go on'
    if (reason === 'picked-for-removal' && accountId !== null) accounts.add(accountId)
    else if (personId !== null) people.add(personId)
    return 'go on'
  })
  return call('plans', 'create', { connection, people: [...people], deactivate: [...accounts] })
}
