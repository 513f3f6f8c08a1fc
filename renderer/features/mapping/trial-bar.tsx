import { ActionIcon, Group, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import type { MappingCounts, MappingPreview } from '../../../shared/model/mapping-preview.ts'
import { useCall } from '../../api.ts'
import { useFormat } from '../../format.tsx'
import classes from './mapping.module.css'

/** Who the mapping is tried on: found by name, or stepped through. */
function PersonChoice(props: { connection: string; preview: MappingPreview; onPerson: (id: number) => void }) {
  const { connection, preview, onPerson } = props
  const { person, place, people, before, after } = preview
  const { number } = useFormat()
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
    <Group gap={8} align="flex-end">
      <Select
        label="Try it on"
        w={260}
        searchable
        data={[here, ...others]}
        value={here.value}
        onSearchChange={setSearch}
        filter={({ options }) => options}
        nothingFoundMessage="Nobody found"
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        onChange={(id) => {
          if (id !== null) onPerson(Number(id))
        }}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label="Person before"
        disabled={before === null}
        onClick={() => before !== null && onPerson(before)}
      >
        <IconChevronLeft size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        aria-label="Next person"
        disabled={after === null}
        onClick={() => after !== null && onPerson(after)}
      >
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <Text fz="xs" c="dimmed" className={classes.place ?? ''}>
        {number(place)} of {number(people)} · {person.hasAccount ? 'has an account in K2' : 'no account in K2'}
        {person.active ? '' : ' · disabled at the source'}
      </Text>
    </Group>
  )
}

/** What the mapping does to everybody, in one sentence. */
function Everybody({ counts, changed }: { counts: MappingCounts; changed: boolean }) {
  const { count, number } = useFormat()
  const { accounts, changes, changesNow, invalid } = counts
  const was = changed && changes !== changesNow ? `, ${number(changesNow)} with the mapping in use` : ''
  const blocked = invalid > 0 ? ` ${count(invalid, 'person has', 'people have')} a value that can’t be pushed.` : ''
  return (
    <>
      Of {count(accounts, 'account', 'accounts')} in K2, {number(changes)} would change{was}.{blocked}
    </>
  )
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
          Read people, and the mapping is tried on them here.
        </Text>
      )}
      <Text fz="sm" role="status" className={classes.everybody ?? ''}>
        {counting ? 'Counting…' : counts ? <Everybody counts={counts} changed={changed} /> : null}
      </Text>
    </div>
  )
}
