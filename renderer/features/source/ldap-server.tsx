import { Button, Group, NativeSelect, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { CertificateFileButton } from '../../components/certificate-file.tsx'
import { Section } from '../settings/section.tsx'
import type { LdapInput } from './ldap-input.ts'
import classes from './source-form.module.css'
import { encryptionWords, optionsOf } from './source-words.ts'
import { TextField } from './text-field.tsx'
import type { SourceForm } from './use-source-form.ts'

const usualPort: Record<LdapSettings['encryption'], number> = { ldaps: 636, starttls: 389, none: 389 }

/** Where the directory is, how the way there is encrypted, and who vouches for it. `kept` names the authority that is kept. */
export function LdapServer({ form, kept }: { form: SourceForm<LdapInput>; kept: string | null }) {
  const { settings, set, errorAt } = form
  const [chosen, setChosen] = useState<string | null>(kept)
  return (
    <Section title="Server" lead="Nothing is sent before the server’s certificate has been checked.">
      <div className={classes.fields}>
        <TextField
          label="Server"
          description="Its name, as in its certificate"
          placeholder="ldap.contoso.com"
          value={settings.host}
          error={errorAt('host')}
          onChange={(value) => set({ host: value.trim() })}
        />
        <NativeSelect
          className={classes.third ?? ''}
          label="Encryption"
          description="LDAPS where the server has it"
          data={optionsOf(encryptionWords)}
          value={settings.encryption}
          error={errorAt('encryption')}
          onChange={(event) => {
            const encryption = event.currentTarget.value as LdapSettings['encryption']
            const isUsual = settings.port === usualPort[settings.encryption]
            set({ encryption, ...(isUsual ? { port: usualPort[encryption] } : {}) })
          }}
        />
        <NumberInput
          style={{ gridColumn: 'span 2' }}
          label="Port"
          description="Usually as it is"
          min={1}
          max={65_535}
          allowDecimal={false}
          thousandSeparator=""
          hideControls
          value={settings.port}
          error={errorAt('port')}
          onChange={(value) => set({ port: typeof value === 'number' ? value : usualPort[settings.encryption] })}
        />
        <div className={classes.whole}>
          <Text fz="sm" fw={500}>
            Certificate authority
          </Text>
          <Group gap={10} mt={6}>
            <Text fz="sm" c={errorAt('authority') ? 'var(--muster-bad)' : ''}>
              {errorAt('authority') ??
                (settings.authority === 'system' ? 'Those that this computer trusts.' : `The one in ${chosen ?? ''}.`)}
            </Text>
            <CertificateFileButton
              onChosen={({ grant, name }) => {
                setChosen(name)
                set({ authority: { grant } })
              }}
            >
              Choose a certificate file
            </CertificateFileButton>
            {settings.authority === 'system' ? null : (
              <Button variant="subtle" onClick={() => set({ authority: 'system' })}>
                Use those of this computer
              </Button>
            )}
          </Group>
        </div>
      </div>
    </Section>
  )
}
