import type { PersonQuery, PersonRow } from '../../../shared/model/person.ts'
import { call, callKey, type Output } from '../../api.ts'
import type { RowSource } from '../../components/data-grid/use-stretches.ts'
import { keptState } from '../../kept-state.ts'

/** What the People screen shows and holds; kept while the admin is on another screen. */
export interface PeopleView {
  readonly query: PersonQuery
  /** The person of the side panel. */
  readonly current: number | null
  readonly selected: ReadonlySet<number>
}

/** The People screen's state, by connection, and the way to change it from another screen. */
export const [usePeopleView, alterPeopleView] = keptState<PeopleView>({
  query: { search: '', state: null, since: null, sort: { by: 'name', descending: false } },
  current: null,
  selected: new Set(),
})

/** The people that a query gives, for the grid. */
export const peopleSource = (
  connection: string,
  query: PersonQuery,
): RowSource<PersonRow, Output<'people', 'query'>> => ({
  key: callKey('people', 'query', { connection, query }),
  fetch: (offset, limit) => call('people', 'query', { connection, query, offset, limit }),
})
