import { Button, Text } from '@mantine/core'
import { IconChevronRight, IconTrash } from '@tabler/icons-react'
import { call, useCall } from '../../api.ts'
import { useWeighed } from '../../components/use-weighed.ts'
import { useFormat } from '../../format.tsx'

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
  const { count, number } = useFormat()
  const weighed = useWeighed('accounts', connection, selected, (ids) => call('accounts', 'weigh', { connection, ids }))
  const deletes = useCall('accounts', 'capabilities', { connection }).data?.delete
  const picked = selected.size
  const active = weighed?.active ?? picked
  const inactive = weighed?.inactive ?? 0
  const canDelete = inactive > 0 && deletes?.value !== 'no'
  return (
    <>
      <Text fz="sm" role="status">
        <strong>{picked === 0 ? 'No account selected' : `${number(picked)} selected`}</strong>
        {weighed === null || picked === 0 ? null : (
          <Text span inherit c="dimmed" ms="md">
            {number(active)} active · {number(inactive)} inactive
          </Text>
        )}
      </Text>
      {picked === 0 ? null : (
        <Button variant="subtle" onClick={props.onClear}>
          Clear
        </Button>
      )}
      {inactive > 0 && deletes?.value === 'no' ? (
        <Text fz="xs" c="dimmed">
          This service does not delete accounts. {deletes.from}
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
          Delete {count(inactive, 'inactive account', 'inactive accounts')}…
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
        Review deactivation of {active === 0 ? 'accounts' : count(active, 'account', 'accounts')}
      </Button>
    </>
  )
}
