import { TextInput } from '@mantine/core'
import type { SourceInput } from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import type { SourceForm } from './use-source-form.ts'

/** A secret of a source. What is kept is never shown again; an empty field leaves it as it is. */
export function SecretField<S extends SourceInput>(props: {
  label: string
  form: SourceForm<S>
  disabled?: boolean
  className?: string | undefined
}) {
  const { form } = props
  return (
    <TextInput
      className={props.className ?? ''}
      type="password"
      autoComplete="off"
      label={props.label}
      description={
        form.isKept ? t('Kept in the keychain for this server and name.') : t('Goes straight to the keychain.')
      }
      placeholder={form.isKept ? '••••••••' : ''}
      disabled={props.disabled ?? false}
      value={form.secret}
      error={form.errorAt('secret')}
      onChange={(event) => form.setSecret(event.currentTarget.value)}
    />
  )
}
