import { Button, Code, Switch, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { MappingRule } from '../../../shared/model/mapping.ts'
import { canBeCleared } from '../../../shared/scim/clearing.ts'
import { attributeWords, personAttributeWords, shortPath } from '../../../shared/words/attribute-words.ts'
import { callKey, failureOf, useAct, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import words from '../../components/words.module.css'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { FactTable, Section } from './section.tsx'
import { UnplannedNotice } from './unplanned-notice.tsx'

const whenWords: Record<MappingRule['when'], string> = { always: 'Always', create: 'Only on create' }

/** What a rule takes, in words: `E-mail, else Sign-in name, else “None”`. */
function fromWords(rule: MappingRule): string {
  const tried = rule.from.map((each) =>
    'attribute' in each ? personAttributeWords[each.attribute] : `“${each.constant}”`,
  )
  return [...tried, ...(rule.otherwise === null ? [] : [`“${rule.otherwise}”`])].join(', else ')
}

/** Whether a rule clears K2's value where the source has nothing; where it can't, why not. */
function WhenEmpty(props: {
  rule: MappingRule
  saving: boolean
  onChange: (whenEmpty: MappingRule['whenEmpty']) => void
}) {
  const { rule, saving, onChange } = props
  if (rule.when === 'create') return <Why>Never changed later</Why>
  if (!canBeCleared(rule.to)) return <Why>An account needs it</Why>
  if (rule.otherwise !== null || rule.from.some((each) => 'constant' in each)) return <Why>There is always a value</Why>
  return (
    <Switch
      size="xs"
      label="Clear it"
      aria-label={`Clear it in K2: ${attributeWords(rule.to)} (${shortPath(rule.to)})`}
      checked={rule.whenEmpty === 'remove'}
      disabled={saving}
      onChange={(event) => onChange(event.currentTarget.checked ? 'remove' : 'leave')}
    />
  )
}

const Why = ({ children }: { children: string }) => (
  <Text span fz="sm" c="dimmed">
    {children}
  </Text>
)

/** Which attribute of a person fills which attribute of an account. */
export function MappingSection() {
  const { id } = useConnection()
  const client = useQueryClient()
  const { go } = useNavigation()
  const unplanned = useCall('accounts', 'unplanned', { connection: id }).data ?? []
  const objections = new Map(unplanned.map(({ path, why }) => [path, why]))
  const mapping = useCall('source', 'mapping', { connection: id })
  const set = useAct('source', 'setMapping', {
    onSuccess: (kept) => client.setQueryData(callKey('source', 'mapping', { connection: id }), kept),
  })
  const setWhenEmpty = (to: string, whenEmpty: MappingRule['whenEmpty']) => {
    const rules = mapping.data?.rules.map((rule) => (rule.to === to ? { ...rule, whenEmpty } : rule)) ?? []
    set.mutate({ connection: id, mapping: { rules } })
  }
  return (
    <Section
      title="Mapping"
      lead="Which attribute of a person fills which attribute of an account in K2. Where the source has nothing, K2’s value stays unless you have it cleared."
    >
      {mapping.error ? <ErrorPanel failure={failureOf(mapping.error)} /> : null}
      {set.error ? <ErrorPanel failure={failureOf(set.error)} /> : null}
      <UnplannedNotice
        actions={
          <Button variant="default" onClick={() => go({ at: 'settings', section: 'supports' })}>
            What the service supports
          </Button>
        }
      >
        There you can have them pushed all the same.
      </UnplannedNotice>
      {mapping.isPending ? <LinesSkeleton label="Reading the mapping" lines={6} /> : null}
      {mapping.data ? (
        <FactTable
          label="Mapping"
          heads={['In K2', 'Attribute', 'Filled from', 'When', 'When the source has nothing']}
          rows={mapping.data.rules.map((rule) => ({
            key: rule.to,
            cells: [
              attributeWords(rule.to),
              <Code key="path" title={rule.to}>
                {shortPath(rule.to)}
              </Code>,
              fromWords(rule),
              objections.has(rule.to) ? (
                <span key="when" className={words.warn}>
                  {objections.get(rule.to) === 'create-only' ? whenWords.create : 'Not pushed'}
                </span>
              ) : (
                <Text key="when" span fz="sm" c={rule.when === 'always' ? 'dimmed' : ''}>
                  {whenWords[rule.when]}
                </Text>
              ),
              <WhenEmpty
                key="empty"
                rule={rule}
                saving={set.isPending}
                onChange={(whenEmpty) => setWhenEmpty(rule.to, whenEmpty)}
              />,
            ],
          }))}
        />
      ) : null}
    </Section>
  )
}
