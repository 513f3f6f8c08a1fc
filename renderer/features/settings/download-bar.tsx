import { Progress, Text } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import { useFormat } from '../../format.tsx'

/** How much of a new version is here. `share`: 0 to 1. */
export function DownloadBar({ version, share }: { version: string; share: number }) {
  const { percent } = useFormat()
  const what = t('Downloading Muster {version}', { version })
  return (
    <div role="status" aria-label={what}>
      <Text fz="sm" mb={8}>
        <strong>{what}</strong> · {percent(share)}
      </Text>
      <Progress.Root size="sm">
        <Progress.Section value={share * 100} aria-label={what} aria-valuetext={percent(share)} />
      </Progress.Root>
    </div>
  )
}
