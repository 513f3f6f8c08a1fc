import { Autocomplete, TextInput } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import { ColourField } from './colour-field.tsx'
import { colourFor } from './colours.ts'
import classes from './naming-fields.module.css'
import type { Naming } from './use-connect.ts'

/** Environments that are offered; any other word can be typed. */
const environments = () => [t('Production'), t('Test##environment'), t('Development')]

/** Name, environment and colour of a connection. */
export function NamingFields(props: { value: Naming; onChange: (naming: Naming) => void; disabled?: boolean }) {
  const { value, onChange, disabled = false } = props
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.wide}
        label={t('Name of this connection')}
        description={t('Nintex sends settings for each domain: say which these are for.')}
        value={value.name}
        maxLength={80}
        disabled={disabled}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <Autocomplete
        label={t('Environment')}
        description={t('Stands beside the name, also on the Push button')}
        data={environments()}
        filter={({ options }) => options}
        value={value.environment}
        maxLength={40}
        disabled={disabled}
        onChange={(environment) => {
          const untouched = value.colour === colourFor(value.environment)
          onChange({ ...value, environment, colour: untouched ? colourFor(environment) : value.colour })
        }}
      />
      <ColourField value={value.colour} disabled={disabled} onChange={(colour) => onChange({ ...value, colour })} />
    </div>
  )
}
