import type { RunChange } from '../../../shared/model/run.ts'
import { isPending, outcomeWords } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { changeColumns } from '../../components/change-columns.tsx'
import type { GridColumn } from '../../components/data-grid/column.ts'
import { OutcomeMark } from '../../components/outcome.tsx'
import words from '../../components/words.module.css'
import type { Format } from '../../format.tsx'
import classes from './run.module.css'

const isBad = ({ outcome }: RunChange) => outcome === 'failed' || outcome === 'stale'

/** The way on from a change that did not get through; the details have the buttons. */
function wayOn({ failure, offer }: RunChange): string {
  if (offer) return t('Link or leave out')
  return failure?.code === 'scim-invalid' ? t('Fix at the source') : t('Details')
}

/** The columns of the outcomes of a run; `verified`: it was read back since. */
export const outcomeColumns = (
  { number }: Format,
  verified: boolean,
  onDetails: (change: RunChange) => void,
): readonly GridColumn<RunChange>[] => [
  {
    id: 'outcome',
    title: t('Outcome'),
    untitled: true,
    width: 40,
    min: 40,
    cell: ({ outcome, attempts }) => <OutcomeMark outcome={outcome} retrying={attempts > 1} />,
  },
  ...changeColumns<RunChange>(),
  {
    id: 'words',
    title: t('What happened'),
    width: 360,
    min: 140,
    grow: 6,
    hideBelow: 480,
    cell: (change) => {
      const text = outcomeWords(change, verified)
      const isOff = (change.drift !== null && change.drift.length > 0) || isPending(change, verified)
      const look = isBad(change) ? words.bad : isOff ? words.warn : words.quiet
      return (
        <bdi className={look} title={text}>
          {text}
        </bdi>
      )
    },
  },
  {
    id: 'end',
    title: t('Time taken, or the way on'),
    untitled: true,
    width: 190,
    min: 90,
    align: 'end',
    cell: (change) => {
      if (isBad(change)) {
        return (
          <button
            type="button"
            tabIndex={-1}
            className={classes.link}
            aria-label={`${wayOn(change)}: ${change.name}`}
            onClick={() => onDetails(change)}
          >
            {wayOn(change)}
          </button>
        )
      }
      return change.duration === null ? null : (
        <span className={words.quiet}>{t('{duration} ms', { duration: number(change.duration) })}</span>
      )
    },
  },
]
