import { NativeSelect, TextInput } from '@mantine/core'
import { printName, printText } from '../../../shared/expression/print.ts'
import type { Span } from '../../../shared/expression/tree.ts'
import { personAttributes } from '../../../shared/model/person.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { msg, t, textOf } from '../../../shared/words/text.ts'
import { ExpressionField } from './expression-field.tsx'
import { constantOf, type DraftRule, type Origin, withOrigin } from './rules.ts'

const origins = [
  { value: 'attribute', label: msg('An attribute') },
  { value: 'constant', label: msg('The same text for everybody') },
  { value: 'expression', label: msg('An expression') },
] as const satisfies readonly { value: Origin; label: object }[]

/** Where the value of a rule comes from. */
export function OriginFields(props: {
  draft: DraftRule
  further: readonly string[]
  error: string | null
  spans: readonly Span[]
  onChange: (draft: DraftRule) => void
}) {
  const { draft, further, error, spans, onChange } = props
  const { rule, origin } = draft
  const setFrom = (from: string): void => onChange({ ...draft, rule: { ...rule, from } })
  const names = [
    ...personAttributes.map((name) => ({ value: name as string, label: personAttributeWords[name] })),
    ...further.map((name) => ({ value: printName(name), label: name })),
  ]
  const missing = rule.from === '' || names.some(({ value }) => value === rule.from) ? [] : [rule.from]
  return (
    <>
      <NativeSelect
        label={t('Value')}
        data={origins.map(({ value, label }) => ({ value, label: textOf(label) }))}
        value={origin}
        onChange={({ currentTarget: { value } }) => {
          const next = origins.find((one) => one.value === value)
          if (next) onChange(withOrigin(draft, next.value))
        }}
      />
      {origin === 'attribute' ? (
        <NativeSelect
          label={t('Attribute of the person')}
          error={error}
          value={rule.from}
          data={[{ value: '', label: t('Choose…') }, ...names, ...missing.map((value) => ({ value, label: value }))]}
          onChange={({ currentTarget: { value } }) => setFrom(value)}
        />
      ) : null}
      {origin === 'constant' ? (
        <TextInput
          label={t('Text')}
          error={error}
          value={constantOf(rule.from)}
          onChange={({ currentTarget: { value } }) => setFrom(printText(value))}
        />
      ) : null}
      {origin === 'expression' ? (
        <ExpressionField value={rule.from} further={further} spans={spans} error={error} onChange={setFrom} />
      ) : null}
    </>
  )
}
