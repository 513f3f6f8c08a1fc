import { Button, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { RunQuery, RunSummary } from '../../../shared/model/run.ts'
import { runTitle, spokenProgress } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Page } from '../../components/page.tsx'
import { SavedNotice } from '../../components/saved-notice.tsx'
import { RowsSkeleton } from '../../components/skeletons.tsx'
import { type Format, useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { ChangeDetail } from './change-detail.tsx'
import { DoneCards } from './done-cards.tsx'
import { OutcomeList } from './outcome-list.tsx'
import classes from './run.module.css'
import { RunActions } from './run-actions.tsx'
import { RunBanner } from './run-banner.tsx'
import { ProgressCard } from './run-progress.tsx'
import { useRun } from './use-run.ts'

/** How often at most a screen reader is told how far the run is, in milliseconds. */
const spokenEvery = 10_000

function factsOf(run: RunSummary, { date, time }: Format): string {
  const plan = t('plan {plan}', { plan: run.id.slice(0, 6) })
  const undo = run.undoes === null ? [] : [t('undoes run {run}', { run: run.undoes.slice(0, 6) })]
  const { by } = run
  const from = time(run.startedAt)
  if (run.endedAt === null) return [t('Started {from} by {by}', { from, by }), plan, ...undo].join(' · ')
  const when = t('{day}, {from} to {to}', { day: date(run.startedAt), from, to: time(run.endedAt) })
  return [when, t('by {by}', { by }), plan, ...undo].join(' · ')
}

/** Tells screen readers how a run goes: every new state at once, progress now and then. */
function Spoken({ run }: { run: RunSummary }) {
  const format = useFormat()
  const title = runTitle(run, format)
  const latest = useRef('')
  latest.current = spokenProgress(run, format)
  const [words, setWords] = useState('')
  useEffect(() => setWords(title), [title])
  const over = run.endedAt !== null
  useEffect(() => {
    if (over) return
    const timer = setInterval(() => setWords(latest.current), spokenEvery)
    return () => clearInterval(timer)
  }, [over])
  return <VisuallyHidden role="status">{words}</VisuallyHidden>
}

/** The list of a run as it is opened: one that has ended shows what needs the admin first. */
function firstQuery({ endedAt, outcomes }: RunSummary, search: string): RunQuery {
  if (endedAt === null || search !== '') return { search, show: 'all' }
  return { search, show: outcomes.failed > 0 ? 'failed' : outcomes.stale > 0 ? 'stale' : 'all' }
}

function RunBoard({ run, search }: { run: RunSummary; search: string }) {
  const [query, setQuery] = useState(() => firstQuery(run, search))
  const [current, setCurrent] = useState<number | null>(null)
  return (
    <>
      <OutcomeList run={run} query={query} current={current} onQuery={setQuery} onDetails={setCurrent} />
      {current === null ? null : <ChangeDetail run={run} change={current} onClose={() => setCurrent(null)} />}
    </>
  )
}

/** The carrying out of a plan: how far it is while it goes on, what came of it afterwards, and every change's outcome. */
export function RunScreen({ run: id, search }: { run: string; search: string }) {
  const connection = useConnection().id
  const act = useRun(connection, id)
  const format = useFormat()
  const { go } = useNavigation()
  const { progress, missing, failure, saved } = act
  const run = progress?.run
  return (
    <Page
      title={run ? runTitle(run, format) : t('Run')}
      fill
      facts={run ? factsOf(run, format) : null}
      actions={run ? <RunActions run={run} act={act} /> : null}
      ownSessionNotice={run?.status === 'waiting-for-sign-in'}
    >
      <div className={classes.body}>
        {missing ? (
          <ErrorPanel
            failure={missing}
            actions={<Button onClick={() => go({ at: 'runs' })}>{t('See all runs')}</Button>}
          />
        ) : null}
        {failure ? <ErrorPanel failure={failure} /> : null}
        <SavedNotice file={saved} />
        {progress || missing ? null : <RowsSkeleton label={t('Reading the run')} />}
        {run ? <RunBanner run={run} /> : null}
        {progress && run?.endedAt === null ? <ProgressCard progress={progress} /> : null}
        {run && run.endedAt !== null ? <DoneCards run={run} verifying={act.verifying} onVerify={act.verify} /> : null}
        {run ? <RunBoard key={run.endedAt === null ? 'live' : 'ended'} run={run} search={search} /> : null}
        {run ? <Spoken run={run} /> : null}
      </div>
    </Page>
  )
}
