import '@mantine/spotlight/styles.css'
import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { CommandId, Platform } from '../../../shared/commands.ts'
import { t } from '../../../shared/words/text.ts'
import { useCommands } from '../../commands/commands.tsx'
import { pressedCommand } from '../../commands/key-match.ts'
import { useConnections } from '../connections/current-connection.tsx'
import type { Entry, EntryGroup } from './entry.ts'
import classes from './palette.module.css'
import { useFoundEntries } from './use-found-entries.tsx'
import { useOwnEntries } from './use-own-entries.tsx'

const [openState, opening] = createSpotlight()
/** How long typing has to rest before main is asked, in milliseconds. */
const rest = 150
/** Options under a title; a fieldset, which is a group by itself, is no part of a list of options. */
const groupOf = (title: string) => ({ role: 'group', 'aria-label': title })

/** Groups that have something in them, each entry with its place among all. */
function numbered(groups: readonly EntryGroup[]) {
  let place = 0
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }) => ({ title, entries: entries.map((entry) => ({ ...entry, place: place++ })) }))
}

/**
 * The command palette: a search over what can be done and what is there. The field is a combobox and keeps the focus; the
 * arrow keys go through the list below it (WAI-ARIA Authoring Practices, combobox with a list).
 * @param onClose closes it, gives the focus back, and then does what was chosen.
 */
export function Palette(props: {
  platform: Platform
  reasons: Readonly<Record<CommandId, string | null>>
  onClose: (then?: () => void) => void
}) {
  const { platform, onClose } = props
  const { run } = useCommands()
  const name = t('Search people, accounts, runs and actions')
  const { current } = useConnections()
  const [text, setText] = useState('')
  const search = text.trim()
  const [settled] = useDebouncedValue(search, rest)
  const found = useFoundEntries(current?.id ?? null, settled === '' ? null : settled)
  const own = useOwnEntries(search, platform, props.reasons)
  // What was found stands below: it comes later, and nobody should press Enter on what has just moved.
  const groups = numbered([...own, ...(search === '' ? [] : found.groups)])
  const all = groups.flatMap(({ entries }) => entries)
  const [wanted, setWanted] = useState(0)
  const selected = Math.min(wanted, all.length - 1)
  const list = useId()
  const option = (place: number) => `${list}-${place}`
  const searching = search !== settled || found.searching

  useEffect(() => opening.open(), [])
  useEffect(() => {
    document.getElementById(`${list}-${selected}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, selected])

  const choose = ({ whyNot = null, act }: Entry) => {
    if (whyNot === null) onClose(act)
  }
  // Spotlight would mark the chosen entry past React, and so lose it when the list changes.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const id = pressedCommand(event.nativeEvent, platform)
    const entry = all[selected]
    if (id !== null) onClose(id === 'palette' ? undefined : () => run(id))
    else if (event.key === 'ArrowDown') setWanted(selected + 1 < all.length ? selected + 1 : 0)
    else if (event.key === 'ArrowUp') setWanted(selected > 0 ? selected - 1 : all.length - 1)
    else if (event.key === 'Enter' && entry) choose(entry)
    else return
    event.preventDefault()
  }
  return (
    <Spotlight.Root
      store={openState}
      forceOpened
      centered={false}
      shortcut={null}
      returnFocus={false}
      closeOnActionTrigger={false}
      query={text}
      onQueryChange={(next) => {
        setText(next)
        setWanted(0)
      }}
      onSpotlightClose={() => onClose()}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t('Command palette') } }}
    >
      <Spotlight.Search
        size="md"
        placeholder={name}
        aria-label={name}
        role="combobox"
        aria-expanded
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={all.length > 0 ? option(selected) : undefined}
        maxLength={200}
        spellCheck={false}
        leftSection={<IconSearch size={17} stroke={1.75} aria-hidden />}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('Results')} className={classes.list}>
        {groups.map(({ title, entries }) => (
          <div key={title} {...groupOf(title)} className={classes.group}>
            <div className={classes.heading} aria-hidden>
              {title}
            </div>
            {entries.map((entry) => (
              <UnstyledButton
                key={entry.id}
                id={option(entry.place)}
                tabIndex={-1}
                role="option"
                aria-selected={entry.place === selected}
                data-selected={entry.place === selected || undefined}
                aria-disabled={entry.whyNot != null || undefined}
                className={classes.entry ?? ''}
                // The field keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(entry)}
                onMouseMove={() => setWanted(entry.place)}
              >
                <span className={classes.icon}>{entry.icon}</span>
                <span className={classes.words}>
                  <bdi className={classes.title}>{entry.title}</bdi>
                  {entry.whyNot || entry.detail ? (
                    <bdi className={classes.detail}>{entry.whyNot ?? entry.detail}</bdi>
                  ) : null}
                </span>
                {entry.end ? <span className={classes.end}>{entry.end}</span> : null}
              </UnstyledButton>
            ))}
          </div>
        ))}
      </div>
      {all.length === 0 && !searching ? (
        <p className={classes.nothing}>{t('Nothing matches “{search}”.', { search })}</p>
      ) : null}
      <VisuallyHidden role="status">
        {searching
          ? ''
          : all.length === 0
            ? t('Nothing found')
            : t('{count, plural, one {# result} other {# results}}', { count: all.length })}
      </VisuallyHidden>
    </Spotlight.Root>
  )
}
