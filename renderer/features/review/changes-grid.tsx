import { useMemo } from 'react'
import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import { whyWords } from '../../../shared/words/plan-words.ts'
import { t } from '../../../shared/words/text.ts'
import { call } from '../../api.ts'
import { changeColumns } from '../../components/change-columns.tsx'
import type { GridColumn, GridSelection } from '../../components/data-grid/column.ts'
import { DataGrid } from '../../components/data-grid/data-grid.tsx'
import { copying } from '../../components/data-grid/row-action.ts'
import { DiffLines } from '../../components/diff.tsx'
import { tellingCopied } from '../../components/tell-copied.ts'
import words from '../../components/words.module.css'
import { useWorded } from '../../format.tsx'
import { changesSource } from './plan-changes.ts'

const columns = (): readonly GridColumn<Change>[] => [
  ...changeColumns<Change>(),
  {
    id: 'why',
    title: t('Why'),
    width: 190,
    min: 120,
    grow: 2,
    hideBelow: 620,
    cell: (change) => <span className={words.quiet}>{whyWords(change)}</span>,
  },
  {
    id: 'what',
    title: t('What changes'),
    width: 300,
    min: 160,
    grow: 5,
    cell: ({ diff, name, kind, resource }) =>
      diff.length === 0 ? (
        <span className={words.quiet}>{t('The whole account')}</span>
      ) : (
        <DiffLines diff={diff} of={name} fresh={(kind === 'create' && resource === 'User') || kind === 'delete'} />
      ),
  },
]

const numbers = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => Math.min(from, to) + index)

/** A row a change: a tick pushes it, no tick leaves it out. */
export function ChangesGrid(props: {
  connection: string
  plan: PlanSummary
  onLeaveOut: (changes: number[], leftOut: boolean) => void
}) {
  const { connection, plan, onLeaveOut } = props
  const source = useMemo(() => changesSource(connection, plan.id), [connection, plan.id])
  const selection: GridSelection<Change> = {
    title: t('Push'),
    isSelected: ({ leftOut }) => !leftOut,
    extent: plan.leftOut === 0 ? 'all' : plan.total === 0 ? 'none' : 'some',
    labelOf: ({ kind, name }) =>
      t(
        '{kind, select, create {Push create of {name}} update {Push update of {name}} reactivate {Push reactivate of {name}} deactivate {Push deactivate of {name}} other {Push delete of {name}}}',
        { kind, name },
      ),
    labelOfAll: t('Push all changes'),
    onToggle: ({ id, leftOut }) => onLeaveOut([id], !leftOut),
    // A change's id is its place in the plan, counted from 1.
    onRange: (from, to, row) => {
      if (row) onLeaveOut(numbers(from + 1, to + 1), !row.leftOut)
    },
    onAll: () => onLeaveOut(numbers(1, plan.total + plan.leftOut), plan.leftOut === 0),
  }
  const copyRows = tellingCopied('changes')
  return (
    <DataGrid
      tall
      label={t('Changes')}
      columns={useWorded(columns)}
      source={source}
      keyOf={({ id }) => id}
      selection={selection}
      onCopy={() => copyRows(call('plans', 'copy', { connection, plan: plan.id }))}
      actions={({ name, userName }) => [[copying('name', name), copying('signInName', userName)]]}
      isStruck={({ leftOut }) => leftOut}
      empty={t('There is nothing to change.')}
    />
  )
}
