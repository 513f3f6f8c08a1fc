import type { RunSummary } from '../../../shared/model/run.ts'
import type { Format } from '../../../shared/words/locale-format.ts'
import { kindsWords, needing } from '../../../shared/words/run-words.ts'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { RunBadge } from '../../components/status-badge.tsx'
import words from '../../components/words.module.css'
import classes from './history.module.css'

/** What came of a run, in counts: `1,269 done · 15 failed`. */
export function outcomesWords(run: RunSummary, { number }: Format): string {
  const { outcomes } = run
  const parts = [
    [outcomes.done, 'done'],
    [needing(run), 'failed'],
    [outcomes.waiting + outcomes['under-way'], 'waiting'],
    [outcomes['not-sent'], 'not sent'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${number(count)} ${word}`)
    .join(' · ')
}

/** Whether a run was read back, or undone. */
export function afterWords({ verified, undoes, undoneBy }: RunSummary): string {
  const parts = [
    ...(undoes === null ? [] : [`Undoes ${undoes.slice(0, 6)}`]),
    ...(undoneBy === null ? [] : [`Undone by ${undoneBy.slice(0, 6)}`]),
    ...(verified === null ? [] : [verified.asIntended === verified.checked ? 'Verified' : 'Verified in part']),
  ]
  return parts.join(' · ')
}

/** The columns of the list of runs. */
export const runsColumns = (format: Format, onOpen: (run: RunSummary) => void): readonly GridColumn<RunSummary>[] => [
  {
    id: 'startedAt',
    title: 'Started',
    width: 240,
    min: 230,
    grow: 3,
    cell: (run) => (
      <button type="button" tabIndex={-1} className={classes.open} onClick={() => onOpen(run)}>
        {format.dateTime(run.startedAt)}
      </button>
    ),
  },
  { id: 'status', title: 'State', width: 150, min: 110, cell: ({ status }) => <RunBadge status={status} /> },
  {
    id: 'kinds',
    title: 'Changes',
    width: 240,
    min: 120,
    grow: 4,
    hideBelow: 760,
    cell: ({ kinds }) => <span className={words.quiet}>{kindsWords(kinds, false, format)}</span>,
  },
  {
    id: 'outcomes',
    title: 'Outcomes',
    width: 200,
    min: 120,
    grow: 3,
    hideBelow: 480,
    cell: (run) => <span className={needing(run) > 0 ? words.bad : undefined}>{outcomesWords(run, format)}</span>,
  },
  {
    id: 'after',
    title: 'Afterwards',
    width: 160,
    min: 100,
    grow: 2,
    hideBelow: 900,
    cell: (run) => <span className={words.quiet}>{afterWords(run)}</span>,
  },
  {
    id: 'by',
    title: 'By',
    width: 130,
    min: 90,
    grow: 2,
    hideBelow: 620,
    cell: ({ by }) => <bdi className={words.quiet}>{by}</bdi>,
  },
]
