import type { FoundRun, RunSummary } from '../../../shared/model/run.ts'
import type { Format } from '../../../shared/words/locale-format.ts'
import { afterWords, kindsWords, needing, outcomesWords } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { RunBadge } from '../../components/status-badge.tsx'
import words from '../../components/words.module.css'
import classes from './history.module.css'

/** A run as the list shows it; `found` is what a search has found in it, null while nothing is searched for. */
export interface RunRow extends RunSummary {
  readonly found: FoundRun | null
}

/** The columns of the list of runs. */
export const runsColumns = (format: Format, onOpen: (run: RunRow) => void): readonly GridColumn<RunRow>[] => [
  {
    id: 'startedAt',
    title: t('Started'),
    width: 240,
    min: 230,
    grow: 3,
    cell: (run) => (
      <button type="button" tabIndex={-1} className={classes.open} onClick={() => onOpen(run)}>
        {format.dateTime(run.startedAt)}
      </button>
    ),
  },
  {
    id: 'found',
    title: t('Found'),
    width: 110,
    min: 90,
    cell: ({ found }) =>
      found !== null && found.hits > 0
        ? t('{count, plural, one {# change} other {# changes}}', { count: found.hits })
        : null,
  },
  { id: 'status', title: t('State'), width: 150, min: 110, cell: ({ status }) => <RunBadge status={status} /> },
  {
    id: 'kinds',
    title: t('Changes'),
    width: 240,
    min: 120,
    grow: 4,
    hideBelow: 760,
    cell: ({ kinds }) => <span className={words.quiet}>{kindsWords(kinds, false, format)}</span>,
  },
  {
    id: 'outcomes',
    title: t('Outcomes'),
    width: 200,
    min: 120,
    grow: 3,
    hideBelow: 480,
    cell: (run) => <span className={needing(run) > 0 ? words.bad : undefined}>{outcomesWords(run, format)}</span>,
  },
  {
    id: 'after',
    title: t('Afterwards'),
    width: 160,
    min: 100,
    grow: 2,
    hideBelow: 900,
    cell: (run) => <span className={words.quiet}>{afterWords(run)}</span>,
  },
  {
    id: 'by',
    title: t('By'),
    width: 130,
    min: 90,
    grow: 2,
    hideBelow: 620,
    cell: ({ by }) => <bdi className={words.quiet}>{by}</bdi>,
  },
]
