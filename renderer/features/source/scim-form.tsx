import { Checkbox, NativeSelect, Stack } from '@mantine/core'
import type { ScimSourceSettings, ShownSource } from '../../../shared/model/source-settings.ts'
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

const starts: Record<By, ScimSourceSettings['signIn']> = {
  bearer: { by: 'bearer' },
  basic: { by: 'basic', user: '' },
  client: { by: 'client', tokenUrl: '', clientId: '', scope: '' },
}

const secretLabels: Record<By, string> = { bearer: 'Token', basic: 'Password', client: 'Client secret' }

const signInWords: Record<By, string> = {
  bearer: 'Bearer token',
  basic: 'User name and password',
  client: 'OAuth client credentials',
}

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
  if (signIn.by === 'basic') return field('user', 'User name', signIn.user, 'Without a colon')
  if (signIn.by === 'bearer') return null
  return (
    <>
      {field('tokenUrl', 'Token address', signIn.tokenUrl, 'Where the identity provider gives out tokens')}
      {field('clientId', 'Client id', signIn.clientId, 'As it is registered there')}
      {field('scope', 'Scope', signIn.scope, 'Several with blanks between; may be empty')}
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
      aria-label="A SCIM service"
      onSubmit={(event) => {
        event.preventDefault()
        void form.save()
      }}
    >
      <Stack gap={0}>
        <Section title="Service" lead="A SCIM 2.0 service that holds your people. Muster only reads from it.">
          <div className={classes.fields}>
            <TextField
              width="most"
              label="Address"
              description="/Users is added to it"
              placeholder="https://idp.contoso.com/scim/v2"
              value={settings.baseUrl}
              error={errorAt('baseUrl') ?? errorAt('host')}
              onChange={(value) => set({ baseUrl: value.trim() })}
            />
            <NativeSelect
              className={classes.third ?? ''}
              label="Sign-in"
              description="How the service knows Muster"
              data={optionsOf(signInWords)}
              value={by}
              onChange={(event) => set({ signIn: starts[event.currentTarget.value as By] })}
            />
            <SignInFields form={form} />
            <SecretField className={classes.half} label={secretLabels[by]} form={form} />
          </div>
        </Section>
        <Section title="People">
          <div className={classes.fields}>
            <TextField
              width="most"
              label="Filter"
              description="In SCIM’s own language; empty for everybody"
              placeholder="userType eq &quot;Employee&quot;"
              value={settings.filter}
              error={errorAt('filter')}
              onChange={(value) => set({ filter: value })}
            />
            <NativeSelect
              className={classes.third ?? ''}
              label="Identifier"
              description="What stays the same for a person"
              data={[
                { value: 'id', label: 'id' },
                { value: 'externalId', label: 'externalId' },
              ]}
              value={settings.identifier}
              onChange={(event) =>
                set({ identifier: event.currentTarget.value === 'externalId' ? 'externalId' : 'id' })
              }
            />
            <div className={classes.whole}>
              <LiveCount connection={connection} search={form.toCount(({ filter }) => filter)} asked={form.asked} />
              <Checkbox
                size="sm"
                label="Read the groups that people are in"
                checked={settings.groups}
                onChange={(event) => set({ groups: event.currentTarget.checked })}
              />
            </div>
            <FurtherAttributes
              className={classes.whole}
              names={settings.more}
              examples={'nickName\nurn:contoso:params:scim:schemas:2.0:User:badge'}
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
