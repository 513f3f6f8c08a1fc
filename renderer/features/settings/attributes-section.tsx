import { Code } from '@mantine/core'
import type { Capabilities } from '../../../shared/model/capabilities.ts'
import type { AccountSchema, SchemaAttribute, UserSchema } from '../../../shared/model/service-schema.ts'
import { schemaFacts } from '../../../shared/words/schema-words.ts'
import { useFormat } from '../../format.tsx'
import classes from './section.module.css'
import { Facts, FactTable, Section } from './section.tsx'
import { UnplannedNotice } from './unplanned-notice.tsx'

const caseWords = (userName: SchemaAttribute | undefined): string => {
  if (userName?.caseExact === true) return 'Upper and lower case count'
  return userName?.caseExact === false ? 'Upper and lower case do not count' : 'The service does not say'
}

function Attributes({ schema: { urn, attributes } }: { schema: AccountSchema }) {
  const { count } = useFormat()
  if (attributes === null) {
    return (
      <p className={classes.lead}>
        <Code>{urn}</Code> belongs to accounts too, and is not described.
      </p>
    )
  }
  return (
    <details className={classes.disclosure}>
      <summary>
        {count(attributes.length, 'attribute', 'attributes')} of <Code>{urn}</Code>
      </summary>
      <FactTable
        label={`Attributes of ${urn}`}
        heads={['Attribute', 'What the service says of it']}
        rows={attributes.map((attribute) => ({
          key: attribute.name,
          cells: [<Code key="name">{attribute.name}</Code>, schemaFacts(attribute)],
        }))}
      />
    </details>
  )
}

function Known({ userSchema: { schemas } }: { userSchema: UserSchema }) {
  const { count, number } = useFormat()
  const all = schemas.flatMap(({ attributes }) => attributes ?? [])
  const core = schemas.find((schema) => schema.core)?.attributes
  const required = all.filter((each) => each.required && !each.name.includes('.'))
  return (
    <>
      <Facts
        facts={[
          ['Attributes', `${number(all.length)} in ${count(schemas.length, 'schema', 'schemas')}`],
          ['Required', required.map(({ name }) => name).join(', ') || 'None'],
          ['Read-only', number(all.filter(({ mutability }) => mutability === 'readOnly').length)],
          ['Sign-in names', caseWords(core?.find(({ name }) => name.toLowerCase() === 'username'))],
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
      title="Attributes of accounts"
      lead={`${schema.from} That was on ${dateTime(learntAt)}. ${isIgnored ? 'By hand it is set that all mapped attributes are pushed, whatever it says.' : ''}`}
    >
      <UnplannedNotice>
        Choose “No, push all attributes” above where the service takes more than it says.
      </UnplannedNotice>
      {userSchema ? <Known userSchema={userSchema} /> : null}
    </Section>
  )
}
