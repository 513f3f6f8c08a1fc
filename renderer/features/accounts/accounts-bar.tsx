import { Button, Text } from '@mantine/core'
import { IconChevronRight, IconTrash } from '@tabler/icons-react'
import { t } from '../../../shared/words/text.ts'
import { call, useCall } from '../../api.ts'
import { useWeighed } from '../../components/use-weighed.ts'

/**
 * The bar under the grid: how many are selected, and the ways to Review: deactivating what is active, and, plainly second,
 * deleting what is inactive already, where the service may do that.
 */
export function AccountsBar(props: {
  connection: string
  selected: ReadonlySet<string>
  planning: boolean
  onClear: () => void
  onDeactivate: () => void
  onDelete: () => void
}) {
  const { connection, selected } = props
  const weighed = useWeighed('accounts', connection, selected, (ids) => call('accounts', 'weigh', { connection, ids }))
  const deletes = useCall('accounts', 'capabilities', { connection }).data?.delete
  const picked = selected.size
  const active = weighed?.active ?? picked
  const inactive = weighed?.inactive ?? 0
  const canDelete = inactive > 0 && deletes?.value !== 'no'
  return (
    <>
      <Text fz="sm" role="status">
        <strong>{picked === 0 ? t('No account selected') : t('{count, number} selected', { count: picked })}</strong>
        {weighed === null || picked === 0 ? null : (
          <Text span inherit c="dimmed" ms="md">
            {[t('{count, number} active', { count: active }), t('{count, number} inactive', { count: inactive })].join(
              ' · ',
            )}
          </Text>
        )}
      </Text>
      {picked === 0 ? null : (
        <Button variant="subtle" onClick={props.onClear}>
          {t('Clear')}
        </Button>
      )}
      {inactive > 0 && deletes?.value === 'no' ? (
        <Text fz="xs" c="dimmed">
          {[t('This service does not delete accounts.'), deletes.from].join(' ')}
        </Text>
      ) : null}
      {picked > 0 && (canDelete || inactive === 0) ? (
        // Takes what the buttons leave, so that they stay beside each other.
        <Text fz="xs" c="dimmed" flex="1 1 140px">
          {canDelete
            ? t('A deleted account can only be made anew, with another id.')
            : t('A deactivated account stays, and can be reactivated.')}
        </Text>
      ) : null}
      {canDelete ? (
        <Button
          size="sm"
          ms="auto"
          variant="outline"
          color="red"
          disabled={props.planning}
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
          onClick={props.onDelete}
        >
          {t('Delete {count, plural, one {# inactive account} other {# inactive accounts}}…', { count: inactive })}
        </Button>
      ) : null}
      <Button
        size="sm"
        ms={canDelete ? 0 : 'auto'}
        disabled={active === 0}
        loading={props.planning}
        rightSection={<IconChevronRight size={16} aria-hidden />}
        onClick={props.onDeactivate}
      >
        {active === 0
          ? t('Review deactivation of accounts')
          : t('Review deactivation of {count, plural, one {# account} other {# accounts}}', { count: active })}
      </Button>
    </>
  )
}
