import { ActionIcon, Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import type { MappingCounts, MappingPreview } from '../../../shared/model/mapping-preview.ts'
import { t } from '../../../shared/words/text.ts'
import { useCall } from '../../api.ts'
import classes from './mapping.module.css'

/** Who the mapping is tried on: found by name, or stepped through. */
function PersonChoice(props: { connection: string; preview: MappingPreview; onPerson: (id: number) => void }) {
  const { connection, preview, onPerson } = props
  const { person, place, people, before, after } = preview
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search === person.name ? '' : search, 150)
  const query = { search: wanted.slice(0, 200), state: null, sort: { by: 'name' as const, descending: false } }
  const found = useCall(
    'people',
    'query',
    { connection, query, offset: 0, limit: 12 },
    { placeholderData: keepPreviousData },
  )
  const rows = found.data?.rows ?? []
  const here = { value: String(person.id), label: person.name }
  const others = rows
    .filter(({ id }) => id !== person.id)
    .map(({ id, name, userName }) => ({ value: String(id), label: userName ? `${name} · ${userName}` : name }))
  return (
    <Group gap={8} align="flex-end" miw={0}>
      <Select
        label={t('Try it on')}
        w={260}
        maw="100%"
        searchable
        data={[here, ...others]}
        value={here.value}
        onSearchChange={setSearch}
        filter={({ options }) => options}
        nothingFoundMessage={t('Nobody found')}
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        onChange={(id) => {
          if (id !== null) onPerson(Number(id))
        }}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('Person before')}
        disabled={before === null}
        onClick={() => before !== null && onPerson(before)}
      >
        <IconChevronLeft size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('Next person')}
        disabled={after === null}
        onClick={() => after !== null && onPerson(after)}
      >
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <Text fz="xs" c="dimmed" className={classes.place ?? ''}>
        {[
          t('{place, number} of {people, number}', { place, people }),
          person.hasAccount ? t('has an account in K2') : t('no account in K2'),
          person.active ? '' : t('disabled at the source'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Group>
  )
}

/** What the mapping does to everybody, in one sentence. */
function Everybody({ counts, changed }: { counts: MappingCounts; changed: boolean }) {
  const { accounts, changes, changesNow, invalid } = counts
  const would =
    changed && changes !== changesNow
      ? t(
          'Of {accounts, plural, one {# account} other {# accounts}} in K2, {changes, number} would change, {changesNow, number} with the mapping in use.',
          { accounts, changes, changesNow },
        )
      : t('Of {accounts, plural, one {# account} other {# accounts}} in K2, {changes, number} would change.', {
          accounts,
          changes,
        })
  const blocked =
    invalid > 0
      ? t('{count, plural, one {# person has} other {# people have}} a value that can’t be pushed.', { count: invalid })
      : ''
  return <>{[would, blocked].filter(Boolean).join(' ')}</>
}

/** The live preview: on whom, and what it comes to for everybody. */
export function TrialBar(props: {
  connection: string
  preview: MappingPreview | null
  counts: MappingCounts | null
  counting: boolean
  changed: boolean
  onPerson: (id: number) => void
}) {
  const { connection, preview, counts, counting, changed, onPerson } = props
  return (
    <div className={classes.trial}>
      {preview ? (
        <PersonChoice key={preview.person.id} connection={connection} preview={preview} onPerson={onPerson} />
      ) : (
        <Text fz="sm" c="dimmed">
          {t('Read people, and the mapping is tried on them here.')}
        </Text>
      )}
      <Text fz="sm" role="status" className={classes.everybody ?? ''}>
        {counting ? t('Counting…') : counts ? <Everybody counts={counts} changed={changed} /> : null}
      </Text>
    </div>
  )
}
