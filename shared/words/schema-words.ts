import type { AttributeType, SchemaAttribute } from '../model/service-schema.ts'
import { t, texts } from './text.ts'

const typeWords: Record<AttributeType, string> = texts({
  string: 'Text',
  boolean: 'Yes or no',
  decimal: 'Number',
  integer: 'Whole number',
  dateTime: 'Date and time',
  binary: 'Binary',
  reference: 'Address',
  complex: 'Several parts',
})

const mutabilityWords: Record<SchemaAttribute['mutability'], string> = texts({
  readWrite: '',
  readOnly: 'Read-only',
  immutable: 'Only on create',
  writeOnly: 'Never shown',
})

/** What a service says of an attribute: `Required · Text · Only on create`. */
export function schemaFacts({ required, type, mutability, multiValued, caseExact }: SchemaAttribute): string {
  const facts = [
    required ? t('Required') : t('Optional'),
    type === undefined ? '' : typeWords[type],
    mutabilityWords[mutability],
    multiValued ? t('Several values') : '',
    caseExact ? t('Upper and lower case count') : '',
  ]
  return facts.filter(Boolean).join(' · ')
}
