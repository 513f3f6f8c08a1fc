import { Button, Loader, Text } from '@mantine/core'
import { IconClipboardText, IconCopy, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { SessionState } from '../../../shared/model/session.ts'
import { t } from '../../../shared/words/text.ts'
import { Notice } from '../../components/notice.tsx'
import { useNow } from '../../now.ts'
import { countdown } from './countdown.ts'
import { PasteBack } from './paste-back.tsx'
import { useSessionActs } from './session.ts'

/** While the identity service is asked: where to sign in, or by the client secret for a token. A slow network is all there is to wait for. */
function ServiceWait({ connection }: { connection: string }) {
  const acts = useSessionActs()
  return (
    <Notice
      tone="info"
      title={t('Signing in…')}
      icon={<Loader size={18} color="currentColor" aria-hidden />}
      actions={
        <Button
          variant="default"
          leftSection={<IconX size={15} stroke={1.75} aria-hidden />}
          onClick={() => acts.cancel(connection)}
        >
          {t('Cancel')}
        </Button>
      }
    >
      <div>{t('Waiting for the identity service to answer.')}</div>
      {/* As high as the wait for the browser, which most often comes a moment later. */}
      <Text fz="xs" aria-hidden>
        {'\u00a0'}
      </Text>
    </Notice>
  )
}

/** While the browser is open: that Muster waits, how long, the two ways out, and the way in from a browser elsewhere. */
export function SignInWait({ state }: { state: SessionState }) {
  const now = useNow(1000)
  const acts = useSessionActs()
  const [pasting, setPasting] = useState(false)
  if (state.deadline === null) return <ServiceWait connection={state.connection} />
  // The browser did not open, but the address still works in one that the admin opens.
  const { failure } = state
  return (
    <Notice
      tone={failure ? 'warning' : 'info'}
      title={failure?.happened ?? t('Waiting for the browser…')}
      icon={failure ? undefined : <Loader size={18} color="currentColor" aria-hidden />}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconCopy size={15} stroke={1.75} aria-hidden />}
            onClick={() => acts.copyAddress(state.connection)}
          >
            <span aria-live="polite">{acts.copied ? t('Address copied') : t('Copy address')}</span>
          </Button>
          <Button
            variant="default"
            aria-expanded={pasting}
            leftSection={<IconClipboardText size={15} stroke={1.75} aria-hidden />}
            onClick={() => setPasting(!pasting)}
          >
            {t('Paste address')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconX size={15} stroke={1.75} aria-hidden />}
            onClick={() => acts.cancel(state.connection)}
          >
            {t('Cancel')}
          </Button>
        </>
      }
    >
      <div>{failure?.todo ?? t('Sign in there and agree; you come back here by yourself.')}</div>
      <Text fz="xs" role="timer" aria-live="off">
        {t('{time} left', { time: countdown(state.deadline, now) })}
      </Text>
      {pasting ? <PasteBack connection={state.connection} /> : null}
    </Notice>
  )
}
