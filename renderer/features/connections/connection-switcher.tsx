import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconLock, IconPlus, IconSelector } from '@tabler/icons-react'
import { t } from '../../../shared/words/text.ts'
import compact from '../../frame.module.css'
import { useNavigation } from '../../navigation.tsx'
import { edgeOf } from './colours.ts'
import classes from './connection-switcher.module.css'
import { useConnection, useConnections } from './current-connection.tsx'

const ReadOnlyMark = () => (
  <span className={classes.locked}>
    <IconLock size={13} stroke={2} aria-hidden />
    {t('Read-only')}
  </span>
)

/** Top of the rail: which connection is worked with; its edge and its environment make production unmistakable. */
export function ConnectionSwitcher() {
  const current = useConnection()
  const { list, choose } = useConnections()
  const { restart, go } = useNavigation()
  const name = [current.name, current.environment].filter(Boolean).join(' ')
  return (
    <Menu position="bottom-start" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={classes.switcher}
          style={{ '--edge': edgeOf(current.colour) }}
          aria-label={
            current.readOnly ? t('Connection: {name} (read-only)', { name }) : t('Connection: {name}', { name })
          }
        >
          <span className={classes.initial} aria-hidden>
            {[...current.name][0]?.toLocaleUpperCase()}
          </span>
          <span className={`${classes.words} ${compact.label}`}>
            <bdi className={classes.name}>{current.name}</bdi>
            {current.environment ? <bdi className={classes.environment}>{current.environment}</bdi> : null}
            {current.readOnly ? <ReadOnlyMark /> : null}
          </span>
          <IconSelector className={compact.label} size={18} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('Connections')}</Menu.Label>
        {list.map((each) => (
          <Menu.Item
            key={each.id}
            className={classes.item}
            style={{ '--edge': edgeOf(each.colour) }}
            aria-current={each.id === current.id || undefined}
            rightSection={each.id === current.id ? <IconCheck size={16} stroke={1.75} /> : null}
            onClick={() => {
              if (each.id === current.id) return
              choose(each.id)
              restart({ at: 'people' })
            }}
          >
            <bdi className={classes.name}>{each.name}</bdi>
            {each.environment ? <bdi className={classes.environment}>{each.environment}</bdi> : null}
            {each.readOnly ? <ReadOnlyMark /> : null}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => go({ at: 'welcome' })}>
          {t('Add a connection')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
