import { Button, Group, Text } from '@mantine/core'
import { t } from '../../../shared/words/text.ts'
import classes from './mapping.module.css'

/** The end of the editor: what is not saved, what stands in the way, and what saving does. */
export function SaveBar(props: {
  changed: boolean
  saved: boolean
  saving: boolean
  problems: number
  onSave: () => void
  onDiscard: () => void
}) {
  const { changed, saved, saving, problems } = props
  if (!changed) {
    return (
      <Text fz="sm" role="status" mt={12}>
        {saved ? t('Saved. Where everybody stands is worked out anew, and plans have to be reviewed again.') : ''}
      </Text>
    )
  }
  return (
    <div className={classes.bar}>
      <Text fz="sm" role="status">
        {problems > 0
          ? t(
              '{count, plural, one {# thing has} other {# things have}} to be corrected before this can be saved. Until then it is kept as a draft.',
              { count: problems },
            )
          : t(
              'Not saved yet, and kept as a draft. Saving works out anew where everybody stands, and plans that were not pushed have to be reviewed again.',
            )}
      </Text>
      <Group gap={8} wrap="nowrap">
        <Button variant="default" disabled={saving} onClick={props.onDiscard}>
          {t('Discard changes')}
        </Button>
        <Button disabled={problems > 0} loading={saving} onClick={props.onSave}>
          {t('Save mapping')}
        </Button>
      </Group>
    </div>
  )
}
