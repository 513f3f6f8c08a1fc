import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconHistory } from '@tabler/icons-react'
import type { SinceCounts } from '../../../shared/model/person.ts'
import type { PersonQuery } from '../../../shared/model/person-query.ts'
import { t } from '../../../shared/words/text.ts'
import { sinceWords } from './filter-words.ts'

type Since = NonNullable<PersonQuery['since']>

/** How many are new or changed, as an item of the menu says it. */
const countedWords = (since: Since, count: number): string =>
  since === 'new' ? t('New {count, number}', { count }) : t('Changed {count, number}', { count })

/** What the last reading changed against the one before it: a filter for who is new or changed, and a list of who is gone. */
export function SinceMenu(props: {
  counts: SinceCounts
  value: Since | null
  onChange: (since: Since | null) => void
  onGone: () => void
}) {
  const { counts, value, onChange, onGone } = props
  if (counts === null) return null
  const label = value === null ? t('Since last time') : sinceWords(value)
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
        <Menu.Item onClick={() => onChange(null)}>{t('Everybody')}</Menu.Item>
        {(['new', 'changed'] as const).map((since) => (
          <Menu.Item key={since} disabled={counts[since] === 0} onClick={() => onChange(since)}>
            {countedWords(since, counts[since])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={counts.gone === 0} onClick={onGone}>
          {t('Gone {count, number}…', { count: counts.gone })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
