import { Button } from '@mantine/core'
import { IconKey, IconLogin2, IconPlugConnectedX } from '@tabler/icons-react'
import { isNetworkFailure, type SessionState } from '../../../shared/model/session.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel, FailureWords } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { useSessionActs, useSessionQuery } from './session.ts'
import { SignInWait } from './sign-in-wait.tsx'

function SignInButton({ state, strong = false }: { state: SessionState; strong?: boolean }) {
  const acts = useSessionActs()
  return (
    <Button
      variant={strong ? 'filled' : 'default'}
      leftSection={<IconLogin2 size={16} stroke={1.75} aria-hidden />}
      onClick={() => acts.signIn(state.connection)}
    >
      {state.admin || state.status === 'expired' ? t('Sign in again') : t('Sign in')}
    </Button>
  )
}

/** Why the last sign-in did not work, and the way to try again. A cancelled one was the admin's own wish. */
function SignInFailure({ state }: { state: SessionState }) {
  const { failure } = state
  if (!failure) return null
  if (failure.code === 'signout-unrevoked')
    return (
      <Notice tone="warning" title={failure.happened} actions={<SignInButton state={state} />}>
        <FailureWords failure={failure} />
      </Notice>
    )
  if (failure.code === 'signin-cancelled')
    return (
      <Notice tone="info" title={failure.happened} actions={<SignInButton state={state} />}>
        {failure.todo}
      </Notice>
    )
  return <ErrorPanel failure={failure} actions={<SignInButton state={state} />} />
}

/** The service could not be reached, but the sign-in is as good as before: nothing to do but wait. */
function OutOfReach({ state }: { state: SessionState }) {
  // Without any network that is said once, for everything.
  const online = useCall('app', 'online', undefined).data ?? true
  const { failure } = state
  if (!failure || !online) return null
  return (
    <Notice tone="info" icon={<IconPlugConnectedX size={18} stroke={1.75} aria-hidden />} title={failure.happened}>
      <div>{t('You stay signed in. Muster tries again by itself, and goes on as soon as it gets through.')}</div>
      <FailureWords failure={failure} />
    </Notice>
  )
}

/** What every page says about the session of the connection; nothing while all is well. */
export function SessionNotices({ connection, own }: { connection: string; own: boolean }) {
  const { data: state, error, refetch } = useSessionQuery(connection)
  if (error) return <ErrorPanel failure={failureOf(error)} retry={() => void refetch()} />
  if (!state) return null
  if (state.status === 'signing-in') return <SignInWait state={state} />
  if (state.status === 'signed-in' && isNetworkFailure(state.failure)) return <OutOfReach state={state} />
  const failed = state.failure && state.failure.code !== 'session-expired' && state.failure.code !== 'signed-out'
  if (failed) return <SignInFailure state={state} />
  if (state.status === 'expired' && !own)
    return (
      <Notice
        tone="bad"
        urgent
        icon={<IconKey size={18} stroke={1.75} aria-hidden />}
        title={t('Your K2 sign-in has expired')}
        actions={<SignInButton state={state} strong />}
      >
        {t('K2 asks for consent again after 30 days. Nothing is lost: sign in again and you stay on this screen.')}
      </Notice>
    )
  if (state.status === 'signed-out')
    return (
      <Notice
        tone="info"
        icon={<IconPlugConnectedX size={18} stroke={1.75} aria-hidden />}
        title={t('You are not signed in')}
        actions={<SignInButton state={state} />}
      >
        {t('What was read last is shown. Sign in to go on.')}
      </Notice>
    )
  return null
}
