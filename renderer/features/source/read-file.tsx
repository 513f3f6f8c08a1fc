import { Button, Group, Text } from '@mantine/core'
import { IconRefresh, IconTable, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileSummary } from '../../../shared/model/source.ts'
import { t } from '../../../shared/words/text.ts'
import { failureOf, useAct } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import {
  columnAttributeWord,
  delimiterWords,
  encodingWord,
  formatWords,
  headerWords,
  productWords,
  quoteWords,
  sheetLabel,
  usedColumns,
} from '../../components/file-words.ts'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { Example, Facts, FactTable, Section } from '../settings/section.tsx'
import { ReadingDialog } from './reading-dialog.tsx'

/** The parts of how a file is written that its format has. */
function writtenFacts({ format, encoding, delimiter, quote, header, sheet }: FileSummary) {
  const facts: (readonly [name: string, value: string] | null)[] = [
    [t('Written as'), formatWords[format]],
    sheet === null ? null : [sheetLabel(format), sheet],
    encoding === null ? null : [t('Encoding'), encodingWord(encoding)],
    delimiter === null ? null : [t('Columns divided by'), delimiterWords(delimiter)],
    quote === null ? null : [t('Around a value'), quoteWords[quote]],
    header === null ? null : [t('Titles of the columns'), headerWords(header)],
  ]
  return facts.filter((fact) => fact !== null)
}

/** How many people have something in a column that is kept. */
const filledOf = ({ more }: FileSummary, title: string): number => more.find(({ name }) => name === title)?.filled ?? 0

/** The file that people were read from, how it is read, and what its columns were taken for. */
export function ReadFile({ source }: { source: FileSummary }) {
  const [changing, setChanging] = useState(false)
  const { dateTime, ago } = useFormat()
  const { id } = useConnection()
  const refresh = useAct('source', 'refresh')
  const reread = useAct('source', 'reread')
  const error = refresh.error ?? reread.error
  return (
    <>
      <Section
        title={t('The file')}
        actions={
          <Group gap="xs">
            <Button variant="default" loading={reread.isPending} onClick={() => setChanging(true)}>
              {t('Change how it is read')}
            </Button>
            <Button
              variant="default"
              loading={refresh.isPending}
              leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
              onClick={() => refresh.mutate({ connection: id })}
            >
              {t('Read the file again')}
            </Button>
          </Group>
        }
      >
        {error ? <ErrorPanel failure={failureOf(error)} /> : null}
        <Facts
          facts={[
            [t('File'), source.name],
            [t('Recognised as'), productWords[source.product]],
            ...writtenFacts(source),
            [
              t('People'),
              t('{people, plural, one {# person} other {# people}} in {rows, plural, one {# row} other {# rows}}', {
                people: source.people,
                rows: source.rows,
              }),
            ],
            [
              t('Problems'),
              source.problems === 0
                ? t('None')
                : t('{count, plural, one {# problem} other {# problems}}', { count: source.problems }),
            ],
            [t('Read##past'), t('{ago}, on {at}', { ago: ago(source.readAt), at: dateTime(source.readAt) })],
          ]}
        />
      </Section>
      <Section
        title={t('Columns')}
        lead={t(
          '{used, number} of {count, plural, one {# column is} other {# columns are}} used; the others are left alone.',
          { used: usedColumns(source), count: source.columns.length },
        )}
      >
        <FactTable
          label={t('Columns')}
          heads={[t('Column'), t('Recognised as'), t('First value')]}
          rows={source.columns.map(({ index, title, attribute, example }) => ({
            key: String(index),
            cells: [
              title,
              attribute === 'kept' ? (
                t('{kept}, {count, plural, one {# person} other {# people}}', {
                  kept: columnAttributeWord('kept'),
                  count: filledOf(source, title),
                })
              ) : attribute ? (
                columnAttributeWord(attribute)
              ) : (
                <Text key="unused" span fz="sm" c="dimmed">
                  {t('Not used')}
                </Text>
              ),
              example === null ? null : <Example key="example">{example}</Example>,
            ],
          }))}
        />
      </Section>
      {changing ? (
        <ReadingDialog
          connection={id}
          grant={null}
          name={source.name}
          reading={source.reading}
          known={source}
          onRead={(reading) => reread.mutate({ connection: id, reading })}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </>
  )
}

/** Where a file would be told of. */
export function NoFile() {
  const { go } = useNavigation()
  return (
    <Section title={t('The file')}>
      <EmptyState
        icon={<IconTable size={22} stroke={1.75} />}
        title={t('No file read yet')}
        text={t('Open a file with your people on the People screen. Its columns are listed here afterwards.')}
        actions={
          <Button
            variant="default"
            leftSection={<IconUsers size={16} stroke={1.75} aria-hidden />}
            onClick={() => go({ at: 'people' })}
          >
            {t('Go to People')}
          </Button>
        }
      />
    </Section>
  )
}
