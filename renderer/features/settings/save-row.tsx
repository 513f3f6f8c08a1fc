import { Button, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { t } from '../../../shared/words/text.ts'
import { failureOf } from '../../api.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import type { useUpdate } from './use-update.ts'

/** The end of a form: why saving failed, the button, and that it is saved. */
export function SaveRow(props: {
  update: Pick<ReturnType<typeof useUpdate>, 'saving' | 'saved' | 'error'>
  /** Something has changed and can be saved. */
  ready: boolean
  label?: string
  /** What stands in the place of “Saved” otherwise. */
  otherwise?: string | null
}) {
  const { update, ready, label = t('Save changes'), otherwise = null } = props
  const saved = update.saved && !ready
  return (
    <>
      {update.error ? <ErrorPanel failure={failureOf(update.error)} /> : null}
      <Group gap={12}>
        <Button type="submit" disabled={!ready} loading={update.saving}>
          {label}
        </Button>
        <Text component="span" fz="sm" role="status" c={saved ? '' : 'dimmed'}>
          {saved ? (
            <>
              <IconCheck size={16} stroke={2} aria-hidden style={{ verticalAlign: '-3px', marginInlineEnd: 6 }} />
              {t('Saved')}
            </>
          ) : (
            otherwise
          )}
        </Text>
      </Group>
    </>
  )
}
