import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { SourceSummary } from '../../../shared/model/source.ts'
import { type ShownSource, type SourceKind, sourceKinds } from '../../../shared/model/source-settings.ts'
import { t, texts } from '../../../shared/words/text.ts'
import { failureOf, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { LdapForm } from '../source/ldap-form.tsx'
import { NoFile, ReadFile } from '../source/read-file.tsx'
import { ReadFromServer } from '../source/read-from-server.tsx'
import { ScimForm } from '../source/scim-form.tsx'
import { sourceKindWords } from '../source/source-words.ts'
import { Section } from './section.tsx'

/** Which source is in use while another one is looked at. */
const inUse: Record<SourceKind, string> = texts({
  file: 'In use until you save: a file.',
  ldap: 'In use until you save: LDAP or Active Directory.',
  scim: 'In use until you save: a SCIM service.',
})

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
      <Section title={t('Where people come from')}>
        <LinesSkeleton label={t('Reading the source')} />
      </Section>
    )
  }
  const { use } = settings.data
  const kind = chosen ?? use
  return (
    <Stack gap={16}>
      <Section
        title={t('Where people come from')}
        lead={
          kind === use
            ? t('Muster only reads there. K2 gets what the mapping fills, of the people you pick, when you push.')
            : inUse[use]
        }
      >
        <Radio.Group
          aria-label={t('Where people come from')}
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
