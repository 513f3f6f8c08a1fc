import { useMemo } from 'react'
import type { RunChange, RunQuery, RunSummary } from '../../../shared/model/run.ts'
import { needing } from '../../../shared/words/run-words.ts'
import { Tools } from '../../components/board.tsx'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { FilterChips } from '../../components/filter-chips.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { useFormat } from '../../format.tsx'
import { outcomeColumns } from './outcome-columns.tsx'
import classes from './run.module.css'
import { runChangesSource, useLiveOutcomes } from './use-run.ts'

const nothing: Record<RunQuery['show'], string> = {
  all: 'No outcome',
  failed: 'Nothing failed',
  done: 'Nothing is done yet',
  waiting: 'Nothing is waiting',
}

/** What became of each change, as it comes. */
export function OutcomeList(props: {
  run: RunSummary
  query: RunQuery
  current: number | null
  onQuery: (query: RunQuery) => void
  onDetails: (change: number) => void
}) {
  const { run, query, onQuery, onDetails } = props
  const format = useFormat()
  const source = useMemo(() => runChangesSource(run.connection, run.id, query), [run.connection, run.id, query])
  useLiveOutcomes(run.connection, run.id, query)
  const columns = useMemo(() => outcomeColumns(format, ({ id }: RunChange) => onDetails(id)), [format, onDetails])
  const open = run.outcomes.waiting + run.outcomes['under-way'] + run.outcomes['not-sent']
  const chips = [
    { value: 'all' as const, words: 'All', count: null },
    { value: 'failed' as const, words: 'Failed', count: needing(run) },
    { value: 'done' as const, words: 'Done', count: null },
    ...(open > 0
      ? [{ value: 'waiting' as const, words: run.endedAt === null ? 'Waiting' : 'Not sent', count: null }]
      : []),
  ]
  return (
    <>
      <Tools>
        <FilterChips
          joined
          label="Show outcomes"
          chips={chips}
          value={query.show}
          onChange={(show) => onQuery({ ...query, show })}
        />
        <SearchField
          label="Search outcomes"
          placeholder="Search outcomes"
          value={query.search}
          onChange={(search) => onQuery({ ...query, search })}
          width={240}
        />
      </Tools>
      <div className={classes.list}>
        <DataGrid
          label="Outcomes"
          columns={columns}
          source={source}
          keyOf={({ id }) => id}
          current={props.current}
          onFollow={({ id }) => onDetails(id)}
          empty={query.search === '' ? `${nothing[query.show]}.` : `Nothing matches “${query.search}”.`}
        />
      </div>
    </>
  )
}
