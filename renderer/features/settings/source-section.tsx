import { Button, Group, Text } from '@mantine/core'
import { IconRefresh, IconTable, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import {
  columnAttributeWords,
  delimiterWords,
  formatWords,
  productWords,
  quoteWords,
} from '../../components/file-words.ts'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { ReadingDialog } from '../source/reading-dialog.tsx'
import { Example, Facts, FactTable, Section } from './section.tsx'

/** The parts of how a file is written that its format has. */
function writtenFacts({ format, encoding, delimiter, quote, header, sheet }: SourceSummary) {
  const facts: (readonly [name: string, value: string] | null)[] = [
    ['Written as', formatWords[format]],
    sheet === null ? null : [format === 'xlsx' ? 'Sheet' : 'List', sheet],
    encoding === null ? null : ['Encoding', encoding],
    delimiter === null ? null : ['Columns divided by', delimiterWords(delimiter)],
    quote === null ? null : ['Around a value', quoteWords[quote]],
    header === null ? null : ['Titles of the columns', header === 0 ? 'None' : `Line ${header}`],
  ]
  return facts.filter((fact) => fact !== null)
}

function Read({ source }: { source: SourceSummary }) {
  const [changing, setChanging] = useState(false)
  const { count, dateTime, ago } = useFormat()
  const { id } = useConnection()
  const refresh = useAct('source', 'refresh')
  const reread = useAct('source', 'reread')
  const error = refresh.error ?? reread.error
  const used = source.columns.filter(({ attribute }) => attribute !== null).length
  return (
    <>
      <Section
        title="Where people come from"
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
        lead={`${used} of ${count(source.columns.length, 'column is', 'columns are')} used; the others are left alone.`}
      >
        <FactTable
          label="Columns"
          heads={['Column', 'Recognised as', 'First value']}
          rows={source.columns.map(({ index, title, attribute, example }) => ({
            key: String(index),
            cells: [
              title,
              attribute ? (
                columnAttributeWords[attribute]
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
          onRead={(reading) => {
            reread.mutate({ connection: id, reading })
            setChanging(false)
          }}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </>
  )
}

/** The file that people were read from and what its columns were taken for. */
export function SourceSection() {
  const { id } = useConnection()
  const { go } = useNavigation()
  const summary = useCall('source', 'summary', { connection: id })
  if (summary.error) return <ErrorPanel failure={failureOf(summary.error)} />
  if (summary.data) return <Read source={summary.data} />
  return (
    <Section title="Where people come from">
      {summary.isPending ? (
        <LinesSkeleton label="Reading the source" />
      ) : (
        <EmptyState
          icon={<IconTable size={22} stroke={1.75} />}
          title="No people read yet"
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
      )}
    </Section>
  )
}
