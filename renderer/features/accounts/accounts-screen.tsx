import { Button } from '@mantine/core'
import { IconDatabase, IconRefresh } from '@tabler/icons-react'
import { t } from '../../../shared/words/text.ts'
import { Board } from '../../components/board.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Page } from '../../components/page.tsx'
import { tell } from '../../components/tell.tsx'
import { useFormat } from '../../format.tsx'
import { useNow } from '../../now.ts'
import { useConnection } from '../connections/current-connection.tsx'
import { useReview } from '../review/use-review.ts'
import { useSession } from '../session/session.ts'
import { AccountsBar } from './accounts-bar.tsx'
import { AccountsBoard } from './accounts-board.tsx'
import { AccountsStanding, useAccounts } from './accounts-standing.tsx'
import { alterAccountsView, useAccountsView } from './accounts-view.ts'

/** The accounts that K2 has, as they were read last; those picked here are reviewed for deactivation, or deletion. */
export function AccountsScreen() {
  const connection = useConnection().id
  const [view, change] = useAccountsView(connection)
  const accounts = useAccounts(connection)
  const { state, busy, refresh } = accounts
  const review = useReview(connection)
  const signedIn = useSession(connection)?.status === 'signed-in'
  const { ago } = useFormat()
  const now = useNow(30_000)
  const read = state !== undefined && state.readAt !== null
  const clear = () => {
    const { selected } = view
    change({ selected: new Set() })
    tell(t('{count, plural, one {# tick} other {# ticks}} taken away', { count: selected.size }), () =>
      alterAccountsView(connection, { selected }),
    )
  }
  const facts = read
    ? [
        t('{count, plural, one {# account} other {# accounts}}', { count: state.total }),
        t('{count, number} active', { count: state.active }),
        t('read {ago}', { ago: ago(state.readAt ?? now, now) }),
        ...(state.complete ? [] : [t('not all of them')]),
      ].join(' · ')
    : null
  const readButton = (words: string, strong: boolean) => (
    <Button
      variant={strong ? 'filled' : 'default'}
      disabled={!signedIn}
      loading={busy}
      leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
      onClick={refresh}
    >
      {words}
    </Button>
  )
  return (
    <Page
      title={t('K2 accounts')}
      fill
      facts={facts}
      actions={read ? readButton(t('Refresh'), false) : null}
      bar={
        read && state.total > 0 ? (
          <AccountsBar
            connection={connection}
            selected={view.selected}
            planning={review.planning}
            onClear={clear}
            onDeactivate={() => review.reviewDeactivation(view.selected)}
            onDelete={() => review.reviewDeletion(view.selected)}
          />
        ) : null
      }
    >
      <Board>
        {review.failure ? <ErrorPanel failure={review.failure} /> : null}
        {read || state?.reading ? <AccountsStanding connection={connection} accounts={accounts} /> : null}
        {read && state.total > 0 ? <AccountsBoard connection={connection} view={view} change={change} /> : null}
        {read && state.total === 0 ? (
          <EmptyState
            icon={<IconDatabase size={22} stroke={1.75} />}
            title={t('K2 has no accounts yet')}
            text={t('Pick people on the People screen and push them; their accounts appear here.')}
          />
        ) : null}
        {state && !read && !state.reading ? (
          <EmptyState
            icon={<IconDatabase size={22} stroke={1.75} />}
            title={t('Not read yet')}
            text={
              signedIn
                ? t('Muster reads them to see who has an account already and what differs.')
                : t('Sign in, and Muster reads them to see who has an account already and what differs.')
            }
            actions={readButton(t('Read K2 accounts'), true)}
          />
        ) : null}
      </Board>
    </Page>
  )
}
