import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { t } from '../../../shared/words/text.ts'
import { callKey, failureOf, useAct } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection, useConnections } from '../connections/current-connection.tsx'
import { Section } from './section.tsx'

/** Makes another connection of the same settings and goes on there, where its name can be changed. */
export function DuplicateSection() {
  const { id } = useConnection()
  const { choose } = useConnections()
  const { restart } = useNavigation()
  const client = useQueryClient()
  const duplicate = useAct('connections', 'duplicate', {
    onSuccess: async (copy) => {
      await client.invalidateQueries({ queryKey: callKey('connections', 'list') })
      choose(copy.id)
      restart({ at: 'settings', section: 'connection' })
    },
  })
  return (
    <Section
      title={t('Duplicate this connection')}
      lead={t(
        'Another connection with the same settings: source, mapping, groups and limits included. It is not signed in, and has no people, plans or runs.',
      )}
      actions={
        <Button
          variant="default"
          loading={duplicate.isPending}
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
          onClick={() => duplicate.mutate({ connection: id })}
        >
          {t('Duplicate connection')}
        </Button>
      }
    >
      {duplicate.error ? <ErrorPanel failure={failureOf(duplicate.error)} /> : null}
    </Section>
  )
}
