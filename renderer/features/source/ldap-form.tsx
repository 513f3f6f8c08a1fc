import { Stack } from '@mantine/core'
import type { ShownSource } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import { Section } from '../settings/section.tsx'
import { FormEnd } from './form-end.tsx'
import { blankLdap, type LdapInput } from './ldap-input.ts'
import { LdapPeople } from './ldap-people.tsx'
import { LdapServer } from './ldap-server.tsx'
import { SecretField } from './secret-field.tsx'
import classes from './source-form.module.css'
import { TextField } from './text-field.tsx'
import { type SourceForm, useSourceForm } from './use-source-form.ts'

/** How the name of an account looks. */
const example = 'cn=reader,dc=contoso,dc=com'

function SignIn({ form }: { form: SourceForm<LdapInput> }) {
  const { settings, set, errorAt } = form
  return (
    <Section title={t('Sign-in')} lead={t('An account that may read people. It needs no other right.')}>
      <div className={classes.fields}>
        <TextField
          label={t('Account')}
          description={t('A distinguished name, or user@domain for Active Directory')}
          placeholder={example}
          value={settings.bindName}
          error={errorAt('bindName')}
          onChange={(value) => set({ bindName: value })}
        />
        <SecretField className={classes.half} label={t('Password')} form={form} disabled={settings.bindName === ''} />
      </div>
    </Section>
  )
}

/** Where a directory is, how Muster signs in to it, and which of its entries are people. */
export function LdapForm({ connection, shown }: { connection: string; shown: ShownSource }) {
  const kept = shown.ldap
  const start: LdapInput = kept ? { ...kept, authority: kept.authority ? 'kept' : 'system' } : blankLdap
  const form = useSourceForm(connection, start, shown)
  return (
    <form
      aria-label={t('LDAP or Active Directory')}
      onSubmit={(event) => {
        event.preventDefault()
        void form.save()
      }}
    >
      <Stack gap={0}>
        <LdapServer form={form} kept={kept?.authority?.name ?? null} />
        <SignIn form={form} />
        <LdapPeople connection={connection} form={form} />
        <FormEnd connection={connection} form={form} />
      </Stack>
    </form>
  )
}
