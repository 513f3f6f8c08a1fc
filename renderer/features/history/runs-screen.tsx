import { Button, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { FoundRun, RunSummary } from '../../../shared/model/run.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { Board, Tools } from '../../components/board.tsx'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { copying } from '../../components/data-grid/row-action.ts'
import type { RowSource } from '../../components/data-grid/use-stretches.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Page } from '../../components/page.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { RowsSkeleton } from '../../components/skeletons.tsx'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { type RunRow, runsColumns } from './runs-columns.tsx'

/** The runs to show, the latest first: all of them, or those that a search has found. */
function rowsOf(runs: readonly RunSummary[], found: readonly FoundRun[] | null): readonly RunRow[] {
  const byId = found && new Map(found.map((each) => [each.run, each]))
  return runs
    .map((run) => ({ ...run, found: byId?.get(run.id) ?? null }))
    .filter((run) => byId === null || run.found !== null)
    .sort((a, b) => b.startedAt - a.startedAt)
}

/** How many runs there are, or were found with how many changes in them. */
function factsOf(rows: readonly RunRow[], all: number, searching: boolean): string {
  if (!searching) return t('{count, plural, one {# run} other {# runs}}', { count: all })
  const hits = rows.reduce((sum, { found }) => sum + (found?.hits ?? 0), 0)
  const changes =
    hits === 0 ? [] : [t('{count, plural, one {# change matches} other {# changes match}}', { count: hits })]
  const runs = t('{shown, number} of {all, plural, one {# run} other {# runs}}', { shown: rows.length, all })
  return [runs, ...changes].join(' · ')
}

/** Every run ever, the latest first; each opens with its outcomes. */
export function RunsScreen() {
  const connection = useConnection().id
  const { go } = useNavigation()
  const format = useFormat()
  const [search, setSearch] = useState('')
  const asked = useCall('runs', 'list', { connection })
  const runs = asked.data
  const searching = search.trim() !== ''
  const hunt = useCall('runs', 'search', searching ? { connection, search } : null, {
    placeholderData: (previous) => previous,
  })
  const found = searching ? hunt.data : null
  const rows = useMemo(() => rowsOf(runs ?? [], found ?? null), [runs, found])
  const source = useMemo<RowSource<RunRow>>(
    () => ({
      key: ['runs', 'shown', connection, search],
      fetch: (offset, limit) => Promise.resolve({ total: rows.length, rows: rows.slice(offset, offset + limit) }),
    }),
    [rows, search, connection],
  )
  const client = useQueryClient()
  useEffect(() => {
    // The list is here already; what the grid keeps of it follows when a run moves on.
    if (rows) void client.invalidateQueries({ queryKey: ['runs', 'shown', connection] })
  }, [rows, client, connection])
  const open = useCallback(
    ({ id, found: within }: RunRow) => go({ at: 'run', run: id, search: within?.within ?? '' }),
    [go],
  )
  const columns = useMemo(
    () => runsColumns(format, open).filter(({ id }) => searching || id !== 'found'),
    [format, open, searching],
  )
  const empty = runs !== undefined && runs.length === 0
  return (
    <Page title={t('Runs')} fill facts={runs && !empty ? factsOf(rows, runs.length, searching) : null}>
      <Board>
        {asked.error ? <ErrorPanel failure={failureOf(asked.error)} retry={() => void asked.refetch()} /> : null}
        {hunt.error ? <ErrorPanel failure={failureOf(hunt.error)} retry={() => void hunt.refetch()} /> : null}
        {asked.isPending ? <RowsSkeleton label={t('Reading the runs')} /> : null}
        {empty ? (
          <EmptyState
            icon={<IconHistory size={22} stroke={1.75} />}
            title={t('Nothing has been pushed yet')}
            text={t('Pick people, review what would change and push it. Every run stays here with its outcomes.')}
            actions={
              <Button variant="default" onClick={() => go({ at: 'people' })}>
                {t('Go to People')}
              </Button>
            }
          />
        ) : null}
        {runs && !empty ? (
          <>
            <Tools>
              <SearchField
                label={t('Search runs')}
                placeholder={t('Search person, date, outcome, id')}
                value={search}
                onChange={setSearch}
              />
            </Tools>
            <DataGrid
              label={t('Runs')}
              columns={columns}
              source={source}
              keyOf={({ id }) => id}
              onOpen={open}
              actions={({ id, by }) => [[copying('id', id), copying('admin', by)]]}
              empty={
                <Text fz="sm" c="dimmed" role="status">
                  {t('No run matches “{search}”.', { search })}
                </Text>
              }
            />
          </>
        ) : null}
      </Board>
    </Page>
  )
}
