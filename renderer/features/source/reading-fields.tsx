import { NativeSelect } from '@mantine/core'
import {
  type FileFacts,
  type FileReading,
  fileDelimiters,
  fileEncodings,
  fileQuotes,
} from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { delimiterWords, encodingWord, headerWords, quoteWords, sheetLabel } from '../../components/file-words.ts'
import classes from './source.module.css'

/** Lines that can be chosen as the header; a report has no more above its table. */
const headerLines = Array.from({ length: 20 }, (_, index) => index + 1)

/** The choice that leaves a part to Muster. */
const left = 'recognised'

interface Choice<T> {
  readonly value: T
  readonly words: string
}

/** One part of how a file is read: left to Muster, with what it made of it, or one of the choices. */
function ReadingField<T extends string | number>(props: {
  label: string
  chosen: T | null
  found: string
  choices: readonly Choice<T>[]
  onChange: (value: T | null) => void
}) {
  const { label, chosen, found, choices, onChange } = props
  const at = choices.findIndex(({ value }) => value === chosen)
  return (
    <NativeSelect
      label={label}
      value={at === -1 ? left : String(at)}
      data={[
        { value: left, label: t('Recognised: {found}', { found }) },
        ...choices.map(({ words }, index) => ({ value: String(index), label: words })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === left ? null : (choices[Number(value)]?.value ?? null))
      }
    />
  )
}

/** The parts of how a file is read that its format has. */
export function ReadingFields(props: {
  /** What the file is taken for with `reading`. */
  facts: FileFacts
  reading: FileReading
  onChange: (part: Partial<FileReading>) => void
}) {
  const { facts, reading, onChange } = props
  const sheets = facts.sheets.map((name) => ({ value: name, words: name }))
  return (
    <div className={classes.fields}>
      {facts.encoding === null ? null : (
        <ReadingField
          label={t('Encoding')}
          chosen={reading.encoding}
          found={encodingWord(facts.encoding)}
          choices={fileEncodings.map((value) => ({ value, words: encodingWord(value) }))}
          onChange={(encoding) => onChange({ encoding })}
        />
      )}
      {facts.delimiter === null ? null : (
        <ReadingField
          label={t('Columns divided by')}
          chosen={reading.delimiter}
          found={delimiterWords(facts.delimiter)}
          choices={fileDelimiters.map((value) => ({ value, words: delimiterWords(value) }))}
          onChange={(delimiter) => onChange({ delimiter })}
        />
      )}
      {facts.quote === null ? null : (
        <ReadingField
          label={t('Around a value')}
          chosen={reading.quote}
          found={quoteWords[facts.quote]}
          choices={fileQuotes.map((value) => ({ value, words: quoteWords[value] }))}
          onChange={(quote) => onChange({ quote })}
        />
      )}
      {facts.sheets.length > 1 ? (
        <ReadingField
          label={sheetLabel(facts.format)}
          chosen={reading.sheet}
          found={facts.sheet ?? t('The first')}
          choices={sheets}
          onChange={(sheet) => onChange({ sheet, header: null, columns: [] })}
        />
      ) : null}
      {facts.header === null ? null : (
        <ReadingField
          label={t('Titles of the columns')}
          chosen={reading.header}
          found={headerWords(facts.header)}
          choices={[
            { value: 0, words: t('None: every line is a person') },
            ...headerLines.map((value) => ({ value, words: headerWords(value) })),
          ]}
          onChange={(header) => onChange({ header, columns: [] })}
        />
      )}
    </div>
  )
}
