import { Button, VisuallyHidden } from '@mantine/core'
import { IconLockExclamation } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { AppInfo } from '../../../shared/model/app.ts'
import { t } from '../../../shared/words/text.ts'
import { callKey, useAct, useCall } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'

/** The keychain's state and a way to look again, which every part of the window then knows. */
export function useVault() {
  const client = useQueryClient()
  const info = useCall('app', 'info', undefined).data
  const probe = useAct('app', 'probeVault', {
    onSuccess: (vault) =>
      client.setQueryData<AppInfo>(callKey('app', 'info'), (before) => (before ? { ...before, vault } : before)),
  })
  return { vault: info?.vault, probe: () => probe.mutate(undefined), probing: probe.isPending, probed: probe.isSuccess }
}

/** Says that secrets last only until Muster closes, and how to change that on this platform. */
export function VaultNotice() {
  const { vault, probe, probing, probed } = useVault()
  if (vault?.keptIn !== 'memory') return null
  return (
    <Notice
      tone="warning"
      icon={<IconLockExclamation size={18} stroke={1.75} aria-hidden />}
      title={vault.failure?.happened ?? t('This computer has no keychain that Muster can use.')}
      actions={
        <Button variant="default" loading={probing} onClick={probe}>
          {t('Try again')}
        </Button>
      }
    >
      <div>
        {vault.failure?.means ?? t('You stay signed in only until Muster closes.')}{' '}
        {vault.advice ?? vault.failure?.todo}
      </div>
      <VisuallyHidden role="status">{probed && !probing ? t('Still no keychain.') : ''}</VisuallyHidden>
    </Notice>
  )
}
