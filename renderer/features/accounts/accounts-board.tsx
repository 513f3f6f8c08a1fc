import { Button, Group, Text } from '@mantine/core'
import { useMemo } from 'react'
import { type AccountQuery, type AccountRow, accountColumns } from '../../../shared/model/account.ts'
import { type Message, msg, t, textOf } from '../../../shared/words/text.ts'
import { call, failureOf } from '../../api.ts'
import { Tools } from '../../components/board.tsx'
import { sortingBy } from '../../components/data-grid/column.ts'
import { ColumnsButton } from '../../components/data-grid/columns-button.tsx'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { copying } from '../../components/data-grid/row-action.ts'
import { useArranged } from '../../components/data-grid/use-arranged.ts'
import { useFirstStretch } from '../../components/data-grid/use-stretches.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FilterChips } from '../../components/filter-chips.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { SidePanel, Split } from '../../components/side-panel.tsx'
import { tell } from '../../components/tell.tsx'
import { tellingCopied } from '../../components/tell-copied.ts'
import { AccountPanel } from './account-panel.tsx'
import { accountsColumn, offeredAccountsColumns, ownAccountsColumns } from './accounts-columns.tsx'
import { type AccountsView, accountsSource, type useAccountsView } from './accounts-view.ts'
import { useAccountsSelection } from './use-accounts-selection.ts'

const chips = [
  { value: 'all', words: msg('All') },
  { value: 'active', words: msg('Active') },
  { value: 'inactive', words: msg('Inactive') },
  { value: 'unmatched', words: msg('No person here') },
] as const satisfies readonly { value: AccountQuery['show']; words: Message }[]

const actions = ({ id, name, userName, email }: AccountRow) => [
  [copying('name', name), copying('signInName', userName), copying('email', email), copying('id', id)],
]

/** How many accounts each chip would show for the search. */
function useChipCounts(connection: string, query: AccountQuery) {
  const counted = (show: AccountQuery['show']) => accountsSource(connection, { ...query, show })
  const all = useFirstStretch(counted('all'))
  const active = useFirstStretch(counted('active'))
  const inactive = useFirstStretch(counted('inactive'))
  const unmatched = useFirstStretch(counted('unmatched'))
  return { all, active, inactive, unmatched }
}

/** Chips, search, the grid of accounts, and the one under the keyboard beside it. */
export function AccountsBoard(props: {
  connection: string
  view: AccountsView
  change: ReturnType<typeof useAccountsView>[1]
}) {
  const { connection, view, change } = props
  const { query } = view
  const source = useMemo(() => accountsSource(connection, query), [connection, query])
  const arranged = useArranged(connection, 'accounts', accountsColumn, ownAccountsColumns)
  const head = useFirstStretch(source)
  const counts = useChipCounts(connection, query)
  const selection = useAccountsSelection(connection, view, change, head.data)
  const ask = (part: Partial<AccountQuery>) => change({ query: { ...query, ...part } })
  const copyRows = tellingCopied('accounts')
  const copy = (row: AccountRow | undefined) => {
    const ids = view.selected.size > 0 ? [...view.selected] : row ? [row.id] : []
    if (ids.length === 0) return tell(t('Tick accounts first.'))
    const columns = arranged.shown.flatMap(({ id }) => accountColumns.find((name) => name === id) ?? [])
    copyRows(call('accounts', 'copy', { connection, ids, sort: query.sort, columns }))
  }
  if (head.error) return <ErrorPanel failure={failureOf(head.error)} retry={() => void head.refetch()} />
  return (
    <>
      <Tools>
        <FilterChips
          label={t('Show')}
          chips={chips.map(({ value, words }) => ({
            value,
            words: textOf(words),
            count: counts[value].data?.total ?? null,
          }))}
          value={query.show}
          onChange={(show) => ask({ show })}
        />
        <Group gap={8} wrap="nowrap">
          <SearchField
            label={t('Search accounts')}
            placeholder={t('Search name or e-mail')}
            value={query.search}
            onChange={(search) => ask({ search })}
          />
          <ColumnsButton
            arranged={arranged}
            shown={arranged.shown.map(({ id, title }) => ({ id, title, fixed: id === 'userName' }))}
            offered={offeredAccountsColumns()}
          />
        </Group>
      </Tools>
      <Split>
        <DataGrid
          label={t('K2 accounts')}
          columns={arranged.shown}
          arrangement={arranged.arrangement}
          source={source}
          keyOf={({ id }) => id}
          sort={query.sort}
          onSort={sortingBy(accountColumns, (sort) => ask({ sort }))}
          selection={selection}
          current={view.current}
          onFollow={({ id }) => change({ current: id })}
          onCopy={copy}
          actions={actions}
          keep={`${connection} accounts`}
          empty={
            <Text fz="sm" c="dimmed" ta="center" role="status">
              {query.search === ''
                ? t('No account here.')
                : t('No account matches “{search}”.', { search: query.search })}{' '}
              <Button variant="subtle" onClick={() => ask({ search: '', show: 'all' })}>
                {t('Show all accounts')}
              </Button>
            </Text>
          }
        />
        {view.current === null ? null : (
          <SidePanel label={t('Account')} onClose={() => change({ current: null })}>
            <AccountPanel connection={connection} id={view.current} />
          </SidePanel>
        )}
      </Split>
    </>
  )
}
