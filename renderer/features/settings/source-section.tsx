import { Button, Radio, Stack, Text } from '@mantine/core'
import { IconRefresh, IconTable, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileSummary, SourceSummary } from '../../../shared/model/source.ts'
import { type ShownSource, type SourceKind, sourceKinds } from '../../../shared/model/source-settings.ts'
import { personAttributeWords } from '../../../shared/words/attribute-words.ts'
import { failureOf, useAct, useCall } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { LdapForm } from '../source/ldap-form.tsx'
import { ReadFromServer } from '../source/read-from-server.tsx'
import { ScimForm } from '../source/scim-form.tsx'
import { sourceKindWords } from '../source/source-words.ts'
import { Example, Facts, FactTable, Section } from './section.tsx'

const productWords: Record<FileSummary['product'], string> = {
  entra: 'Microsoft Entra export',
  'active-directory': 'Active Directory export',
  generic: 'Table with a header line',
}

const delimiterWords: Record<string, string> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' }

function ReadFile({ source }: { source: FileSummary }) {
  const { count, dateTime, ago } = useFormat()
  const { id } = useConnection()
  const refresh = useAct('source', 'refresh')
  const used = source.columns.filter(({ attribute }) => attribute !== null).length
  return (
    <>
      <Section
        title="The file"
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

function NoFile() {
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

function Kind(props: { kind: SourceKind; connection: string; shown: ShownSource; summary: SourceSummary | null }) {
  const { kind, connection, shown, summary } = props
  const fromServer = summary !== null && summary.kind !== 'file' && summary.kind === kind ? summary : null
  if (kind === 'file') return summary?.kind === 'file' ? <ReadFile source={summary} /> : <NoFile />
  const Form = kind === 'ldap' ? LdapForm : ScimForm
  return (
    <>
      <Form key={connection} connection={connection} shown={shown} />
      {fromServer ? <ReadFromServer summary={fromServer} /> : null}
    </>
  )
}

/** Where people come from: a file, a directory or a SCIM service, each with its form and with what was read last. */
export function SourceSection() {
  const { id } = useConnection()
  const { screen } = useNavigation()
  const asked = screen.at === 'settings' ? screen.source : undefined
  const [chosen, setChosen] = useState<SourceKind | null>(asked ?? null)
  const summary = useCall('source', 'summary', { connection: id })
  const settings = useCall('source', 'settings', { connection: id })
  const error = summary.error ?? settings.error
  if (error) return <ErrorPanel failure={failureOf(error)} />
  if (!settings.data || summary.isPending) {
    return (
      <Section title="Where people come from">
        <LinesSkeleton label="Reading the source" />
      </Section>
    )
  }
  const { use } = settings.data
  const kind = chosen ?? use
  return (
    <Stack gap={16}>
      <Section
        title="Where people come from"
        lead={kind === use ? null : `In use until you save: ${sourceKindWords[use].toLowerCase()}.`}
      >
        <Radio.Group
          aria-label="Where people come from"
          value={kind}
          onChange={(value) => setChosen(sourceKinds.find((one) => one === value) ?? null)}
        >
          <Stack gap={10}>
            {sourceKinds.map((one) => (
              <Radio key={one} value={one} label={sourceKindWords[one]} />
            ))}
          </Stack>
        </Radio.Group>
      </Section>
      <Kind kind={kind} connection={id} shown={settings.data} summary={summary.data ?? null} />
    </Stack>
  )
}
