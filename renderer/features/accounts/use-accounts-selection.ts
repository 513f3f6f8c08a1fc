import type { AccountRow } from '../../../shared/model/account.ts'
import { t } from '../../../shared/words/text.ts'
import type { GridSelection } from '../../components/data-grid/column.ts'
import { extentOf, toggled, withAll, withoutAll } from '../../components/selection.ts'
import { type AccountsView, accountIds } from './accounts-view.ts'

type Change = (next: Partial<AccountsView> | ((last: AccountsView) => Partial<AccountsView>)) => void

/** The checkboxes of the accounts grid: active accounts to deactivate, inactive ones to delete. */
export function useAccountsSelection(
  connection: string,
  view: AccountsView,
  change: Change,
  head: { total: number; rows: readonly AccountRow[] } | undefined,
): GridSelection<AccountRow> {
  const total = head?.total ?? 0
  const loaded = head && head.rows.length === total ? head.rows.map(({ id }) => id) : undefined
  const extent =
    loaded === undefined && view.selected.size >= total && total > 0 ? 'all' : extentOf(view.selected, loaded, total)
  const select = (to: (selected: ReadonlySet<string>) => ReadonlySet<string>) =>
    change((last) => ({ selected: to(last.selected) }))
  const withIds = (from: number, to: number, then: (ids: readonly string[]) => void) =>
    void accountIds(connection, view.query, from, to).then(then, () => undefined)
  return {
    isSelected: ({ id }) => view.selected.has(id),
    extent,
    labelOf: ({ name, userName }) => t('Select {name}', { name: name || userName }),
    labelOfAll: t('Select all {count, plural, one {# account} other {# accounts}} that match', { count: total }),
    onToggle: ({ id }) => select((selected) => toggled(selected, id)),
    onRange: (from, to) =>
      withIds(Math.min(from, to), Math.max(from, to) + 1, (ids) => select((selected) => withAll(selected, ids))),
    onAll: () =>
      withIds(0, total, (ids) =>
        select((selected) => (extent === 'all' ? withoutAll(selected, ids) : withAll(selected, ids))),
      ),
  }
}
