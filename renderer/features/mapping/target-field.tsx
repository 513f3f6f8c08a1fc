import { Autocomplete, Text } from '@mantine/core'
import { targetsOf } from '../../../shared/mapping/targets.ts'
import type { UserSchema } from '../../../shared/model/service-schema.ts'
import { parsePath } from '../../../shared/scim/path.ts'
import { lookUpAttribute } from '../../../shared/scim/schema-lookup.ts'
import { attributeWords } from '../../../shared/words/attribute-words.ts'
import { schemaFacts } from '../../../shared/words/schema-words.ts'
import { t } from '../../../shared/words/text.ts'
import words from '../../components/words.module.css'

/** How such a path looks. */
const example = 'urn:…:User:costCenter'

/** What an attribute does besides: Muster finds accounts by two of them. */
function matchWords(to: string): string | null {
  if (/^externalId$/i.test(to))
    return t('Muster finds an account by this first: it should hold what stays the same for a person.')
  return /^userName$/i.test(to) ? t('Muster finds an account by this, where the identifier finds none.') : null
}

/** What the service says of an attribute, or that it does not know it. */
function SchemaSays({ to, schema }: { to: string; schema: UserSchema }) {
  const found = lookUpAttribute(parsePath(to), schema)
  if (found === 'not-described') return <>{t('The service does not say anything about it.')}</>
  if (found === 'not-defined') {
    // In no schema (RFC 7643 section 3.1), and known to every service.
    if (/^externalId$/i.test(to)) return <>{t('Known to every service.')}</>
    return <span className={words.warn}>{t('The service does not define it: it will not be pushed.')}</span>
  }
  const facts = schemaFacts(found)
  if (found.mutability === 'readOnly') {
    return (
      <span className={words.warn}>{t('{facts}. The service alone writes it: it will not be pushed.', { facts })}</span>
    )
  }
  const parts = parsePath(to)
  if (found.multiValued && found.type === 'complex' && parts.sub === null) {
    return (
      <span className={words.warn}>
        {t('{facts}. Say which: {path}', { facts, path: `${to}[type eq "work"].value` })}
      </span>
    )
  }
  return <>{t('The service says: {facts}', { facts })}</>
}

/** Which attribute of an account a rule fills, offered from what the service says of its accounts. */
export function TargetField(props: {
  to: string
  /** Null where the service says nothing, or is not to be heeded. */
  schema: UserSchema | null
  taken: readonly string[]
  error: string | null
  onChange: (to: string) => void
}) {
  const { to, schema, taken, error, onChange } = props
  const finds = matchWords(to)
  const data = targetsOf(schema).filter((path) => path === to || !taken.includes(path))
  return (
    <div>
      <Autocomplete
        label={t('Attribute in K2')}
        description={t('A SCIM path. An attribute of your own stands behind the URN of its schema.')}
        placeholder={example}
        data={data}
        limit={12}
        value={to}
        error={error}
        spellCheck={false}
        comboboxProps={{ withinPortal: false }}
        renderOption={({ option }) => (
          <span>
            {option.value}{' '}
            <Text span fz="xs" c="dimmed">
              {attributeWords(option.value)}
            </Text>
          </span>
        )}
        onChange={onChange}
        onBlur={() => {
          if (to !== to.trim()) onChange(to.trim())
        }}
      />
      {schema !== null && error === null && to !== '' ? (
        <Text fz="xs" c="dimmed" mt={4}>
          <SchemaSays to={to} schema={schema} />
        </Text>
      ) : null}
      {finds === null ? null : (
        <Text fz="xs" c="dimmed" mt={4}>
          {finds}
        </Text>
      )}
    </div>
  )
}
