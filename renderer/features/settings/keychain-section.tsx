import { Button, Group } from '@mantine/core'
import { IconExternalLink, IconRefresh } from '@tabler/icons-react'
import { useAct } from '../../api.ts'
import { useConnection } from '../connections/current-connection.tsx'
import { useSession } from '../session/session.ts'
import { useVault } from '../session/vault-notice.tsx'
import { Facts, Section } from './section.tsx'

const keptWords = { keychain: 'In the keychain', memory: 'In memory, until Muster closes' }

/** Where secrets are kept on this computer. When there is no keychain, the notice on top of the page says what to do. */
export function KeychainSection() {
  const { vault, probe, probing } = useVault()
  const { id } = useConnection()
  const session = useSession(id)
  const open = useAct('app', 'openLink')
  if (!vault) return null
  return (
    <Section
      title="Keychain"
      lead="The SCIM token and the sign-in are kept by the operating system’s keychain, never in a file of Muster."
      actions={
        <Group gap={10}>
          <Button
            variant="default"
            leftSection={<IconExternalLink size={16} stroke={1.75} aria-hidden />}
            onClick={() => open.mutate({ link: 'keychain-help' })}
          >
            About keychains
          </Button>
          <Button
            variant="default"
            loading={probing}
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            onClick={probe}
          >
            Check again
          </Button>
        </Group>
      }
    >
      <Facts
        facts={[
          ['Keychain', vault.name],
          ['State', vault.keptIn === 'keychain' ? 'Works' : (vault.failure?.happened ?? 'Not usable')],
          ['New secrets', keptWords[vault.keptIn]],
          ...(session?.keptIn ? ([['This sign-in', keptWords[session.keptIn]]] as const) : []),
        ]}
      />
    </Section>
  )
}
