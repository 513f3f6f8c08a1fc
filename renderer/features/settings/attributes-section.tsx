import { Code } from '@mantine/core'
import type { Capabilities } from '../../../shared/model/capabilities.ts'
import type { AccountSchema, SchemaAttribute, UserSchema } from '../../../shared/model/service-schema.ts'
import { schemaFacts } from '../../../shared/words/schema-words.ts'
import { t } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'
import { useFormat } from '../../format.tsx'
import classes from './section.module.css'
import { Facts, FactTable, Section } from './section.tsx'
import { UnplannedNotice } from './unplanned-notice.tsx'

const caseWords = (userName: SchemaAttribute | undefined): string => {
  if (userName?.caseExact === true) return t('Upper and lower case count')
  return userName?.caseExact === false ? t('Upper and lower case do not count') : t('The service does not say')
}

function Attributes({ schema: { urn, attributes } }: { schema: AccountSchema }) {
  if (attributes === null) {
    return (
      <p className={classes.lead}>
        <Sentence message="{urn} belongs to accounts too, and is not described." values={{ urn: <Code>{urn}</Code> }} />
      </p>
    )
  }
  return (
    <details className={classes.disclosure}>
      <summary>
        <Sentence
          message="{count, plural, one {# attribute} other {# attributes}} of {urn}"
          values={{ count: attributes.length, urn: <Code>{urn}</Code> }}
        />
      </summary>
      <FactTable
        label={t('Attributes of {urn}', { urn })}
        heads={[t('Attribute'), t('What the service says of it')]}
        rows={attributes.map((attribute) => ({
          key: attribute.name,
          cells: [<Code key="name">{attribute.name}</Code>, schemaFacts(attribute)],
        }))}
      />
    </details>
  )
}

function Known({ userSchema: { schemas } }: { userSchema: UserSchema }) {
  const { number } = useFormat()
  const all = schemas.flatMap(({ attributes }) => attributes ?? [])
  const core = schemas.find((schema) => schema.core)?.attributes
  const required = all.filter((each) => each.required && !each.name.includes('.'))
  return (
    <>
      <Facts
        facts={[
          [
            t('Attributes'),
            t('{count, number} in {schemas, plural, one {# schema} other {# schemas}}', {
              count: all.length,
              schemas: schemas.length,
            }),
          ],
          [t('Required'), required.map(({ name }) => name).join(', ') || t('None')],
          [t('Read-only'), number(all.filter(({ mutability }) => mutability === 'readOnly').length)],
          [t('Sign-in names'), caseWords(core?.find(({ name }) => name.toLowerCase() === 'username'))],
        ]}
      />
      {schemas.map((schema) => (
        <Attributes key={schema.urn} schema={schema} />
      ))}
    </>
  )
}

/** Which attributes the service says an account has, and what of the mapping is kept back for it. */
export function AttributesSection({ capabilities }: { capabilities: Capabilities }) {
  const { userSchema, schema, learntAt } = capabilities
  const { dateTime } = useFormat()
  const isIgnored = userSchema !== null && schema.value === 'no'
  return (
    <Section
      title={t('Attributes of accounts')}
      lead={[
        schema.from,
        t('That was on {at}.', { at: dateTime(learntAt) }),
        isIgnored ? t('By hand it is set that all mapped attributes are pushed, whatever it says.') : '',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <UnplannedNotice>
        {t('Choose “No, push all attributes” above where the service takes more than it says.')}
      </UnplannedNotice>
      {userSchema ? <Known userSchema={userSchema} /> : null}
    </Section>
  )
}
