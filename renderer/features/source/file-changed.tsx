import { Button } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { useFormat } from '../../format.tsx'
import { keptState } from '../../kept-state.ts'

/** The change that the admin does not want to hear of again, by connection. */
const [useDismissed] = keptState<{ modifiedAt: number | null }>({ modifiedAt: null })

/** Offers to read the file again when it was written since. Asks once for each time it was, and never reads by itself. */
export function FileChanged(props: { connection: string; busy: boolean; onRead: () => void }) {
  const { connection, busy, onRead } = props
  const { dateTime } = useFormat()
  const [dismissed, dismiss] = useDismissed(connection)
  const change = useCall('source', 'fileChange', { connection }).data ?? null
  if (change === null || change.modifiedAt === dismissed.modifiedAt) return null
  return (
    <Notice
      tone="info"
      title={t('{name} has changed on disk.', { name: change.name })}
      actions={
        <Button variant="default" loading={busy} onClick={onRead}>
          {t('Read it again')}
        </Button>
      }
      onClose={() => dismiss({ modifiedAt: change.modifiedAt })}
    >
      {t('It was written on {at}, after its people were read.', { at: dateTime(change.modifiedAt) })}
    </Notice>
  )
}
