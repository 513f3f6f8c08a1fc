import { IconWifiOff } from '@tabler/icons-react'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'

/** Says that there is no network at all, which is something else than being signed out. */
export function OfflineNotice() {
  if (useCall('app', 'online', undefined).data !== false) return null
  return (
    <Notice
      tone="info"
      icon={<IconWifiOff size={18} stroke={1.75} aria-hidden />}
      title={t('This computer is offline')}
    >
      {t('You stay signed in, and nothing is lost. What waits for the network goes on by itself when it is back.')}
    </Notice>
  )
}
