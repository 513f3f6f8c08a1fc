import type { Change } from '../../../shared/model/plan.ts'
import { call, callKey } from '../../api.ts'
import type { RowSource } from '../../components/data-grid/use-stretches.ts'

/** The changes of a plan, for the grid. */
export const changesSource = (connection: string, plan: string): RowSource<Change> => ({
  key: callKey('plans', 'changes', { connection, plan }),
  fetch: (offset, limit) => call('plans', 'changes', { connection, plan, offset, limit }),
})

/** Changes that main gives at most in one answer. */
const most = 500

/** The changes that carry a warning, those that are left out among them, in order, at most `limit`. */
export async function warnedChanges(connection: string, plan: string, limit: number): Promise<Change[]> {
  const found: Change[] = []
  for (let offset = 0; offset < limit; offset += most) {
    const stretch = { offset, limit: Math.min(most, limit - offset) }
    const { rows, total } = await call('plans', 'changes', { connection, plan, warned: true, ...stretch })
    found.push(...rows)
    if (offset + most >= total) break
  }
  return found
}
