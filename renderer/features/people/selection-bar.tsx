import { Button, Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ChangeKind, changeKinds } from '../../../shared/model/change.ts'
import { call, type Output } from '../../api.ts'
import { useWeighed } from '../../components/use-weighed.ts'
import { type Format, useFormat } from '../../format.tsx'
import type { PeopleView } from './people-view.ts'

const verbs: Record<ChangeKind, string> = {
  create: 'to create',
  update: 'to update',
  reactivate: 'to reactivate',
  deactivate: 'to deactivate',
  delete: 'to delete',
  none: 'unchanged',
}

/** What a push would do for the selection, in words: `20 to create · 5 to update`. */
function weighedWords({ would, blocked, leftOut }: Output<'people', 'weigh'>, { number }: Format): string {
  const parts = changeKinds.flatMap((kind) => (would[kind] > 0 ? [`${number(would[kind])} ${verbs[kind]}`] : []))
  if (blocked > 0) parts.push(`${number(blocked)} blocked`)
  if (leftOut > 0) parts.push(`${number(leftOut)} left out`)
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
  const format = useFormat()
  const weighed = useWeighed('people', connection, view.selected, (ids) => call('people', 'weigh', { connection, ids }))
  const none = view.selected.size === 0
  return (
    <>
      <Text fz="sm" role="status">
        <strong>{none ? 'Nobody selected' : `${format.number(view.selected.size)} selected`}</strong>
        {none || weighed === null ? null : (
          <Text span inherit c="dimmed" ms="md">
            {weighedWords(weighed, format)}
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
