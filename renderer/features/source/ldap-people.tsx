import { Checkbox, NativeSelect } from '@mantine/core'
import type { LdapSettings } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import { Section } from '../settings/section.tsx'
import { AttributeFields } from './attribute-fields.tsx'
import { FurtherAttributes } from './further-attributes.tsx'
import type { LdapInput } from './ldap-input.ts'
import { LiveCount } from './live-count.tsx'
import classes from './source-form.module.css'
import { layoutWords, optionsOf } from './source-words.ts'
import { TextField } from './text-field.tsx'
import type { SourceForm } from './use-source-form.ts'

/** What the fields can be filled with. */
const examples = {
  base: 'ou=People,dc=contoso,dc=com',
  filter: '(objectClass=inetOrgPerson)',
  further: 'costCenter\nextensionAttribute1',
}

const searchOf = ({ base, scope, filter, layout }: LdapInput): string => JSON.stringify([base, scope, filter, layout])

/** Which entries are people, how many there are, and what they are read from. */
export function LdapPeople({ connection, form }: { connection: string; form: SourceForm<LdapInput> }) {
  const { settings, set, errorAt } = form
  const found = form.tested?.found ?? null
  const { base, scope, filter, layout } = settings
  return (
    <Section title={t('People')} lead={t('Which entries of the directory are people, and what they are read from.')}>
      <div className={classes.fields}>
        <TextField
          width="most"
          label={t('Search base')}
          description={t('Empty for the directory’s own')}
          placeholder={found?.base ?? examples.base}
          value={base}
          error={errorAt('base')}
          onChange={(value) => set({ base: value })}
        />
        <NativeSelect
          className={classes.third ?? ''}
          label={t('Depth')}
          description={t('How far below the base')}
          data={[
            { value: 'sub', label: t('Everything below') },
            { value: 'one', label: t('Directly below') },
          ]}
          value={scope}
          onChange={(event) => set({ scope: event.currentTarget.value === 'one' ? 'one' : 'sub' })}
        />
        <TextField
          width="most"
          label={t('Filter')}
          description={t('Empty for the people of that kind of directory')}
          placeholder={found?.filter ?? examples.filter}
          value={filter}
          error={errorAt('filter')}
          onChange={(value) => set({ filter: value })}
        />
        <NativeSelect
          className={classes.third ?? ''}
          label={t('Kind of directory')}
          description={t('Whose attributes are read')}
          data={optionsOf(layoutWords)}
          value={layout}
          onChange={(event) => set({ layout: event.currentTarget.value as LdapSettings['layout'] })}
        />
        <div className={classes.whole}>
          <LiveCount connection={connection} search={form.toCount(searchOf)} asked={form.asked} />
          <Checkbox
            size="sm"
            label={t('Read the groups that people are in')}
            checked={settings.groups}
            onChange={(event) => set({ groups: event.currentTarget.checked })}
          />
        </div>
        <AttributeFields
          className={classes.whole}
          chosen={settings.attributes}
          read={found?.attributes ?? []}
          error={errorAt('attributes')}
          open={errorAt('more') !== null || settings.more.length > 0}
          onChange={(attributes) => set({ attributes })}
          more={
            <FurtherAttributes
              names={settings.more}
              className={classes.further}
              examples={examples.further}
              error={errorAt('more')}
              onChange={(more) => set({ more })}
            />
          }
        />
      </div>
    </Section>
  )
}
