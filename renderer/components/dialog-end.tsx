import { Button, Group } from '@mantine/core'
import type { Failure } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import { FailureWords } from './error-panel.tsx'
import { Notice } from './notice.tsx'

/** The end of a dialog's form: why it failed, the way back, and the button that sends it. */
export function DialogEnd(props: {
  confirm: string
  danger?: boolean
  /** The form can be sent. */
  ready: boolean
  busy: boolean
  failure: Failure | null
  /** Cancel has the focus when the dialog opens. */
  cancelFirst?: boolean
  onCancel: () => void
}) {
  const { confirm, danger = false, ready, busy, failure, cancelFirst = false, onCancel } = props
  return (
    <>
      {failure ? (
        <Notice tone="bad" urgent title={failure.happened}>
          <FailureWords failure={failure} />
        </Notice>
      ) : null}
      <Group justify="flex-end" gap={10}>
        <Button variant="default" onClick={onCancel} data-autofocus={cancelFirst || undefined}>
          {t('Cancel')}
        </Button>
        <Button type="submit" {...(danger ? { color: 'red' } : {})} disabled={!ready} loading={busy}>
          {confirm}
        </Button>
      </Group>
    </>
  )
}
