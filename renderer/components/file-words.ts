import type { ColumnAttribute, FileFacts } from '../../shared/model/source.ts'
import { personAttributeWords } from '../../shared/words/attribute-words.ts'
import { texts } from '../../shared/words/text.ts'

/** Whose export a file is, by its columns. */
export const productWords: Record<FileFacts['product'], string> = {
  entra: 'Microsoft Entra export',
  'active-directory': 'Active Directory export',
  okta: 'Okta export',
  'google-workspace': 'Google Workspace export',
  jumpcloud: 'JumpCloud export',
  keycloak: 'Keycloak export',
  generic: 'List of people',
}

/** How a file is written. */
export const formatWords: Record<FileFacts['format'], string> = {
  csv: 'Delimited text',
  xlsx: 'Excel workbook',
  json: 'JSON',
  'json-lines': 'JSON Lines',
  ldif: 'LDIF',
}

const delimiters: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Bar',
  ':': 'Colon',
}

/** What stands between two values. */
export const delimiterWords = (delimiter: string): string => delimiters[delimiter] ?? delimiter

/** What stands around a value. */
export const quoteWords: Record<NonNullable<FileFacts['quote']>, string> = {
  '"': 'Double quotes',
  "'": 'Single quotes',
  '': 'Nothing',
}

/** What a column fills. */
export const columnAttributeWord = (attribute: ColumnAttribute): string =>
  attribute === 'groups' || attribute === 'kept' ? otherColumnWords[attribute] : personAttributeWords[attribute]

const otherColumnWords = texts({ groups: 'Groups', kept: 'Kept as it is' })

/** What a file was taken for, in one sentence. */
export function readAs({ product, format, encoding, delimiter, sheet }: FileFacts): string {
  const parts = [
    format === 'csv' ? null : formatWords[format],
    sheet === null ? null : `${format === 'xlsx' ? 'sheet' : 'list'} “${sheet}”`,
    encoding,
    delimiter === null ? null : `divided by ${delimiterWords(delimiter).toLowerCase()}`,
  ]
  return `Read as ${/^[AO]/.test(productWords[product]) ? 'an' : 'a'} ${inSentence(productWords[product])}: ${parts.filter(Boolean).join(', ')}.`
}

/** Only names keep their capital. */
const inSentence = (words: string): string => (words === productWords.generic ? words.toLowerCase() : words)

/** How many columns of a file are used. */
export const usedColumns = ({ columns }: FileFacts): number => columns.filter(({ attribute }) => attribute).length

/** What the sheet of a workbook, or the list of a JSON document, is called as a field. */
export const sheetLabel = (format: FileFacts['format']): string => (format === 'xlsx' ? 'Sheet' : 'List')

/** Where the titles of the columns stand. */
export const headerWords = (line: number): string => (line === 0 ? 'None' : `Line ${line}`)
