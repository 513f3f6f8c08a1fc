import { t } from '../../../shared/words/text.ts'
import { failureOf, useAct } from '../../api.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { tell } from '../../components/tell.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection, useConnections } from '../connections/current-connection.tsx'

/** Asks for the connection's name before everything of it is forgotten. */
export function RemoveDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { id, name } = useConnection()
  const { list } = useConnections()
  const { restart } = useNavigation()
  const remove = useAct('connections', 'remove', {
    onSuccess: ({ unrevoked }) => {
      restart({ at: list.some((each) => each.id !== id) ? 'people' : 'welcome' })
      if (unrevoked)
        tell(
          t(
            '{name} is removed, but the identity service could not be told. The token is gone from this computer; there it ends by itself, 30 days after the sign-in at the latest.',
            { name },
          ),
        )
    },
  })
  return (
    <ConfirmDialog
      opened={opened}
      title={t('Remove {name}', { name })}
      confirm={t('Remove connection')}
      danger
      typed={name}
      typedLabel={t('Type {name} to confirm', { name })}
      busy={remove.isPending}
      failure={remove.error ? failureOf(remove.error) : null}
      onConfirm={() => remove.mutate({ connection: id })}
      onClose={onClose}
    >
      {t(
        'The session ends, and the SCIM token, people, accounts, plans and runs of this connection are deleted from this computer. Accounts in K2 stay as they are. This can’t be undone.',
      )}
    </ConfirmDialog>
  )
}
