import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { t } from '../../shared/words/text.ts'

/** How long a notice stays, in milliseconds: long enough to read it, and to reach a button in it. */
const stays = 8_000

/** Tells the admin something in passing, at the edge of the window. Read out, and gone after a while. */
export function tell(message: ReactNode): void {
  notifications.show({
    message,
    withBorder: true,
    autoClose: stays,
    closeButtonProps: { 'aria-label': t('Close this notice') },
  })
}
