import { useState } from 'react'
import type { SavedSelection } from '../../../shared/model/saved-selection.ts'
import { type Output, useAct } from '../../api.ts'
import type { PeopleView } from './people-view.ts'

/** What using a saved selection came to. */
export interface Applied extends Output<'selections', 'apply'> {
  readonly name: string
  /** What is ticked since; when that is another set, this is no longer news. */
  readonly ticked: ReadonlySet<number>
}

/** Uses saved selections: whoever one finds is ticked, instead of whoever was; the conditions of a rule are shown too. */
export function useSaved(connection: string, change: (next: (last: PeopleView) => Partial<PeopleView>) => void) {
  const [applied, setApplied] = useState<Applied | null>(null)
  const apply = useAct('selections', 'apply')
  return {
    applied,
    error: apply.error,
    dismiss: () => setApplied(null),
    apply: ({ id, name }: SavedSelection) =>
      apply.mutate(
        { connection, selection: id },
        {
          onSuccess: (found) => {
            const { rule, people } = found
            const ticked = new Set(people)
            setApplied({ ...found, name, ticked })
            change(({ query }) => ({
              selected: ticked,
              ...(rule === null ? {} : { query: { filters: [], since: null, ...rule, sort: query.sort } }),
            }))
          },
        },
      ),
  }
}
