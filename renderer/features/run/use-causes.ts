import { useQuery } from '@tanstack/react-query'
import { type ErrorCode, explain } from '../../../shared/errors.ts'
import type { RunSummary } from '../../../shared/model/run.ts'
import { needing } from '../../../shared/words/run-words.ts'
import { call, callKey } from '../../api.ts'

/** Changes of each outcome that are counted at most, in answers of 500. */
const counted = 2000
const most = 500

/** Why changes failed, most often first. */
export interface Cause {
  readonly code: ErrorCode
  readonly count: number
  readonly words: string
}

async function countCauses({ connection, id, outcomes }: RunSummary): Promise<readonly Cause[]> {
  const tally = new Map<ErrorCode, number>()
  for (const show of ['failed', 'stale'] as const) {
    for (let offset = 0; offset < Math.min(outcomes[show], counted); offset += most) {
      const query = { search: '', show } as const
      const { rows } = await call('runs', 'changes', { connection, run: id, query, offset, limit: most })
      for (const { failure } of rows) if (failure) tally.set(failure.code, (tally.get(failure.code) ?? 0) + 1)
    }
  }
  return [...tally]
    .map(([code, count]) => ({ code, count, words: explain(code).happened.replace(/\.$/, '') }))
    .sort((a, b) => b.count - a.count)
}

/** The failed changes of a run that has ended, by cause; `all` is false when there are too many to count each. */
export function useCauses(run: RunSummary): { readonly causes: readonly Cause[]; readonly all: boolean } {
  const failed = needing(run)
  const { data } = useQuery({
    queryKey: [...callKey('runs', 'changes', { connection: run.connection }), 'causes', run.id, failed],
    queryFn: () => countCauses(run),
    enabled: failed > 0,
  })
  return { causes: data ?? [], all: Math.max(run.outcomes.failed, run.outcomes.stale) <= counted }
}
