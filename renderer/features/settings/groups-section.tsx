import { Button, Skeleton } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { GroupsState } from '../../../shared/model/group.ts'
import { t } from '../../../shared/words/text.ts'
import { callKey, failureOf, useAct, useCall } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Notice } from '../../components/notice.tsx'
import { type Format, useFormat } from '../../format.tsx'
import { useConnection } from '../connections/current-connection.tsx'
import { GroupsForm } from './groups-form.tsx'
import { Section } from './section.tsx'

function readWords({ readAt, k2, complete }: GroupsState, { date }: Format): string {
  if (readAt === null) return t('K2’s groups have not been read yet.')
  const values = { date: date(readAt), count: k2.length }
  return complete
    ? t('Read {date}: {count, plural, one {# group} other {# groups}} in K2.', values)
    : t('Read {date}: at least {count, plural, one {# group} other {# groups}} in K2.', values)
}

/** Which groups of K2 are kept in step with which groups of the source. */
export function GroupsSection() {
  const { id: connection } = useConnection()
  const client = useQueryClient()
  const format = useFormat()
  const state = useCall('groups', 'state', { connection })
  const keep = (after: GroupsState) => client.setQueryData(callKey('groups', 'state', { connection }), after)
  const refresh = useAct('groups', 'refresh', { onSuccess: keep })
  const save = useAct('groups', 'setRules', { onSuccess: keep })
  const { data } = state
  return (
    <Section
      title={t('Groups')}
      lead={t(
        'Whom the source has in a ticked group comes into that group of K2. Groups without a tick are never touched, and nor is anybody the source does not know. K2 shows at most 100 members of a group, so members are added and taken out, and their list is never replaced.',
      )}
      actions={
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
          loading={refresh.isPending}
          onClick={() => refresh.mutate({ connection })}
        >
          {t('Read K2’s groups')}
        </Button>
      }
    >
      {state.error ? <ErrorPanel failure={failureOf(state.error)} retry={() => void state.refetch()} /> : null}
      {refresh.error ? <ErrorPanel failure={failureOf(refresh.error)} /> : null}
      {data?.failure ? <ErrorPanel failure={data.failure} /> : null}
      {data && data.readAt !== null && !data.complete ? (
        <Notice tone="warning" title={t('K2 shows only part of its groups')}>
          {t(
            'A ticked group that is not listed is looked for by its name. Where that does not work either, its members are not planned, and Review says so.',
          )}
        </Notice>
      ) : null}
      {state.isPending ? <Skeleton h={160} role="status" aria-label={t('Reading the groups')} /> : null}
      {data ? (
        <GroupsForm
          key={JSON.stringify([data.rules, data.source?.length])}
          state={data}
          facts={readWords(data, format)}
          saving={save.isPending}
          saved={save.isSuccess}
          error={save.error}
          onEdit={save.reset}
          onSave={(rules) => save.mutate({ connection, rules })}
        />
      ) : null}
    </Section>
  )
}
