import { Button, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { RunSummary } from '../../../shared/model/run.ts'
import { kindsWords, runTitle } from '../../../shared/words/run-words.ts'
import { failureOf, useCall } from '../../api.ts'
import { Board, Tools } from '../../components/board.tsx'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import type { RowSource } from '../../components/data-grid/use-stretches.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Page } from '../../components/page.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { RowsSkeleton } from '../../components/skeletons.tsx'
import { type Format, useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { afterWords, outcomesWords, runsColumns } from './runs-columns.tsx'

/** The runs whose words hold everything that is searched for. */
function matching(runs: readonly RunSummary[], search: string, format: Format): readonly RunSummary[] {
  const terms = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (terms.length === 0) return runs
  return runs.filter((run) => {
    const words = [
      run.id,
      run.by,
      format.dateTime(run.startedAt),
      runTitle(run, format),
      kindsWords(run.kinds, false, format),
      outcomesWords(run, format),
      afterWords(run),
    ]
    const text = words.join(' ').toLowerCase()
    return terms.every((term) => text.includes(term))
  })
}

/** Every run ever, the latest first; each opens with its outcomes. */
export function RunsScreen() {
  const connection = useConnection().id
  const { go } = useNavigation()
  const format = useFormat()
  const [search, setSearch] = useState('')
  const asked = useCall('runs', 'list', { connection })
  const runs = asked.data
  const source = useMemo<RowSource<RunSummary>>(() => {
    const rows = [...matching(runs ?? [], search, format)].sort((a, b) => b.startedAt - a.startedAt)
    return {
      key: ['runs', 'shown', connection, search],
      fetch: (offset, limit) => Promise.resolve({ total: rows.length, rows: rows.slice(offset, offset + limit) }),
    }
  }, [runs, search, format, connection])
  const client = useQueryClient()
  useEffect(() => {
    // The list is here already; what the grid keeps of it follows when a run moves on.
    if (runs) void client.invalidateQueries({ queryKey: ['runs', 'shown', connection] })
  }, [runs, client, connection])
  const columns = useMemo(() => runsColumns(format, ({ id }) => go({ at: 'run', run: id })), [format, go])
  const empty = runs !== undefined && runs.length === 0
  return (
    <Page title="Runs" fill facts={runs && !empty ? format.count(runs.length, 'run', 'runs') : null}>
      <Board>
        {asked.error ? <ErrorPanel failure={failureOf(asked.error)} retry={() => void asked.refetch()} /> : null}
        {asked.isPending ? <RowsSkeleton label="Reading the runs" /> : null}
        {empty ? (
          <EmptyState
            icon={<IconHistory size={22} stroke={1.75} />}
            title="Nothing has been pushed yet"
            text="Pick people, review what would change and push it. Every run stays here with its outcomes."
            actions={
              <Button variant="default" onClick={() => go({ at: 'people' })}>
                Go to People
              </Button>
            }
          />
        ) : null}
        {runs && !empty ? (
          <>
            <Tools>
              <SearchField
                label="Search runs"
                placeholder="Search date, person, outcome"
                value={search}
                onChange={setSearch}
              />
            </Tools>
            <DataGrid
              label="Runs"
              columns={columns}
              source={source}
              keyOf={({ id }) => id}
              onOpen={({ id }) => go({ at: 'run', run: id })}
              empty={
                <Text fz="sm" c="dimmed" role="status">
                  No run matches “{search}”.
                </Text>
              }
            />
          </>
        ) : null}
      </Board>
    </Page>
  )
}
