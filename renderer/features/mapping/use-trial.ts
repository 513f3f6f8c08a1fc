import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import type { Mapping } from '../../../shared/model/mapping.ts'
import { useCall } from '../../api.ts'

/** How long typing rests before the mapping is tried, in milliseconds: on one person, and on everybody. */
const rest = { one: 120, all: 500 }

/** What the mapping would do to one person, and to everybody. What is shown of an older mapping is marked as `counting`. */
export function useTrial(connection: string, mapping: Mapping, person: number | null) {
  const [soon] = useDebouncedValue(mapping, rest.one)
  const [later] = useDebouncedValue(mapping, rest.all)
  const preview = useCall(
    'mapping',
    'preview',
    { connection, mapping: soon, person },
    { placeholderData: keepPreviousData },
  )
  const counts = useCall('mapping', 'count', { connection, mapping: later }, { placeholderData: keepPreviousData })
  const ended = counts.error?.failure.code === 'count-cancelled'
  return {
    preview: preview.data ?? null,
    counts: counts.data ?? null,
    counting: later !== mapping || counts.isFetching || ended,
    error: preview.error ?? (ended ? null : counts.error),
  }
}
