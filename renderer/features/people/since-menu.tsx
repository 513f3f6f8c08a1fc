import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconHistory } from '@tabler/icons-react'
import type { SinceCounts } from '../../../shared/model/person.ts'
import type { PersonQuery } from '../../../shared/model/person-query.ts'
import { useFormat } from '../../format.tsx'

type Since = NonNullable<PersonQuery['since']>

const words: Record<Since, string> = { new: 'New', changed: 'Changed' }

/** What the last reading changed against the one before it: a filter for who is new or changed, and a list of who is gone. */
export function SinceMenu(props: {
  counts: SinceCounts
  value: Since | null
  onChange: (since: Since | null) => void
  onGone: () => void
}) {
  const { counts, value, onChange, onGone } = props
  const { number } = useFormat()
  if (counts === null) return null
  const label = value === null ? 'Since last time' : `${words[value]} since last time`
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant={value === null ? 'default' : 'light'}
          leftSection={<IconHistory size={15} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange(null)}>Everybody</Menu.Item>
        {(['new', 'changed'] as const).map((since) => (
          <Menu.Item key={since} disabled={counts[since] === 0} onClick={() => onChange(since)}>
            {words[since]} {number(counts[since])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={counts.gone === 0} onClick={onGone}>
          Gone {number(counts.gone)}…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
