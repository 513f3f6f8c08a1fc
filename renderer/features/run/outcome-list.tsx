import { useMemo } from 'react'
import type { RunChange, RunQuery, RunSummary } from '../../../shared/model/run.ts'
import { driftedOf } from '../../../shared/words/run-words.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { call } from '../../api.ts'
import { Tools } from '../../components/board.tsx'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { copying } from '../../components/data-grid/row-action.ts'
import { type FilterChip, FilterChips } from '../../components/filter-chips.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { tellingCopied } from '../../components/tell-copied.ts'
import { useFormat } from '../../format.tsx'
import { outcomeColumns } from './outcome-columns.tsx'
import classes from './run.module.css'
import { runChangesSource, useLiveOutcomes } from './use-run.ts'

const nothing: Record<RunQuery['show'], string> = texts({
  all: 'No outcome.',
  failed: 'Nothing failed.',
  stale: 'Nothing changed in K2 after the review.',
  done: 'Nothing is done yet.',
  drifted: 'Everything is as intended.',
  pending: 'Everything can be seen in K2.',
  waiting: 'Nothing is waiting.',
  'not-sent': 'Everything was sent.',
})

/** The parts of the list that there is something of; those that are rare have no chip while they are empty. */
function chipsOf({ outcomes, verified }: RunSummary): readonly FilterChip<RunQuery['show']>[] {
  const drifted = verified === null ? 0 : driftedOf(verified)
  const hidden = verified === null ? 0 : verified.pending + verified.unseen
  const rare = [
    { value: 'stale', words: t('Changed in K2'), count: outcomes.stale },
    { value: 'drifted', words: t('Not as intended'), count: drifted },
    { value: 'pending', words: t('Not visible'), count: hidden },
    { value: 'waiting', words: t('Waiting'), count: outcomes.waiting + outcomes['under-way'] },
    { value: 'not-sent', words: t('Not sent'), count: outcomes['not-sent'] },
  ] as const
  return [
    { value: 'all', words: t('All'), count: null },
    { value: 'failed', words: t('Failed'), count: outcomes.failed },
    { value: 'done', words: t('Done'), count: null },
    ...rare.filter(({ count }) => count > 0),
  ]
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
  const verified = run.verified !== null
  const columns = useMemo(
    () => outcomeColumns(format, verified, ({ id }: RunChange) => onDetails(id)),
    [format, verified, onDetails],
  )
  const copyRows = tellingCopied('outcomes')
  return (
    <>
      <Tools>
        <FilterChips
          joined
          label={t('Show outcomes')}
          chips={chipsOf(run)}
          value={query.show}
          onChange={(show) => onQuery({ ...query, show })}
        />
        <SearchField
          label={t('Search outcomes')}
          placeholder={t('Search outcomes')}
          value={query.search}
          onChange={(search) => onQuery({ ...query, search })}
          width={240}
        />
      </Tools>
      <div className={classes.list}>
        <DataGrid
          label={t('Outcomes')}
          columns={columns}
          source={source}
          keyOf={({ id }) => id}
          current={props.current}
          onFollow={({ id }) => onDetails(id)}
          actions={({ name, userName, accountId }) => [
            [copying('name', name), copying('signInName', userName), copying('accountId', accountId)],
          ]}
          onCopy={() => copyRows(call('runs', 'copy', { connection: run.connection, run: run.id, query }))}
          empty={query.search === '' ? nothing[query.show] : t('Nothing matches “{search}”.', { search: query.search })}
        />
      </div>
    </>
  )
}
