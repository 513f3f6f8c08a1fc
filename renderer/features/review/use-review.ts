import { failureOf, useAct } from '../../api.ts'
import { useNavigation } from '../../navigation.tsx'

/** Plans changes, and goes to Review when the plan is frozen. */
export function useReview(connection: string) {
  const { go } = useNavigation()
  const create = useAct('plans', 'create', { onSuccess: ({ id }) => go({ at: 'review', plan: id }) })
  return {
    reviewPeople: (people: Iterable<number>) => create.mutate({ connection, people: [...people], deactivate: [] }),
    reviewDeactivation: (accounts: Iterable<string>) =>
      create.mutate({ connection, people: [], deactivate: [...accounts] }),
    reviewDeletion: (accounts: Iterable<string>) =>
      create.mutate({ connection, people: [], deactivate: [], delete: [...accounts] }),
    planning: create.isPending,
    failure: create.error ? failureOf(create.error) : null,
    dismiss: create.reset,
  }
}
