import type { ListedPerson } from '../../../shared/model/person.ts'
import type { PeopleRule, PersonQuery } from '../../../shared/model/person-query.ts'
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

/** The rule that everybody fits. */
export const everybody: PeopleRule = { search: '', state: null, since: null, filters: [] }

/** The People screen's state, by connection, and the ways to change and to look at it from elsewhere. */
export const [usePeopleView, alterPeopleView, keptPeopleView, usePeoplePart] = keptState<PeopleView>({
  query: { ...everybody, sort: { by: 'name', descending: false } },
  current: null,
  selected: new Set(),
})

/** The people that a query gives, for the grid. @param columns the attributes whose values the rows carry. */
export const peopleSource = (
  connection: string,
  query: PersonQuery,
  columns: string[],
): RowSource<ListedPerson, Output<'people', 'query'>> => ({
  key: callKey('people', 'query', { connection, query, columns }),
  list: callKey('people', 'query', { connection, query }),
  fetch: (offset, limit) => call('people', 'query', { connection, query, columns, offset, limit }),
})
