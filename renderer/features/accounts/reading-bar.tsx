import { Paper, Progress, Text } from '@mantine/core'
import { useFormat } from '../../format.tsx'

/** How far reading the K2 accounts has come. */
export function ReadingBar({ done, of }: { done: number; of: number | null }) {
  const { number } = useFormat()
  const words = of === null ? `${number(done)} read` : `${number(done)} of ${number(of)}`
  const share = of === null || of === 0 ? 100 : Math.min((done / of) * 100, 100)
  return (
    <Paper p="sm" role="status" aria-label="Reading K2 accounts">
      <Text fz="sm" mb={8}>
        <strong>Reading K2 accounts</strong> · {words}
      </Text>
      <Progress.Root size="sm">
        <Progress.Section
          value={share}
          animated={of === null}
          striped={of === null}
          aria-label="Reading K2 accounts"
          aria-valuetext={words}
        />
      </Progress.Root>
    </Paper>
  )
}
