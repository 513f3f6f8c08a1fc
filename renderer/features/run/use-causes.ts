import { useQuery } from '@tanstack/react-query'
import { type ErrorCode, explain } from '../../../shared/errors.ts'
import type { RunSummary } from '../../../shared/model/run.ts'
import { needing } from '../../../shared/words/run-words.ts'
import { call, callKey } from '../../api.ts'

/** Failures that are counted at most, in answers of 500. */
const counted = 2000
const most = 500

/** Why changes failed, most often first. */
export interface Cause {
  readonly code: ErrorCode
  readonly count: number
  readonly words: string
}

async function countCauses(connection: string, run: string, failed: number): Promise<readonly Cause[]> {
  const tally = new Map<ErrorCode, number>()
  for (let offset = 0; offset < Math.min(failed, counted); offset += most) {
    const query = { search: '', show: 'failed' } as const
    const { rows } = await call('runs', 'changes', { connection, run, query, offset, limit: most })
    for (const { failure } of rows) if (failure) tally.set(failure.code, (tally.get(failure.code) ?? 0) + 1)
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
    queryFn: () => countCauses(run.connection, run.id, failed),
    enabled: failed > 0,
  })
  return { causes: data ?? [], all: failed <= counted }
}
