import { Button, Radio, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconRefresh, IconRotateClockwise } from '@tabler/icons-react'
import {
  type ShownUpdates,
  type UpdateChannel,
  type UpdateState,
  type UpdatesOff,
  updateChannels,
} from '../../../shared/model/updates.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { useFormat } from '../../format.tsx'
import { ManagedNote, usePolicy } from '../policy/policy.tsx'
import { DownloadBar } from './download-bar.tsx'
import { Section } from './section.tsx'

const channelWords: Record<UpdateChannel, { label: string; description: string }> = texts({
  latest: { label: 'Stable', description: 'Finished versions.' },
  beta: { label: 'Beta', description: 'Versions that are still being tried, and every finished one.' },
})

const offWords: Record<Exclude<UpdatesOff, 'policy'>, string> = texts({
  'no-place': 'This build names no place that updates come from. Whoever built it also brings its updates.',
  'not-installed': 'This Muster was not installed, so there is nothing that an update could replace.',
  deployed: 'A deployment tool has installed Muster on this computer, and brings its updates too.',
})

/** Which version this is, whether there is a newer one, and the way to it. */
export function UpdatesSection() {
  const version = useCall('app', 'info', undefined).data?.version
  const updates = useCall('updates', 'shown', undefined).data
  const check = useAct('updates', 'check')
  const restart = useAct('updates', 'restart')
  if (!updates || version === undefined) return null
  const { state } = updates
  const busy = state.at === 'checking' || state.at === 'downloading'
  return (
    <Section
      title={t('Updates')}
      lead={t('This is Muster {version}. An update is installed when you say so, and never during a push.', {
        version,
      })}
      actions={
        state.at === 'off' || state.at === 'ready' ? null : (
          <Button
            variant="default"
            loading={state.at === 'checking'}
            disabled={busy}
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            onClick={() => check.mutate(undefined)}
          >
            {t('Check now')}
          </Button>
        )
      }
    >
      <Stack gap={20}>
        <Progress
          state={state}
          updates={updates}
          onRestart={() => restart.mutate(undefined)}
          restarting={restart.isPending}
        />
        {check.error ? <ErrorPanel failure={failureOf(check.error)} /> : null}
        {restart.error ? <ErrorPanel failure={failureOf(restart.error)} /> : null}
        {state.at === 'off' ? null : <Channel channel={updates.channel} disabled={busy} />}
      </Stack>
    </Section>
  )
}

/** How far it has come. */
function Progress(props: { state: UpdateState; updates: ShownUpdates; onRestart: () => void; restarting: boolean }) {
  const { state, updates, onRestart, restarting } = props
  const format = useFormat()
  const policy = usePolicy()
  if (state.at === 'off') {
    if (state.reason !== 'policy') return <Text fz="sm">{offWords[state.reason]}</Text>
    return policy ? <ManagedNote file={policy.file} /> : null
  }
  if (state.at === 'failed') return <ErrorPanel failure={state.failure} />
  if (state.at === 'downloading') return <DownloadBar version={state.version} share={state.share} />
  if (state.at === 'ready')
    return (
      <Notice
        tone="good"
        icon={<IconCircleCheck size={18} stroke={1.75} aria-hidden />}
        title={t('Muster {version} is ready', { version: state.version })}
        actions={
          <Button
            loading={restarting}
            leftSection={<IconRotateClockwise size={16} stroke={1.75} aria-hidden />}
            onClick={onRestart}
          >
            {t('Restart to update')}
          </Button>
        }
      >
        {t('Muster closes, is replaced and opens again. Everything you have stays as it is.')}
      </Notice>
    )
  const words = {
    checking: t('Looking for a newer version.'),
    idle:
      updates.checkedAt === null
        ? t('Nobody has looked for a newer version yet.')
        : t('Up to date. Looked {at}.', { at: format.time(updates.checkedAt) }),
  }
  return (
    <Text fz="sm" role="status">
      {words[state.at]}
    </Text>
  )
}

/** Which versions are offered. */
function Channel({ channel, disabled }: { channel: UpdateChannel; disabled: boolean }) {
  const choose = useAct('updates', 'choose')
  return (
    <>
      <Radio.Group
        label={t('Versions')}
        value={channel}
        onChange={(value) => choose.mutate({ channel: value === 'beta' ? 'beta' : 'latest' })}
      >
        <Stack gap={12} mt={8}>
          {updateChannels.map((each) => (
            <Radio key={each} value={each} disabled={disabled} {...channelWords[each]} />
          ))}
        </Stack>
      </Radio.Group>
      {choose.error ? <ErrorPanel failure={failureOf(choose.error)} /> : null}
    </>
  )
}
