import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/text.ts'

/** The names in a text, one a line or divided by commas, each once. */
const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]

/** The further attributes that a server is to give, by their names there. */
export function FurtherAttributes(props: {
  className?: string | undefined
  names: readonly string[]
  /** Some such names, one a line. */
  examples: string
  error: string | null
  onChange: (names: string[]) => void
}) {
  const { names, examples, onChange, ...rest } = props
  // Kept apart from the names: a line that was just begun is none yet.
  const [text, setText] = useState(names.join('\n'))
  return (
    <Textarea
      {...rest}
      label={t('Further attributes to keep')}
      description={t('One name a line. Several values of a person are joined by “; ”.')}
      placeholder={examples}
      spellCheck={false}
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        onChange(namesIn(value))
      }}
    />
  )
}
