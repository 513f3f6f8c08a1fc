import { Paper, Progress } from '@mantine/core'
import type { RunProgress } from '../../../shared/model/run.ts'
import { ended, needing, paceWords } from '../../../shared/words/run-words.ts'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import classes from './run.module.css'

/** How far a run has come: a bar with a part for each outcome, counts, rate and time left. */
export function ProgressCard({ progress }: { progress: RunProgress }) {
  const format = useFormat()
  const { number } = format
  const { run } = progress
  const { outcomes, total } = run
  const failed = needing(run)
  // While the run waits for something, what had been refused is not on its way either.
  const waits = run.status === 'waiting-for-sign-in' || run.status === 'waiting-for-network'
  const underWay = waits ? 0 : outcomes['under-way']
  const parts = [
    { tone: 'teal', word: 'done', count: outcomes.done },
    { tone: 'red', word: 'failed', count: failed },
    { tone: 'indigo', word: 'under way', count: underWay },
    {
      tone: 'gray',
      word: outcomes['not-sent'] > 0 ? 'not sent' : 'waiting',
      count: outcomes.waiting + outcomes['under-way'] - underWay + outcomes['not-sent'],
    },
  ] as const
  const bars = parts.filter(({ tone }) => tone !== 'gray')
  return (
    <Paper p="md">
      <div className={classes.line}>
        <strong>
          {number(ended(run) - outcomes['not-sent'])} of {number(total)}
        </strong>
        <span className={words.quiet}>{paceWords(progress, format)}</span>
      </div>
      <Progress.Root size={14} radius="xl" className={classes.bar}>
        {bars.map(({ tone, word, count }) => (
          <Progress.Section
            key={word}
            value={total === 0 ? 0 : (count / total) * 100}
            color={`var(--run-${tone})`}
            striped={tone === 'indigo'}
            aria-label={`Changes ${word}`}
            aria-valuetext={`${number(count)} of ${number(total)}`}
          />
        ))}
      </Progress.Root>
      <ul className={classes.counts}>
        {parts.map(({ tone, word, count }) => (
          <li key={word}>
            <span className={classes.dot} data-tone={tone} aria-hidden />
            <strong>{number(count)}</strong> {word}
          </li>
        ))}
      </ul>
    </Paper>
  )
}
