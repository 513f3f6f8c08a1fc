import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ListedPerson } from '../../../shared/model/person.ts'
import { whyNotPicked } from '../../../shared/words/blocked-words.ts'
import { t } from '../../../shared/words/text.ts'
import { callOptions } from '../../api.ts'
import type { GridSelection } from '../../components/data-grid/column.ts'
import { between, extentOf, toggled, withAll, withoutAll } from '../../components/selection.ts'
import type { PeopleView } from './people-view.ts'

type Change = (next: Partial<PeopleView> | ((last: PeopleView) => Partial<PeopleView>)) => void

/** Puts another selection into the view. */
export const selecting =
  (select: (selected: ReadonlySet<number>) => ReadonlySet<number>) =>
  (last: PeopleView): Partial<PeopleView> => ({ selected: select(last.selected) })

/** The checkboxes of the People grid. Ids of everybody who matches are asked of main, which has them all. */
export function usePeopleSelection(
  connection: string,
  view: PeopleView,
  change: Change,
  head: { total: number; rows: readonly ListedPerson[] } | undefined,
): GridSelection<ListedPerson> {
  const client = useQueryClient()
  const matching = callOptions('people', 'ids', { connection, query: view.query })
  // Asked for by select all and by ranges only; here it is just watched. Nobody asks anew when people or accounts have changed,
  // as for what is on screen, so an answer from before that is none.
  const answer = useQuery({ ...matching, enabled: false }).data
  const asked = client.getQueryState(matching.queryKey)?.isInvalidated ? undefined : answer
  const total = head?.total ?? 0
  const few = useMemo(
    () => (head && head.rows.length === head.total ? head.rows.map(({ id }) => id) : undefined),
    [head],
  )
  const extent = useMemo(() => extentOf(view.selected, asked ?? few, total), [view.selected, asked, few, total])
  const select = (to: (selected: ReadonlySet<number>) => ReadonlySet<number>) => change(selecting(to))
  const whenMatching = (then: (ids: readonly number[]) => void) => {
    if (few) then(few)
    // From what was answered last, as long as it holds.
    else void client.fetchQuery(matching).then(then, () => undefined)
  }
  return {
    isSelected: ({ id }) => view.selected.has(id),
    extent,
    labelOf: ({ name }) => t('Select {name}', { name }),
    labelOfAll: t('Select all {count, plural, one {# person} other {# people}} that match', { count: total }),
    whyNot: ({ state }) => whyNotPicked(state),
    onToggle: ({ id }) => select((selected) => toggled(selected, id)),
    onRange: (from, to) => whenMatching((ids) => select((selected) => withAll(selected, between(ids, from, to)))),
    onAll: () =>
      whenMatching((ids) =>
        select((selected) => (extent === 'all' ? withoutAll(selected, ids) : withAll(selected, ids))),
      ),
  }
}
