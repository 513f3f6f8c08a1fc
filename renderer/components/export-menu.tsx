import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { useRef } from 'react'
import { t } from '../../shared/words/text.ts'
import { useCommand } from '../commands/commands.tsx'

/** Saves what a screen shows as a file: one button, a format an item. */
export function ExportMenu<F extends string>(props: {
  formats: readonly (readonly [format: F, words: string])[]
  exporting: boolean
  disabled?: boolean
  onExport: (format: F) => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  const { exporting, disabled = false } = props
  useCommand(
    'export',
    exporting || disabled
      ? null
      : () => {
          // The menu gives the focus back to where it came from.
          button.current?.focus()
          button.current?.click()
        },
  )
  return (
    <Menu position="bottom-end" width={210} withinPortal>
      <Menu.Target>
        <Button
          ref={button}
          variant="default"
          loading={exporting}
          disabled={disabled}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          {t('Export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {props.formats.map(([format, words]) => (
          <Menu.Item key={format} onClick={() => props.onExport(format)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
