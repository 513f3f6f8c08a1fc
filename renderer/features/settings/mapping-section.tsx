import { Button, Code, Text } from '@mantine/core'
import type { MappingRule } from '../../../shared/model/mapping.ts'
import { attributeWords, personAttributeWords, shortPath } from '../../../shared/words/attribute-words.ts'
import { failureOf, useCall } from '../../api.ts'
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

/** Which attribute of a person fills which attribute of an account. */
export function MappingSection() {
  const { id } = useConnection()
  const { go } = useNavigation()
  const unplanned = useCall('accounts', 'unplanned', { connection: id }).data ?? []
  const objections = new Map(unplanned.map(({ path, why }) => [path, why]))
  const mapping = useCall('source', 'mapping', { connection: id })
  return (
    <Section title="Mapping" lead="Which attribute of a person fills which attribute of an account in K2.">
      {mapping.error ? <ErrorPanel failure={failureOf(mapping.error)} /> : null}
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
          heads={['In K2', 'Attribute', 'Filled from', 'When']}
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
            ],
          }))}
        />
      ) : null}
    </Section>
  )
}
