import { Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useCommand } from '../commands/commands.tsx'

/** True where a key belongs to what the admin types or to an open dialog. */
const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]')

/** A letter typed in a list of rows: it begins a search. Space ticks a row there. */
const isTypedInGrid = ({ key, target }: KeyboardEvent) =>
  key.length === 1 && key !== ' ' && target instanceof Element && target.closest('[role=grid] tbody') !== null

/** Searches the list below. `/` goes to it from anywhere on the screen, letters from the list itself, Esc empties it. */
export function SearchField(props: {
  /** Accessible name: `Search people`. */
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  width?: number
}) {
  const field = useRef<HTMLInputElement>(null)
  useCommand('find', () => {
    field.current?.focus()
    field.current?.select()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      // The letter itself goes into the field, which has the focus by the time it is put in.
      if (event.key === '/') event.preventDefault()
      else if (!isTypedInGrid(event)) return
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={props.label}
      aria-keyshortcuts="/"
      placeholder={props.placeholder}
      size="xs"
      maxLength={200}
      flex={`0 1 ${props.width ?? 260}px`}
      miw={180}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || props.value === '') return
        event.stopPropagation()
        props.onChange('')
      }}
      leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
      rightSection={props.value === '' ? <Kbd size="xs">/</Kbd> : null}
      rightSectionPointerEvents="none"
    />
  )
}
