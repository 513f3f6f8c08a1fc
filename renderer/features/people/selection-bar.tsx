import { Button, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ChangeKind, changeKinds } from '../../../shared/model/change.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../format.tsx'
import type { PeopleView } from './people-view.ts'

/** How long the selection rests before main weighs it, in milliseconds. */
const rest = 80

const verbs: Record<ChangeKind, string> = {
  create: 'to create',
  update: 'to update',
  reactivate: 'to reactivate',
  deactivate: 'to deactivate',
  delete: 'to delete',
  none: 'unchanged',
}

/** What a push would do for the selection, in words: `20 to create · 5 to update`. */
function useWeighed(connection: string, view: PeopleView): string {
  const { number } = useFormat()
  const [turn] = useDebouncedValue(view.turn, rest)
  const { data, isPlaceholderData } = useQuery({
    // The turn names the selection: a key that listed 100,000 ids would be hashed with every row that is drawn.
    queryKey: ['people', 'weigh', connection, turn],
    queryFn: () => call('people', 'weigh', { connection, ids: [...view.selected] }),
    enabled: view.selected.size > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  // The counts of the selection before say something wrong about this one; an empty place says nothing.
  if (!data || isPlaceholderData || turn !== view.turn) return ''
  const parts = changeKinds.flatMap((kind) =>
    data.would[kind] > 0 ? [`${number(data.would[kind])} ${verbs[kind]}`] : [],
  )
  if (data.blocked > 0) parts.push(`${number(data.blocked)} blocked`)
  if (data.leftOut > 0) parts.push(`${number(data.leftOut)} left out`)
  return parts.join(' · ')
}

/** The bar under the grid: how many are selected, what a push would do, and the way to Review. */
export function SelectionBar(props: {
  connection: string
  view: PeopleView
  planning: boolean
  onClear: () => void
  onReview: () => void
}) {
  const { connection, view, planning, onClear, onReview } = props
  const { number } = useFormat()
  const weighed = useWeighed(connection, view)
  const none = view.selected.size === 0
  return (
    <>
      <Text fz="sm" role="status">
        <strong>{none ? 'Nobody selected' : `${number(view.selected.size)} selected`}</strong>
        {none || weighed === '' ? null : (
          <Text span inherit c="dimmed" ms="md">
            {weighed}
          </Text>
        )}
      </Text>
      {none ? null : (
        <Button variant="subtle" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button
        size="sm"
        ms="auto"
        disabled={none}
        loading={planning}
        rightSection={<IconChevronRight size={16} aria-hidden />}
        onClick={onReview}
      >
        Review changes
      </Button>
    </>
  )
}
