import { Paper, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RunProgress } from '../../../shared/model/run.ts'
import { ended, needing, paceWords } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'
import words from '../../components/words.module.css'
import { useFormat } from '../../format.tsx'
import classes from './run.module.css'

/** A part of the run, with the colour of its bar. */
function Part({ tone, children }: { tone: 'teal' | 'red' | 'indigo' | 'gray'; children: ReactNode }) {
  return (
    <li>
      <span className={classes.dot} data-tone={tone} aria-hidden />
      {children}
    </li>
  )
}

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
  const strong = (inner: ReactNode) => <strong>{inner}</strong>
  const unsent = outcomes['not-sent']
  const rest = outcomes.waiting + outcomes['under-way'] - underWay + unsent
  const bars = [
    { tone: 'teal', label: t('Changes done'), count: outcomes.done },
    { tone: 'red', label: t('Changes failed'), count: failed },
    { tone: 'indigo', label: t('Changes under way'), count: underWay },
  ] as const
  return (
    <Paper p="md">
      <div className={classes.line}>
        <strong>{t('{done} of {total}', { done: number(ended(run) - unsent), total: number(total) })}</strong>
        <span className={words.quiet}>{paceWords(progress, format)}</span>
      </div>
      <Progress.Root size={14} radius="xl" className={classes.bar}>
        {bars.map(({ tone, label, count }) => (
          <Progress.Section
            key={tone}
            value={total === 0 ? 0 : (count / total) * 100}
            color={`var(--run-${tone})`}
            striped={tone === 'indigo'}
            aria-label={label}
            aria-valuetext={t('{done} of {total}', { done: number(count), total: number(total) })}
          />
        ))}
      </Progress.Root>
      <ul className={classes.counts}>
        <Part tone="teal">
          <Sentence message="<b>{count, number}</b> done" values={{ count: outcomes.done, b: strong }} />
        </Part>
        <Part tone="red">
          <Sentence message="<b>{count, number}</b> failed" values={{ count: failed, b: strong }} />
        </Part>
        <Part tone="indigo">
          <Sentence message="<b>{count, number}</b> under way" values={{ count: underWay, b: strong }} />
        </Part>
        <Part tone="gray">
          {unsent > 0 ? (
            <Sentence message="<b>{count, number}</b> not sent" values={{ count: rest, b: strong }} />
          ) : (
            <Sentence message="<b>{count, number}</b> waiting" values={{ count: rest, b: strong }} />
          )}
        </Part>
      </ul>
    </Paper>
  )
}
