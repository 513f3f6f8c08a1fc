import { Anchor, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { t } from '../../../shared/words/text.ts'
import { useNavigation } from '../../navigation.tsx'
import classes from './connection-switcher.module.css'

/** Stands where the buttons that change something in K2 would: why they are not there, and where that can be changed. */
export function ReadOnlyWords({ children }: { children: string }) {
  const { go } = useNavigation()
  return (
    <Text fz="sm" component="span" className={classes.readOnly ?? ''}>
      <IconLock size={16} stroke={1.75} aria-hidden />
      <span>
        {children}{' '}
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          underline="always"
          onClick={() => go({ at: 'settings', section: 'connection' })}
        >
          {t('Change that in Settings')}
        </Anchor>
      </span>
    </Text>
  )
}
