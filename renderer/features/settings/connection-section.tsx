import { Button, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { useFormat } from '../../format.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { dotted, placeOf } from '../connections/field-words.ts'
import { NamingFields } from '../connections/naming-fields.tsx'
import { ClientCertificateSection } from '../network/client-certificate-section.tsx'
import { ConnectionTest } from '../network/connection-test.tsx'
import { NetworkForm } from '../network/network-form.tsx'
import { DuplicateSection } from './duplicate-section.tsx'
import { LayoutForm } from './layout-form.tsx'
import { ReadOnlySection } from './read-only-section.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { SaveRow } from './save-row.tsx'
import { Facts, Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

function NamingForm() {
  const connection = useConnection()
  const { name, environment, colour } = connection
  const [naming, setNaming] = useState({ name, environment, colour })
  const update = useUpdate(connection)
  const changed = naming.name.trim() !== name || naming.environment.trim() !== environment || naming.colour !== colour
  return (
    <Section title={t('Name')} lead={t('How this connection is called in Muster. K2 does not see it.')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          update.save({ ...naming, name: naming.name.trim(), environment: naming.environment.trim() })
        }}
      >
        <Stack gap={16}>
          <NamingFields
            value={naming}
            onChange={(next) => {
              update.edited()
              setNaming(next)
            }}
          />
          <SaveRow update={update} ready={changed && naming.name.trim() !== ''} />
        </Stack>
      </form>
    </Section>
  )
}

/** Name, what Nintex gave, how addresses are built, and the way to forget it all. */
export function ConnectionSection() {
  const connection = useConnection()
  const { date } = useFormat()
  const [removing, setRemoving] = useState(false)
  const { identity, scim, tokenHint, createdAt } = connection
  return (
    <>
      <NamingForm key={connection.id} />
      <ReadOnlySection />
      <ConnectionTest key={`test ${connection.id}`} />
      <NetworkForm key={`network ${connection.id}`} />
      <ClientCertificateSection key={`certificate ${connection.id}`} />
      <Section
        title={t('What Nintex gave you')}
        lead={t('Wrong here? Add a connection with the corrected settings and remove this one.')}
      >
        <Facts
          facts={[
            [t('Identity service'), placeOf(identity.authority)],
            [t('Client'), identity.clientId],
            identity.grant === 'authorization-code'
              ? [t('Sign-in returns to'), identity.redirectUri]
              : [t('Signs in with'), t('A client secret, kept by the keychain')],
            [t('Scopes'), identity.scopes.join(' ')],
            [t('SCIM service'), scim.baseUrl],
            [t('SCIM token'), dotted(tokenHint)],
            [t('Added'), date(createdAt)],
          ]}
        />
      </Section>
      <LayoutForm key={`layout ${connection.id}`} />
      <DuplicateSection />
      <Section
        title={t('Remove this connection')}
        lead={t(
          'Muster signs out and forgets its people, accounts, plans and runs on this computer. Nothing changes in K2.',
        )}
        actions={
          <Button
            variant="default"
            c="var(--muster-bad)"
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
            onClick={() => setRemoving(true)}
          >
            {t('Remove connection…')}
          </Button>
        }
      />
      <RemoveDialog opened={removing} onClose={() => setRemoving(false)} />
    </>
  )
}
