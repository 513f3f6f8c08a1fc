import { Button, Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ChangeKind, changeKinds } from '../../../shared/model/change.ts'
import { t } from '../../../shared/words/text.ts'
import { call, type Output } from '../../api.ts'
import { useWeighed } from '../../components/use-weighed.ts'

/** How many changes of a kind a push would make: `20 to create`. */
function wouldWords(kind: ChangeKind, count: number): string {
  switch (kind) {
    case 'create':
      return t('{count, number} to create', { count })
    case 'update':
      return t('{count, number} to update', { count })
    case 'reactivate':
      return t('{count, number} to reactivate', { count })
    case 'deactivate':
      return t('{count, number} to deactivate', { count })
    case 'delete':
      return t('{count, number} to delete', { count })
    case 'none':
      return t('{count, number} unchanged', { count })
  }
}

/** What a push would do for the selection, in words: `20 to create · 5 to update`. */
function weighedWords({ would, blocked, leftOut }: Output<'people', 'weigh'>): string {
  const parts = changeKinds.flatMap((kind) => (would[kind] > 0 ? [wouldWords(kind, would[kind])] : []))
  if (blocked > 0) parts.push(t('{count, number} blocked', { count: blocked }))
  if (leftOut > 0) parts.push(t('{count, number} left out', { count: leftOut }))
  return parts.join(' · ')
}

/** The bar under the grid: how many are selected, what a push would do, and the way to Review. */
export function SelectionBar(props: {
  connection: string
  selected: ReadonlySet<number>
  planning: boolean
  onClear: () => void
  onReview: () => void
}) {
  const { connection, selected, planning, onClear, onReview } = props
  const weighed = useWeighed('people', connection, selected, (ids) => call('people', 'weigh', { connection, ids }))
  const none = selected.size === 0
  return (
    <>
      <Text fz="sm" role="status">
        <strong>{none ? t('Nobody selected') : t('{count, number} selected', { count: selected.size })}</strong>
        {none || weighed === null ? null : (
          <Text span inherit c="dimmed" ms="md">
            {weighedWords(weighed)}
          </Text>
        )}
      </Text>
      {none ? null : (
        <Button variant="subtle" onClick={onClear}>
          {t('Clear')}
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
        {t('Review changes')}
      </Button>
    </>
  )
}
