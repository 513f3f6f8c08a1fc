import { Button } from '@mantine/core'
import { IconCheck, IconHelp, IconRadar, IconRefresh, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { Capabilities } from '../../../shared/model/account.ts'
import { callKey, failureOf, useAct, useCall } from '../../api.ts'
import { Badge } from '../../components/badge.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { LinesSkeleton } from '../../components/skeletons.tsx'
import { type Format, useFormat } from '../../format.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { FactTable, Section } from './section.tsx'

const names: Record<Exclude<keyof Capabilities, 'learntAt'>, string> = {
  patch: 'Change single attributes (PATCH)',
  put: 'Replace accounts (PUT)',
  delete: 'Delete accounts',
  filter: 'Look an account up by its sign-in name',
  filterIgnoresCase: 'Look-up ignores upper and lower case',
  paging: 'Lists beyond the first page',
  pageSize: 'Accounts on one page',
  etag: 'Tells versions apart (ETag)',
  bulk: 'Several changes in one request',
  bulkOperations: 'Changes in one such request',
  bulkBytes: 'Bytes in one such request',
}

const answers = {
  yes: { tone: 'teal', icon: IconCheck, words: 'Yes' },
  no: { tone: 'gray', icon: IconX, words: 'No' },
  unknown: { tone: 'orange', icon: IconHelp, words: 'Unknown' },
} as const

function rowsOf(capabilities: Capabilities, format: Format) {
  const keys = Object.keys(names) as (keyof typeof names)[]
  // The two limits say something only where there is a bulk request.
  const shown = keys.filter((key) => !key.startsWith('bulk') || key === 'bulk' || capabilities.bulk.value === 'yes')
  return shown.map((key) => {
    const { value, from } = capabilities[key]
    if (typeof value === 'number') return { key, cells: [names[key], format.number(value), from] }
    const { tone, icon, words } = answers[value]
    return {
      key,
      cells: [
        names[key],
        <Badge key={key} tone={tone} icon={icon}>
          {words}
        </Badge>,
        from,
      ],
    }
  })
}

/** What this service can do, how Muster knows, and a way to look again. */
export function SupportsSection() {
  const { id } = useConnection()
  const client = useQueryClient()
  const format = useFormat()
  const kept = useCall('accounts', 'capabilities', { connection: id })
  const learn = useAct('accounts', 'learn', {
    onSuccess: (learnt) => client.setQueryData(callKey('accounts', 'capabilities', { connection: id }), learnt),
  })
  const error = learn.error ?? kept.error
  const again = (
    <Button
      variant="default"
      loading={learn.isPending}
      leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
      onClick={() => learn.mutate({ connection: id })}
    >
      {kept.data ? 'Learn again' : 'Learn now'}
    </Button>
  )
  return (
    <Section
      title="What the service supports"
      lead={
        kept.data
          ? `Learnt ${format.ago(kept.data.learntAt)}, on ${format.dateTime(kept.data.learntAt)}. Muster reads only to find out.`
          : 'Muster finds out by reading only, and adapts to it.'
      }
      actions={kept.data ? again : null}
    >
      {error ? <ErrorPanel failure={failureOf(error)} /> : null}
      {kept.isPending ? <LinesSkeleton label="Reading what is known" lines={6} /> : null}
      {kept.data ? (
        <FactTable
          label="What the service supports"
          heads={['Ability', 'Answer', 'How Muster knows']}
          rows={rowsOf(kept.data, format)}
        />
      ) : null}
      {kept.data === null ? (
        <EmptyState
          icon={<IconRadar size={22} stroke={1.75} />}
          title="Nothing learnt yet"
          text="Muster asks the service once you are signed in."
          actions={again}
        />
      ) : null}
    </Section>
  )
}
