import { Button, Menu, Text } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconDeviceFloppy, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import type { SavedSelection } from '../../../shared/model/saved-selection.ts'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import { useFormat } from '../../format.tsx'

/** The saved selections: each with how many it finds now, the way to save one more, and the way to change them. */
export function SavedMenu(props: {
  connection: string
  /** There is something to save: a rule, or somebody who is ticked. */
  canSave: boolean
  onApply: (selection: SavedSelection) => void
  onSave: () => void
  onManage: () => void
}) {
  const { connection, canSave } = props
  const [opened, setOpened] = useState(false)
  const { number } = useFormat()
  const list = useCall('selections', 'list', opened ? { connection } : null).data
  return (
    <Menu position="bottom-start" width={300} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={15} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          {t('Saved selections')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {list?.map((selection) => (
          <Menu.Item
            key={selection.id}
            onClick={() => props.onApply(selection)}
            rightSection={
              <Text span fz="xs">
                {[selection.rule === null ? t('list') : t('rule'), number(selection.found)].join(' · ')}
              </Text>
            }
          >
            <bdi>{selection.name}</bdi>
          </Menu.Item>
        ))}
        {list && list.length > 0 ? <Menu.Divider /> : null}
        <Menu.Item
          disabled={!canSave}
          leftSection={<IconDeviceFloppy size={15} stroke={1.75} aria-hidden />}
          onClick={props.onSave}
        >
          {t('Save this selection…')}
        </Menu.Item>
        <Menu.Item
          disabled={!list || list.length === 0}
          leftSection={<IconSettings size={15} stroke={1.75} aria-hidden />}
          onClick={props.onManage}
        >
          {t('Change saved selections…')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
