import { changeKinds } from '../../../shared/model/change.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import { changeWords } from '../../../shared/words/change-words.ts'
import { t } from '../../../shared/words/text.ts'
import { changeLooks } from '../../components/change-badge.tsx'
import { useFormat } from '../../format.tsx'
import classes from './review.module.css'

/** Kinds that have a card only when there is something of them. */
const rare = new Set(['delete', 'none'])

/** How many changes of each kind the push would send, and how many were left out. */
export function CountCards({ plan }: { plan: PlanSummary }) {
  const { number } = useFormat()
  const kinds = changeKinds.filter((kind) => !rare.has(kind) || plan.counts[kind] > 0)
  const cards = [
    ...kinds.map((kind) => ({ word: changeWords[kind].word, tone: changeLooks[kind].tone, count: plan.counts[kind] })),
    { word: t('Left out'), tone: 'gray' as const, count: plan.leftOut },
  ]
  return (
    <dl className={classes.cards} aria-label={t('Changes by kind')}>
      {cards.map(({ word, tone, count }) => (
        <div key={word} className={classes.card} data-tone={tone}>
          <dt>{word}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
