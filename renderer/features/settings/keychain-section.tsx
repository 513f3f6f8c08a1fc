import { Button, Group } from '@mantine/core'
import { IconExternalLink, IconRefresh } from '@tabler/icons-react'
import { t, texts } from '../../../shared/words/text.ts'
import { useAct } from '../../api.ts'
import { useConnection } from '../connections/current-connection.tsx'
import { useSession } from '../session/session.ts'
import { useVault } from '../session/vault-notice.tsx'
import { Facts, Section } from './section.tsx'

const keptWords = texts({ keychain: 'In the keychain', memory: 'In memory, until Muster closes' })

/** Where secrets are kept on this computer. When there is no keychain, the notice on top of the page says what to do. */
export function KeychainSection() {
  const { vault, probe, probing } = useVault()
  const { id } = useConnection()
  const session = useSession(id)
  const open = useAct('app', 'openLink')
  if (!vault) return null
  return (
    <Section
      title={t('Keychain')}
      lead={t('The SCIM token and the sign-in are kept by the operating system’s keychain, never in a file of Muster.')}
      actions={
        <Group gap={10}>
          <Button
            variant="default"
            leftSection={<IconExternalLink size={16} stroke={1.75} aria-hidden />}
            onClick={() => open.mutate({ link: 'keychain-help' })}
          >
            {t('About keychains')}
          </Button>
          <Button
            variant="default"
            loading={probing}
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            onClick={probe}
          >
            {t('Check again')}
          </Button>
        </Group>
      }
    >
      <Facts
        facts={[
          [t('Keychain'), vault.name],
          [t('State'), vault.keptIn === 'keychain' ? t('Works') : (vault.failure?.happened ?? t('Not usable'))],
          [t('New secrets'), keptWords[vault.keptIn]],
          ...(session?.keptIn ? ([[t('This sign-in'), keptWords[session.keptIn]]] as const) : []),
        ]}
      />
    </Section>
  )
}
