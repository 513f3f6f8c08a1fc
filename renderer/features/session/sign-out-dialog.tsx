import { t } from '../../../shared/words/text.ts'
import { failureOf } from '../../api.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { useSessionActs } from './session.ts'

/** Asks before signing out, since signing in again needs the browser. */
export function SignOutDialog(props: { connection: string; opened: boolean; onClose: () => void }) {
  const { name, identity } = useConnection()
  const { signOut } = useSessionActs()
  return (
    <ConfirmDialog
      opened={props.opened}
      title={t('Sign out of {name}', { name })}
      confirm={t('Sign out')}
      busy={signOut.isPending}
      failure={signOut.error ? failureOf(signOut.error) : null}
      onConfirm={() => signOut.mutate({ connection: props.connection }, { onSuccess: props.onClose })}
      onClose={props.onClose}
    >
      {identity.grant === 'client-credentials'
        ? t(
            'Muster tells K2 to end the session and forgets it. People, accounts and runs that were read stay on this computer, and so does the client secret in the keychain.',
          )
        : t(
            'Muster tells K2 to end the session and forgets it. People, accounts and runs that were read stay on this computer.',
          )}
    </ConfirmDialog>
  )
}
