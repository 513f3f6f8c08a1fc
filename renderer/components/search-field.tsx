import { Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'

/** True where a key belongs to what the admin types or to an open dialog. */
const isTyping = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]')

/** Searches the list below. `/` goes to it from anywhere on the screen, Esc empties it. */
export function SearchField(props: {
  /** Accessible name: `Search people`. */
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  width?: number
}) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
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
