import { Button, Text } from '@mantine/core'
import { IconRefresh, IconTable, IconUsers } from '@tabler/icons-react'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { Example, Facts, FactTable, Section } from './section.tsx'

const productWords: Record<SourceSummary['product'], string> = {
  entra: 'Microsoft Entra export',
  'active-directory': 'Active Directory export',
  generic: 'Table with a header line',
}

const delimiterWords: Record<string, string> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' }

function Read({ source }: { source: SourceSummary }) {
  const { count, dateTime, ago } = useFormat()
  const { id } = useConnection()
  const refresh = useAct('source', 'refresh')
  const used = source.columns.filter(({ attribute }) => attribute !== null).length
  return (
    <>
      <Section
        title="Where people come from"
        actions={
          <Button
            variant="default"
            loading={refresh.isPending}
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            onClick={() => refresh.mutate({ connection: id })}
          >
            Read the file again
          </Button>
        }
      >
        {refresh.error ? <ErrorPanel failure={failureOf(refresh.error)} /> : null}
        <Facts
          facts={[
            ['File', source.name],
            ['Recognised as', productWords[source.product]],
            ['Encoding', source.encoding],
            ['Columns divided by', delimiterWords[source.delimiter] ?? source.delimiter],
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
                personAttributeWords[attribute]
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
