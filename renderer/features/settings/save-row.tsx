import { Button, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { failureOf } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import type { useUpdate } from './use-update.ts'

/** The end of a form: why saving failed, the button, and that it is saved. */
export function SaveRow({ update, ready }: { update: ReturnType<typeof useUpdate>; ready: boolean }) {
  return (
    <>
      {update.error ? <ErrorPanel failure={failureOf(update.error)} /> : null}
      <Group gap={12}>
        <Button type="submit" disabled={!ready} loading={update.saving}>
          Save changes
        </Button>
        <Text component="span" fz="sm" role="status">
          {update.saved && !ready ? (
            <>
              <IconCheck size={16} stroke={2} aria-hidden style={{ verticalAlign: '-3px', marginInlineEnd: 6 }} />
              Saved
            </>
          ) : null}
        </Text>
      </Group>
    </>
  )
}
