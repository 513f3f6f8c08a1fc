import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SavedFile } from '../../../shared/model/app.ts'
import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import type { RunSummary } from '../../../shared/model/run.ts'
import { t } from '../../../shared/words/text.ts'
import { type CallError, call, callKey, failureOf, type Input, invalidate, useCall } from '../../api.ts'
import type { Stretch } from '../../components/data-grid/use-stretches.ts'
import { tell } from '../../components/tell.tsx'
import { useNavigation } from '../../navigation.tsx'
import { alterAccountsView } from '../accounts/accounts-view.ts'
import { alterPeopleView } from '../people/people-view.ts'
import { changesSource } from './plan-changes.ts'

/** Changes of a plan that are marked as left out, or put back. */
interface Leaving {
  readonly changes: number[]
  readonly leftOut: boolean
}

/** A frozen plan, and what can be done with it: leave changes out, push it, plan it again. */
export function usePlan(connection: string, id: string) {
  const client = useQueryClient()
  const { go, replace } = useNavigation()
  const key = callKey('plans', 'get', { connection, plan: id })
  const asked = useCall('plans', 'get', { connection, plan: id })

  const leaving = useMutation<PlanSummary, CallError, Leaving>({
    mutationFn: (input) => call('plans', 'leaveOut', { connection, plan: id, ...input }),
    onMutate: ({ changes, leftOut }) => {
      // The row answers at once; the counts follow when the plan is frozen anew.
      const named = new Set(changes)
      client.setQueriesData<Stretch<Change>>(
        { queryKey: changesSource(connection, id).key },
        (stretch) =>
          stretch && {
            ...stretch,
            rows: stretch.rows.map((change) => (named.has(change.id) ? { ...change, leftOut } : change)),
          },
      )
    },
    onSuccess: (plan, { changes, leftOut }) => {
      const before = client.getQueryData<PlanSummary>(key)
      client.setQueryData(key, plan)
      // The way back is exact where all of them were otherwise before; a single one has its tick for that.
      const moved = before ? Math.abs(plan.leftOut - before.leftOut) : 0
      if (changes.length > 1 && moved === changes.length) {
        const words = leftOut
          ? t('{count, plural, one {# change} other {# changes}} left out', { count: moved })
          : t('{count, plural, one {# change} other {# changes}} put back', { count: moved })
        tell(words, () => leaving.mutate({ changes, leftOut: !leftOut }))
      }
      return invalidate(client, 'plans', 'warned', connection)
    },
    onError: () => invalidate(client, 'plans', 'changes', connection),
  })

  const pushing = useMutation<RunSummary, CallError, { plan: PlanSummary; typed: string | null }>({
    mutationFn: ({ plan, typed }) => call('runs', 'start', { connection, plan: plan.id, hash: plan.hash, typed }),
    onSuccess: async (run) => {
      alterPeopleView(connection, { selected: new Set() })
      alterAccountsView(connection, { selected: new Set() })
      await invalidate(client, 'runs', 'list', connection)
      go({ at: 'run', run: run.id })
    },
    // The limits may have been tightened since: then the plan asks for more than it did.
    onError: () => invalidate(client, 'plans', 'get', connection),
  })

  const again = useMutation<PlanSummary, CallError, PlanSummary>({
    mutationFn: (plan) => call('plans', 'again', { connection, plan: plan.id }),
    onSuccess: (plan) => replace({ at: 'review', plan: plan.id }),
  })

  const save = useMutation<SavedFile | null, CallError, Input<'plans', 'export'>['format']>({
    mutationFn: (format) => call('plans', 'export', { connection, plan: id, format }),
  })

  const error = leaving.error ?? pushing.error ?? again.error ?? save.error
  return {
    plan: asked.data,
    missing: asked.error ? failureOf(asked.error) : null,
    failure: error ? failureOf(error) : null,
    leaveOut: (changes: number[], leftOut: boolean) => leaving.mutate({ changes, leftOut }),
    /** The counts are not those of what is shown yet. */
    freezing: leaving.isPending,
    push: (plan: PlanSummary, typed: string | null) => pushing.mutate({ plan, typed }),
    pushing: pushing.isPending,
    reviewAgain: (plan: PlanSummary) => again.mutate(plan),
    planning: again.isPending,
    save: save.mutate,
    saving: save.isPending,
    /** The file it was exported to last, null while there is none. */
    saved: save.data ?? null,
  }
}
