import { Button } from '@mantine/core'
import { IconDatabase, IconRefresh } from '@tabler/icons-react'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { useCommand } from '../../commands/commands.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { ReadingBar } from '../../components/reading-bar.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useSession } from '../session/session.ts'

/** What is known about the K2 accounts, and the call that reads them again. */
export function useAccounts(connection: string) {
  const state = useCall('accounts', 'state', { connection })
  const refresh = useAct('accounts', 'refresh')
  const read = () => refresh.mutate({ connection })
  useCommand('read-accounts', read)
  return {
    state: state.data,
    error: state.error ?? refresh.error,
    busy: refresh.isPending || Boolean(state.data?.reading),
    refresh: read,
  }
}

/** Says when the K2 accounts were never read, are being read, could not be read, or are only part of the truth. */
export function AccountsStanding(props: { connection: string; accounts: ReturnType<typeof useAccounts> }) {
  const { connection } = props
  const { state, error, busy, refresh } = props.accounts
  const { go } = useNavigation()
  const signedIn = useSession(connection)?.status === 'signed-in'
  if (state?.reading)
    return <ReadingBar what={t('Reading K2 accounts')} done={state.reading.done} of={state.reading.of} />
  if (error) return <ErrorPanel failure={failureOf(error)} retry={refresh} />
  if (state === undefined) return null
  // While signed out, the notice of the session says what to do.
  if (state.readAt === null && !signedIn) return null
  if (state.readAt === null) {
    return (
      <Notice
        tone="info"
        icon={<IconDatabase size={18} stroke={1.75} aria-hidden />}
        title={t('K2 accounts have not been read')}
        actions={
          <Button
            variant="default"
            leftSection={<IconRefresh size={15} stroke={1.75} aria-hidden />}
            loading={busy}
            onClick={refresh}
          >
            {t('Read K2 accounts')}
          </Button>
        }
      >
        {t('Until then nobody can tell who is missing in K2 and who differs.')}
      </Notice>
    )
  }
  if (state.complete) return null
  return (
    <Notice
      tone="warning"
      title={t('K2 shows only part of its accounts')}
      actions={
        <Button variant="default" onClick={() => go({ at: 'settings', section: 'supports' })}>
          {t('What the service supports')}
        </Button>
      }
    >
      {state.looksUp
        ? t(
            '{count, plural, one {# account} other {# accounts}} came, then the service stopped. Whoever is not among them may have an account all the same and is looked up by name when you review, before anything is planned.',
            { count: state.total },
          )
        : t(
            '{count, plural, one {# account} other {# accounts}} came, then the service stopped. Whoever is not among them may have an account all the same and can’t be looked up either, so nothing is planned for them.',
            { count: state.total },
          )}
    </Notice>
  )
}
