import { Button, Group, Paper, Progress, Text } from '@mantine/core'
import { t } from '../../shared/words/text.ts'

/** How far reading has come, and the way to stop it where there is one. */
export function ReadingBar(props: { what: string; done: number; of: number | null; onCancel?: () => void }) {
  const { what, done, of, onCancel } = props
  const words = of === null ? t('{done, number} read', { done }) : t('{done, number} of {of, number}', { done, of })
  const share = of === null || of === 0 ? 100 : Math.min((done / of) * 100, 100)
  return (
    <Paper p="sm" role="status" aria-label={what}>
      <Group justify="space-between" gap={10} mb={8}>
        <Text fz="sm">
          <strong>{what}</strong> · {words}
        </Text>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {t('Cancel')}
          </Button>
        ) : null}
      </Group>
      <Progress.Root size="sm">
        <Progress.Section
          value={share}
          animated={of === null}
          striped={of === null}
          aria-label={what}
          aria-valuetext={words}
        />
      </Progress.Root>
    </Paper>
  )
}
