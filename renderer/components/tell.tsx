import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { t } from '../../shared/words/text.ts'
import { failureOf } from '../api.ts'

/** How long a notice stays, in milliseconds; longer where there is a button to reach. */
const stays = { plain: 8_000, withUndo: 20_000 } as const

/** The last notice of each kind: a new one takes its place, so that it never waits behind a pile of old ones. */
const last: { plain?: string; withUndo?: string } = {}

/**
 * Tells the admin something in passing, at the edge of the window. Read out, and gone after a while. @param undo takes back
 * what the notice is about; left out where that is not one step.
 */
export function tell(message: string, undo?: () => void): void {
  const kind = undo ? 'withUndo' : 'plain'
  const before = last[kind]
  if (before !== undefined) notifications.hide(before)
  const id = notifications.show({
    message: (
      <Group justify="space-between" gap={8} wrap="nowrap">
        <Text fz="sm">{message}</Text>
        {undo ? (
          <Button
            variant="default"
            flex="none"
            onClick={() => {
              notifications.hide(id)
              undo()
            }}
          >
            {t('Undo')}
          </Button>
        ) : null}
      </Group>
    ),
    withBorder: true,
    autoClose: stays[kind],
    closeButtonProps: { 'aria-label': t('Close this notice') },
  })
  last[kind] = id
}

/** Tells the admin in passing that something could not be done: for what has no place on a screen that could show the failure. */
export const tellFailure = (error: Error): void => tell(failureOf(error).happened)
