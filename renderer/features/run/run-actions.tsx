import { Button } from '@mantine/core'
import { IconArrowBackUp, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import type { RunSummary } from '../../../shared/model/run.ts'
import { needing } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { ExportMenu } from '../../components/export-menu.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { ReadOnlyWords } from '../connections/read-only-words.tsx'
import type { useRun } from './use-run.ts'

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** What is planned anew: `Retry 15 failed`, `Push the 672 not sent`. */
function retryWords(run: RunSummary): string | null {
  const failed = needing(run)
  const unsent = run.outcomes['not-sent']
  if (failed > 0 && unsent > 0) {
    return t('Retry {failed, number} failed and {unsent, number} not sent', { failed, unsent })
  }
  if (failed > 0) return t('Retry {failed, number} failed', { failed })
  return unsent > 0 ? t('Push the {unsent, number} not sent', { unsent }) : null
}

function LiveActions({ run, act }: { run: RunSummary; act: ReturnType<typeof useRun> }) {
  const { readOnly } = useConnection()
  return (
    <>
      {readOnly ? <ReadOnlyWords>{t('This connection is read-only: the push waits.')}</ReadOnlyWords> : null}
      {run.status === 'running' ? (
        <Button
          variant="default"
          disabled={act.steering}
          leftSection={<IconPlayerPause {...icon} />}
          onClick={() => act.steer('pause')}
        >
          {t('Pause')}
        </Button>
      ) : null}
      {run.status === 'paused' && !readOnly ? (
        <Button disabled={act.steering} leftSection={<IconPlayerPlay {...icon} />} onClick={() => act.steer('resume')}>
          {t('Resume')}
        </Button>
      ) : null}
      <Button
        variant="default"
        disabled={act.steering || run.status === 'stopping'}
        leftSection={<IconPlayerStop {...icon} />}
        onClick={() => act.steer('stop')}
      >
        {t('Stop after current')}
      </Button>
    </>
  )
}

/** What can be done with a run: pause, resume and stop while it goes on; export, undo and retry afterwards. */
export function RunActions({ run, act }: { run: RunSummary; act: ReturnType<typeof useRun> }) {
  const { go } = useNavigation()
  const { readOnly } = useConnection()
  if (run.endedAt === null) return <LiveActions run={run} act={act} />
  const retry = retryWords(run)
  const undoneBy = run.undoneBy
  return (
    <>
      {readOnly ? <ReadOnlyWords>{t('Read-only: nothing can be undone or retried.')}</ReadOnlyWords> : null}
      <ExportMenu
        formats={[
          ['html', t('Report (HTML)')],
          ['csv', t('Table (CSV)')],
          ['json', t('Everything (JSON)')],
        ]}
        exporting={act.saving}
        onExport={act.save}
      />
      {undoneBy === null ? (
        <Button
          variant="default"
          disabled={run.outcomes.done === 0 || readOnly}
          loading={act.planning === 'undo'}
          leftSection={<IconArrowBackUp {...icon} />}
          onClick={() => act.plan('undo')}
        >
          {t('Undo this run…')}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp {...icon} />}
          onClick={() => go({ at: 'run', run: undoneBy })}
        >
          {t('Undone by run {run}', { run: undoneBy })}
        </Button>
      )}
      {retry === null || readOnly ? null : (
        <Button
          loading={act.planning === 'retryFailed'}
          leftSection={<IconRefresh {...icon} />}
          onClick={() => act.plan('retryFailed')}
        >
          {retry}
        </Button>
      )}
    </>
  )
}
