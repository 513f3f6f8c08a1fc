import type { AccountQuery, AccountRow } from '../../../shared/model/account.ts'
import { call, callKey } from '../../api.ts'
import type { RowSource } from '../../components/data-grid/use-stretches.ts'
import { keptState } from '../../kept-state.ts'

/** What the K2 accounts screen shows and holds; kept while the admin is on another screen. */
export interface AccountsView {
  readonly query: AccountQuery
  /** The account of the side panel. */
  readonly current: string | null
  readonly selected: ReadonlySet<string>
}

/** The K2 accounts screen's state, by connection, and the ways to change and to look at it from elsewhere. */
export const [useAccountsView, alterAccountsView, keptAccountsView] = keptState<AccountsView>({
  query: { search: '', show: 'all', sort: { by: 'userName', descending: false } },
  current: null,
  selected: new Set(),
})

/** The accounts that a query gives, for the grid. */
export const accountsSource = (connection: string, query: AccountQuery): RowSource<AccountRow> => ({
  key: callKey('accounts', 'query', { connection, query }),
  fetch: (offset, limit) => call('accounts', 'query', { connection, query, offset, limit }),
})

/** Rows that main gives at most in one answer. */
const most = 500

/** The ids of a stretch of a query's accounts, in its order. */
export async function accountIds(connection: string, query: AccountQuery, from: number, to: number): Promise<string[]> {
  const offsets = Array.from({ length: Math.ceil((to - from) / most) }, (_, index) => from + index * most)
  const pages = await Promise.all(
    offsets.map((offset) =>
      call('accounts', 'query', { connection, query, offset, limit: Math.min(most, to - offset) }),
    ),
  )
  return pages.flatMap(({ rows }) => rows.map(({ id }) => id))
}
