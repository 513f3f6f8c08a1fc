import { Button, Group, Text } from '@mantine/core'
import { IconRefresh, IconTable, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileSummary } from '../../../shared/model/source.ts'
import { failureOf, useAct } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import {
  columnAttributeWord,
  delimiterWords,
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
    ['Written as', formatWords[format]],
    sheet === null ? null : [sheetLabel(format), sheet],
    encoding === null ? null : ['Encoding', encoding],
    delimiter === null ? null : ['Columns divided by', delimiterWords(delimiter)],
    quote === null ? null : ['Around a value', quoteWords[quote]],
    header === null ? null : ['Titles of the columns', headerWords(header)],
  ]
  return facts.filter((fact) => fact !== null)
}

/** How many people have something in a column that is kept. */
const filledOf = ({ more }: FileSummary, title: string): number => more.find(({ name }) => name === title)?.filled ?? 0

/** The file that people were read from, how it is read, and what its columns were taken for. */
export function ReadFile({ source }: { source: FileSummary }) {
  const [changing, setChanging] = useState(false)
  const { count, number, dateTime, ago } = useFormat()
  const { id } = useConnection()
  const refresh = useAct('source', 'refresh')
  const reread = useAct('source', 'reread')
  const error = refresh.error ?? reread.error
  return (
    <>
      <Section
        title="The file"
        actions={
          <Group gap="xs">
            <Button variant="default" loading={reread.isPending} onClick={() => setChanging(true)}>
              Change how it is read
            </Button>
            <Button
              variant="default"
              loading={refresh.isPending}
              leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
              onClick={() => refresh.mutate({ connection: id })}
            >
              Read the file again
            </Button>
          </Group>
        }
      >
        {error ? <ErrorPanel failure={failureOf(error)} /> : null}
        <Facts
          facts={[
            ['File', source.name],
            ['Recognised as', productWords[source.product]],
            ...writtenFacts(source),
            ['People', `${count(source.people, 'person', 'people')} in ${count(source.rows, 'row', 'rows')}`],
            ['Problems', source.problems === 0 ? 'None' : count(source.problems, 'problem', 'problems')],
            ['Read', `${ago(source.readAt)}, on ${dateTime(source.readAt)}`],
          ]}
        />
      </Section>
      <Section
        title="Columns"
        lead={`${number(usedColumns(source))} of ${count(source.columns.length, 'column is', 'columns are')} used; the others are left alone.`}
      >
        <FactTable
          label="Columns"
          heads={['Column', 'Recognised as', 'First value']}
          rows={source.columns.map(({ index, title, attribute, example }) => ({
            key: String(index),
            cells: [
              title,
              attribute === 'kept' ? (
                `${columnAttributeWord('kept')}, ${count(filledOf(source, title), 'person', 'people')}`
              ) : attribute ? (
                columnAttributeWord(attribute)
              ) : (
                <Text key="unused" span fz="sm" c="dimmed">
                  Not used
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
    <Section title="The file">
      <EmptyState
        icon={<IconTable size={22} stroke={1.75} />}
        title="No file read yet"
        text="Open a file with your people on the People screen. Its columns are listed here afterwards."
        actions={
          <Button
            variant="default"
            leftSection={<IconUsers size={16} stroke={1.75} aria-hidden />}
            onClick={() => go({ at: 'people' })}
          >
            Go to People
          </Button>
        }
      />
    </Section>
  )
}
