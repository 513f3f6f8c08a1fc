import { useQueryClient } from '@tanstack/react-query'
import type { AdminDecision } from '../../../shared/model/decision.ts'
import { failureOf, invalidate, useAct } from '../../api.ts'

/** Makes and takes back decisions about people, and has everything that shows them asked for again. */
export function useResolve(connection: string, onResolved?: () => void) {
  const client = useQueryClient()
  const act = useAct('people', 'resolve', {
    onSuccess: async () => {
      // Main also tells that the people have changed; what is shown here has to be right before the button is free again.
      await Promise.all([
        invalidate(client, 'people', 'candidates', connection),
        invalidate(client, 'people', 'get', connection),
        invalidate(client, 'runs', 'change', connection),
        invalidate(client, 'runs', 'changes', connection),
      ])
      onResolved?.()
    },
  })
  return {
    /** Null takes back what was decided. */
    resolve: (people: Iterable<number>, decision: AdminDecision | null) =>
      act.mutate({ connection, people: [...people], decision }),
    resolving: act.isPending,
    failure: act.error ? failureOf(act.error) : null,
  }
}
