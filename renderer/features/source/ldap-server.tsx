import { Button, Group, NativeSelect, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import { CertificateFileButton } from '../../components/certificate-file.tsx'
import { Section } from '../settings/section.tsx'
import type { LdapInput } from './ldap-input.ts'
import classes from './source-form.module.css'
import { encryptionWords, optionsOf } from './source-words.ts'
import { TextField } from './text-field.tsx'
import type { SourceForm } from './use-source-form.ts'

/** How the name of a server looks. */
const example = 'ldap.contoso.com'

const usualPort: Record<LdapSettings['encryption'], number> = { ldaps: 636, starttls: 389, none: 389 }

/** Where the directory is, how the way there is encrypted, and who vouches for it. `kept` names the authority that is kept. */
export function LdapServer({ form, kept }: { form: SourceForm<LdapInput>; kept: string | null }) {
  const { settings, set, errorAt } = form
  const [chosen, setChosen] = useState<string | null>(kept)
  return (
    <Section title={t('Server')} lead={t('Nothing is sent before the server’s certificate has been checked.')}>
      <div className={classes.fields}>
        <TextField
          label={t('Server')}
          description={t('Its name, as in its certificate')}
          placeholder={example}
          value={settings.host}
          error={errorAt('host')}
          onChange={(value) => set({ host: value.trim() })}
        />
        <NativeSelect
          className={classes.third ?? ''}
          label={t('Encryption')}
          description={t('LDAPS where the server has it')}
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
          label={t('Port')}
          description={t('Usually as it is')}
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
            {t('Certificate authority')}
          </Text>
          <Group gap={10} mt={6}>
            <Text fz="sm" c={errorAt('authority') ? 'var(--muster-bad)' : ''}>
              {errorAt('authority') ??
                (settings.authority === 'system'
                  ? t('Those that this computer trusts.')
                  : t('The one in {file}.', { file: chosen ?? '' }))}
            </Text>
            <CertificateFileButton
              onChosen={({ grant, name }) => {
                setChosen(name)
                set({ authority: { grant } })
              }}
            >
              {t('Choose a certificate file')}
            </CertificateFileButton>
            {settings.authority === 'system' ? null : (
              <Button variant="subtle" onClick={() => set({ authority: 'system' })}>
                {t('Use those of this computer')}
              </Button>
            )}
          </Group>
        </div>
      </div>
    </Section>
  )
}
