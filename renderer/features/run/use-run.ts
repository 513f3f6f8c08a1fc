import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { SavedFile } from '../../../shared/model/app.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import type { RunChange, RunProgress, RunQuery, RunSummary } from '../../../shared/model/run.ts'
import { type CallError, call, callKey, failureOf, type Input, invalidate, useCall, useEvent } from '../../api.ts'
import type { RowSource, Stretch } from '../../components/data-grid/use-stretches.ts'
import { useNavigation } from '../../navigation.tsx'

/** How often at most lists that a change may enter or leave are asked for again, in milliseconds. */
const listRest = 1000

/** The changes of a run, for the grid. */
export const runChangesSource = (connection: string, run: string, query: RunQuery): RowSource<RunChange> => ({
  key: callKey('runs', 'changes', { connection, run, query }),
  fetch: (offset, limit) => call('runs', 'changes', { connection, run, query, offset, limit }),
})

/** Puts outcomes into the list on screen as they come; a filtered list is asked for again now and then. */
export function useLiveOutcomes(connection: string, run: string, query: RunQuery): void {
  const client = useQueryClient()
  const asked = useRef(0)
  const { key } = runChangesSource(connection, run, query)
  useEvent('runs.progress', (progress) => {
    if (progress.run.id !== run || progress.latest.length === 0) return
    const latest = new Map(progress.latest.map((change) => [change.id, change]))
    client.setQueriesData<Stretch<RunChange>>({ queryKey: key }, (stretch) =>
      stretch?.rows.some(({ id }) => latest.has(id))
        ? { ...stretch, rows: stretch.rows.map((change) => latest.get(change.id) ?? change) }
        : stretch,
    )
    if (query.show === 'all' || Date.now() - asked.current < listRest) return
    asked.current = Date.now()
    void client.invalidateQueries({ queryKey: key })
  })
}

/** A run and what can be done with it. Its progress comes by event, at most ten times a second. */
export function useRun(connection: string, id: string) {
  const client = useQueryClient()
  const { go } = useNavigation()
  const input = { connection, run: id }
  const key = callKey('runs', 'get', input)
  const asked = useCall('runs', 'get', input)
  const keep = (run: RunSummary) => {
    client.setQueryData<RunProgress>(key, (last) => last && { ...last, run })
    return invalidate(client, 'runs', 'list', connection)
  }
  const steer = useMutation<RunSummary, CallError, 'pause' | 'resume' | 'stop'>({
    mutationFn: (name) => call('runs', name, input),
    onSuccess: keep,
  })
  const verify = useMutation<RunSummary, CallError, void>({
    mutationFn: () => call('runs', 'verify', input),
    onSuccess: async (run) => {
      await keep(run)
      await Promise.all(['changes', 'change'].map((name) => invalidate(client, 'runs', name, connection)))
    },
  })
  const plan = useMutation<PlanSummary, CallError, 'retryFailed' | 'undo'>({
    mutationFn: (name) => call('runs', name, input),
    onSuccess: (made) => go({ at: 'review', plan: made.id }),
  })
  const save = useMutation<SavedFile | null, CallError, Input<'runs', 'export'>['format']>({
    mutationFn: (format) => call('runs', 'export', { ...input, format }),
  })
  const error = steer.error ?? verify.error ?? plan.error ?? save.error
  return {
    progress: asked.data,
    missing: asked.error ? failureOf(asked.error) : null,
    failure: error ? failureOf(error) : null,
    steer: steer.mutate,
    steering: steer.isPending,
    verify: () => verify.mutate(),
    verifying: verify.isPending,
    plan: plan.mutate,
    planning: plan.isPending ? plan.variables : null,
    save: save.mutate,
    saving: save.isPending,
    /** The file it was exported to last, null while there is none. */
    saved: save.data ?? null,
  }
}
