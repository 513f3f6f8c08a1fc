import { Modal, Text } from '@mantine/core'
import type { LdapSummary, ReadAttribute, ScimSummary } from '../../../shared/model/source-read.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { t } from '../../../shared/words/text.ts'
import { columnAttributeWord } from '../../components/file-words.ts'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat } from '../../format.tsx'
import { Example, Facts, FactTable, Section } from '../settings/section.tsx'
import classes from './source-form.module.css'
import { readFromWords } from './source-words.ts'

type Summary = LdapSummary | ScimSummary

/** What each attribute of people was read from, how many have it, and the first value. */
function AttributeTable({ summary }: { summary: Summary }) {
  const row = (words: string, { from, filled, example }: Omit<ReadAttribute, 'attribute'>) => ({
    key: `${words} ${from}`,
    cells: [
      words,
      from,
      t('{count, plural, one {# person} other {# people}}', { count: filled }),
      example === null ? null : <Example key="example">{example}</Example>,
    ],
  })
  return (
    <FactTable
      label={t('Attributes')}
      heads={[t('Attribute'), t('Read from'), t('Filled for'), t('First value')]}
      rows={[
        ...summary.attributes.map(({ attribute, ...read }) => row(personAttributeWords[attribute], read)),
        ...summary.more.map(({ name, ...read }) => row(columnAttributeWord('kept'), { ...read, from: name })),
      ]}
    />
  )
}

/** What was read from a directory or a SCIM service last. */
export function ReadFromServer({ summary }: { summary: Summary }) {
  const { ago, dateTime, number } = useFormat()
  const { filter, groups, people, problems, readAt } = summary
  return (
    <>
      <Section title={t('What was read last')}>
        <Facts
          facts={[
            [t('Server'), summary.name],
            ...(summary.kind === 'ldap'
              ? ([
                  [t('Recognised as'), summary.software],
                  [t('Search base'), summary.base],
                ] as const)
              : []),
            ...(filter === '' ? [] : ([[t('Filter'), filter]] as const)),
            [t('People'), number(people)],
            [t('Groups'), groups === null ? t('Not read') : number(groups)],
            [
              t('Problems'),
              problems === 0
                ? t('None')
                : t('{count, plural, one {# problem} other {# problems}}', { count: problems }),
            ],
            [t('Read##past'), t('{ago}, on {at}', { ago: ago(readAt), at: dateTime(readAt) })],
          ]}
        />
      </Section>
      <Section title={t('Attributes')} lead={t('What people’s attributes were read from, and for how many.')}>
        <AttributeTable summary={summary} />
      </Section>
    </>
  )
}

/** The same attributes over the People screen. */
export function AttributesDialog({ summary, onClose }: { summary: Summary; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} size={760} title={t('What was read from {name}', { name: summary.name })}>
      <Text fz="sm" mb="sm">
        {readFromWords(summary)}
      </Text>
      <ScrollBox label={t('Attributes')} most={440}>
        <div className={classes.inset}>
          <AttributeTable summary={summary} />
        </div>
      </ScrollBox>
    </Modal>
  )
}
