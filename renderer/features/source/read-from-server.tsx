import { Modal, Text } from '@mantine/core'
import type { LdapSummary, ReadAttribute, ScimSummary } from '../../../shared/model/source-read.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { columnAttributeWord } from '../../components/file-words.ts'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat } from '../../format.tsx'
import { Example, Facts, FactTable, Section } from '../settings/section.tsx'
import classes from './source-form.module.css'
import { readFromWords } from './source-words.ts'

type Summary = LdapSummary | ScimSummary

/** What each attribute of people was read from, how many have it, and the first value. */
function AttributeTable({ summary }: { summary: Summary }) {
  const { count } = useFormat()
  const row = (words: string, { from, filled, example }: Omit<ReadAttribute, 'attribute'>) => ({
    key: `${words} ${from}`,
    cells: [
      words,
      from,
      count(filled, 'person', 'people'),
      example === null ? null : <Example key="example">{example}</Example>,
    ],
  })
  return (
    <FactTable
      label="Attributes"
      heads={['Attribute', 'Read from', 'Filled for', 'First value']}
      rows={[
        ...summary.attributes.map(({ attribute, ...read }) => row(personAttributeWords[attribute], read)),
        ...summary.more.map(({ name, ...read }) => row(columnAttributeWord('kept'), { ...read, from: name })),
      ]}
    />
  )
}

/** What was read from a directory or a SCIM service last. */
export function ReadFromServer({ summary }: { summary: Summary }) {
  const { ago, count, dateTime, number } = useFormat()
  const { filter, groups, people, problems, readAt } = summary
  return (
    <>
      <Section title="What was read last">
        <Facts
          facts={[
            ['Server', summary.name],
            ...(summary.kind === 'ldap'
              ? ([
                  ['Recognised as', summary.software],
                  ['Search base', summary.base],
                ] as const)
              : []),
            ...(filter === '' ? [] : ([['Filter', filter]] as const)),
            ['People', number(people)],
            ['Groups', groups === null ? 'Not read' : number(groups)],
            ['Problems', problems === 0 ? 'None' : count(problems, 'problem', 'problems')],
            ['Read', `${ago(readAt)}, on ${dateTime(readAt)}`],
          ]}
        />
      </Section>
      <Section title="Attributes" lead="What people’s attributes were read from, and for how many.">
        <AttributeTable summary={summary} />
      </Section>
    </>
  )
}

/** The same attributes over the People screen. */
export function AttributesDialog({ summary, onClose }: { summary: Summary; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} size={760} title={`What was read from ${summary.name}`}>
      <Text fz="sm" mb="sm">
        {readFromWords(summary)}
      </Text>
      <ScrollBox label="Attributes" most={440}>
        <div className={classes.inset}>
          <AttributeTable summary={summary} />
        </div>
      </ScrollBox>
    </Modal>
  )
}
