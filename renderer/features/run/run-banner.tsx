import { Button } from '@mantine/core'
import { IconKey, IconLogin2, IconWifiOff } from '@tabler/icons-react'
import type { RunSummary } from '../../../shared/model/run.ts'
import { refreshTokenDays } from '../../../shared/model/session.ts'
import { t } from '../../../shared/words/text.ts'
import { Notice } from '../../components/notice.tsx'
import { useSession, useSessionActs } from '../session/session.ts'

/** Milliseconds in a day. */
const day = 86_400_000

/** Why a run waits, and the way on. A run that waits for the sign-in goes on by itself once that is done. */
export function RunBanner({ run }: { run: RunSummary }) {
  const session = useSession(run.connection)
  const { signIn } = useSessionActs()
  const open = run.outcomes.waiting + run.outcomes['under-way']
  const standing = t(
    '{done, plural, one {# change is} other {# changes are}} done, {open, plural, one {# is} other {# are}} waiting.',
    { done: run.total - open, open },
  )
  if (run.status === 'waiting-for-sign-in' && session?.status !== 'signing-in') {
    const lasted =
      session?.signedInAt != null && session.endsAt != null
        ? Math.round((session.endsAt - session.signedInAt) / day)
        : refreshTokenDays
    const title =
      session?.status === 'expired'
        ? t('Your K2 sign-in expired after {days, plural, one {# day} other {# days}}', { days: lasted })
        : t('You are not signed in to K2')
    return (
      <Notice
        tone="bad"
        urgent
        icon={<IconKey size={18} stroke={1.75} aria-hidden />}
        title={title}
        actions={
          <Button
            leftSection={<IconLogin2 size={16} stroke={1.75} aria-hidden />}
            onClick={() => signIn(run.connection)}
          >
            {t('Sign in again')}
          </Button>
        }
      >
        {[standing, t('Nothing is lost: sign in again and the push goes on from here.')].join(' ')}
      </Notice>
    )
  }
  if (run.status === 'waiting-for-network') {
    return (
      <Notice
        tone="warning"
        icon={<IconWifiOff size={18} stroke={1.75} aria-hidden />}
        title={t('K2 can’t be reached right now')}
      >
        {[standing, t('Nothing is lost: the push goes on by itself when the network is back.')].join(' ')}
      </Notice>
    )
  }
  return null
}
