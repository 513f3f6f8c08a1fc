import { Checkbox, NativeSelect, Stack } from '@mantine/core'
import type { ScimSourceSettings, ShownSource } from '../../../shared/model/source-settings.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { Section } from '../settings/section.tsx'
import { FormEnd } from './form-end.tsx'
import { FurtherAttributes } from './further-attributes.tsx'
import { LiveCount } from './live-count.tsx'
import { SecretField } from './secret-field.tsx'
import classes from './source-form.module.css'
import { optionsOf } from './source-words.ts'
import { TextField } from './text-field.tsx'
import { type SourceForm, useSourceForm } from './use-source-form.ts'

type Form = SourceForm<ScimSourceSettings>
type By = ScimSourceSettings['signIn']['by']

const blank: ScimSourceSettings = {
  kind: 'scim',
  baseUrl: '',
  signIn: { by: 'bearer' },
  filter: '',
  identifier: 'id',
  more: [],
  groups: true,
}

/** What the fields can be filled with. */
const examples = {
  address: 'https://idp.contoso.com/scim/v2',
  filter: 'userType eq "Employee"',
  further: 'nickName\nurn:contoso:params:scim:schemas:2.0:User:badge',
}

const starts: Record<By, ScimSourceSettings['signIn']> = {
  bearer: { by: 'bearer' },
  basic: { by: 'basic', user: '' },
  client: { by: 'client', tokenUrl: '', clientId: '', scope: '' },
}

const secretLabels: Record<By, string> = texts({ bearer: 'Token', basic: 'Password', client: 'Client secret' })

const signInWords: Record<By, string> = texts({
  bearer: 'Bearer token',
  basic: 'User name and password',
  client: 'OAuth client credentials',
})

function SignInFields({ form }: { form: Form }) {
  const { settings, set, errorAt } = form
  const { signIn } = settings
  const change = (part: object) => set({ signIn: { ...signIn, ...part } })
  const field = (name: string, label: string, value: string, description: string) => (
    <TextField
      label={label}
      description={description}
      value={value}
      error={errorAt(name)}
      onChange={(value) => change({ [name]: value })}
    />
  )
  if (signIn.by === 'basic') return field('user', t('User name'), signIn.user, t('Without a colon'))
  if (signIn.by === 'bearer') return null
  return (
    <>
      {field('tokenUrl', t('Token address'), signIn.tokenUrl, t('Where the identity provider gives out tokens'))}
      {field('clientId', t('Client id'), signIn.clientId, t('As it is registered there'))}
      {field('scope', t('Scope'), signIn.scope, t('Several with blanks between; may be empty'))}
    </>
  )
}

/** Where a SCIM service is, how Muster signs in to it, and which of its users are people. */
export function ScimForm({ connection, shown }: { connection: string; shown: ShownSource }) {
  const form = useSourceForm(connection, shown.scim ?? blank, shown)
  const { settings, set, errorAt } = form
  const { by } = settings.signIn
  return (
    <form
      aria-label={t('A SCIM service')}
      onSubmit={(event) => {
        event.preventDefault()
        void form.save()
      }}
    >
      <Stack gap={0}>
        <Section title={t('Service')} lead={t('A SCIM 2.0 service that holds your people. Muster only reads from it.')}>
          <div className={classes.fields}>
            <TextField
              width="most"
              label={t('Address')}
              description={t('/Users is added to it')}
              placeholder={examples.address}
              value={settings.baseUrl}
              error={errorAt('baseUrl') ?? errorAt('host')}
              onChange={(value) => set({ baseUrl: value.trim() })}
            />
            <NativeSelect
              className={classes.third ?? ''}
              label={t('Sign-in')}
              description={t('How the service knows Muster')}
              data={optionsOf(signInWords)}
              value={by}
              onChange={(event) => set({ signIn: starts[event.currentTarget.value as By] })}
            />
            <SignInFields form={form} />
            <SecretField className={classes.half} label={secretLabels[by]} form={form} />
          </div>
        </Section>
        <Section title={t('People')}>
          <div className={classes.fields}>
            <TextField
              width="most"
              label={t('Filter')}
              description={t('In SCIM’s own language; empty for everybody')}
              placeholder={examples.filter}
              value={settings.filter}
              error={errorAt('filter')}
              onChange={(value) => set({ filter: value })}
            />
            <NativeSelect
              className={classes.third ?? ''}
              label={t('Identifier')}
              description={t('What stays the same for a person')}
              data={['id', 'externalId']}
              value={settings.identifier}
              onChange={(event) =>
                set({ identifier: event.currentTarget.value === 'externalId' ? 'externalId' : 'id' })
              }
            />
            <div className={classes.whole}>
              <LiveCount connection={connection} search={form.toCount(({ filter }) => filter)} asked={form.asked} />
              <Checkbox
                size="sm"
                label={t('Read the groups that people are in')}
                checked={settings.groups}
                onChange={(event) => set({ groups: event.currentTarget.checked })}
              />
            </div>
            <FurtherAttributes
              className={classes.whole}
              names={settings.more}
              examples={examples.further}
              error={errorAt('more')}
              onChange={(more) => set({ more })}
            />
          </div>
        </Section>
        <FormEnd connection={connection} form={form} />
      </Stack>
    </form>
  )
}
