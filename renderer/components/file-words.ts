import type { ColumnAttribute, FileFacts } from '../../shared/model/source.ts'
import { personAttributeWords } from '../../shared/words/attribute-words.ts'
import { t, texts } from '../../shared/words/text.ts'

/** Whose export a file is, by its columns. */
export const productWords: Record<FileFacts['product'], string> = texts({
  entra: 'Microsoft Entra export',
  'active-directory': 'Active Directory export',
  okta: 'Okta export',
  'google-workspace': 'Google Workspace export',
  jumpcloud: 'JumpCloud export',
  keycloak: 'Keycloak export',
  generic: 'List of people',
})

/** How a file is written. */
export const formatWords: Record<FileFacts['format'], string> = texts({
  csv: 'Delimited text',
  xlsx: 'Excel workbook',
  json: 'JSON',
  'json-lines': 'JSON Lines',
  ldif: 'LDIF',
})

const delimiters: Readonly<Record<string, string | undefined>> = texts({
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar',
  ':': 'Colon',
})

/** What stands between two values. */
export const delimiterWords = (delimiter: string): string => delimiters[delimiter] ?? delimiter

/** How the letters of a file are written. */
export const encodingWord = (encoding: NonNullable<FileFacts['encoding']>): string =>
  encoding === 'UTF-8 with BOM' ? t('UTF-8 with BOM') : encoding

/** What stands around a value. */
export const quoteWords: Record<NonNullable<FileFacts['quote']>, string> = texts({
  '"': 'Double quotes',
  "'": 'Single quotes',
  '': 'Nothing',
})

/** What a column fills. */
export const columnAttributeWord = (attribute: ColumnAttribute): string =>
  attribute === 'groups' || attribute === 'kept' ? otherColumnWords[attribute] : personAttributeWords[attribute]

const otherColumnWords = texts({ groups: 'Groups', kept: 'Kept as it is' })

/** What a file was taken for, in one sentence. */
export function readAs({ product, format, encoding, delimiter, sheet }: FileFacts): string {
  const parts = [
    format === 'csv' ? null : formatWords[format],
    sheet === null ? null : format === 'xlsx' ? t('sheet “{sheet}”', { sheet }) : t('list “{list}”', { list: sheet }),
    encoding === null ? null : encodingWord(encoding),
    delimiter === null ? null : (divided[delimiter] ?? t('divided by {delimiter}', { delimiter })),
  ]
  return productSentence(product, parts.filter(Boolean).join(', '))
}

const divided: Readonly<Record<string, string | undefined>> = texts({
  ',': 'divided by comma',
  ';': 'divided by semicolon',
  '\t': 'divided by tab',
  '|': 'divided by bar',
  ':': 'divided by colon',
})

function productSentence(product: FileFacts['product'], details: string): string {
  switch (product) {
    case 'entra':
      return t('Read as a Microsoft Entra export: {details}.', { details })
    case 'active-directory':
      return t('Read as an Active Directory export: {details}.', { details })
    case 'okta':
      return t('Read as an Okta export: {details}.', { details })
    case 'google-workspace':
      return t('Read as a Google Workspace export: {details}.', { details })
    case 'jumpcloud':
      return t('Read as a JumpCloud export: {details}.', { details })
    case 'keycloak':
      return t('Read as a Keycloak export: {details}.', { details })
    case 'generic':
      return t('Read as a list of people: {details}.', { details })
  }
}

/** How many columns of a file are used. */
export const usedColumns = ({ columns }: FileFacts): number => columns.filter(({ attribute }) => attribute).length

/** What the sheet of a workbook, or the list of a JSON document, is called as a field. */
export const sheetLabel = (format: FileFacts['format']): string => (format === 'xlsx' ? t('Sheet') : t('List'))

/** Where the titles of the columns stand. */
export const headerWords = (line: number): string => (line === 0 ? t('None') : t('Line {line}', { line }))
