import { TextInput } from '@mantine/core'
import classes from './source-form.module.css'

/** A field for a name, an address or an expression: nothing that a spelling checker knows. */
export function TextField(props: {
  label: string
  description: string
  placeholder?: string
  value: string
  error: string | null
  onChange: (value: string) => void
  width?: 'half' | 'most'
}) {
  const { width = 'half', onChange, ...rest } = props
  return (
    <TextInput
      {...rest}
      className={classes[width] ?? ''}
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
