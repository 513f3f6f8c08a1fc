import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { ScrollBox } from '../scroll-box.tsx'
import classes from './columns-button.module.css'
import { movedTo } from './moved-to.ts'
import type { Arranged } from './use-arranged.ts'

/** A column that can be shown. */
export interface OfferedColumn {
  readonly id: string
  readonly title: string
  /** It always shows: without it nobody could tell what a row is. */
  readonly fixed?: boolean
}

interface ColumnsProps {
  readonly arranged: Pick<Arranged<never>, 'show' | 'reset'>
  readonly shown: readonly OfferedColumn[]
  readonly offered: readonly OfferedColumn[]
  /** The columns are about to be shown: now is the time to ask what there is. */
  readonly onOpen?: () => void
}

const icon = { size: 14, stroke: 1.75, 'aria-hidden': true } as const

interface ColumnProps {
  readonly column: OfferedColumn
  readonly ids: readonly string[]
  readonly show: (ids: readonly string[]) => void
}

/**
 * Keeps the focus at the control that changed a column, since its line is drawn elsewhere then. The returned function
 * says which column and control that was; where the control can't be used any more, the column's tick takes over.
 */
function useFollowing(list: RefObject<HTMLElement | null>) {
  const wanted = useRef<{ column: string; control: string } | null>(null)
  useLayoutEffect(() => {
    const { activeElement } = document
    // Whoever has gone elsewhere meanwhile stays there.
    if (wanted.current === null || (activeElement !== null && activeElement !== document.body)) return
    const { column, control } = wanted.current
    const line = list.current?.querySelector(`[data-column="${CSS.escape(column)}"]`)
    const target = line?.querySelector<HTMLElement>(`${control}:enabled`) ?? line?.querySelector<HTMLElement>('input')
    target?.focus()
    wanted.current = null
  })
  return (column: string, control: string) => {
    wanted.current = { column, control }
  }
}

function ShownColumn(props: ColumnProps & { onChanged: (id: string, control: string) => void }) {
  const { column, ids, show, onChanged } = props
  const { id, title, fixed = false } = column
  const place = ids.indexOf(id)
  const move = (by: number) => {
    const other = ids[place + by]
    if (other === undefined) return
    onChanged(id, by < 0 ? '[data-up]' : '[data-down]')
    show(movedTo(ids, id, other))
  }
  return (
    <li className={classes.column} data-column={id}>
      <Checkbox
        size="xs"
        label={<bdi>{title}</bdi>}
        checked
        disabled={fixed || ids.length === 1}
        onChange={() => {
          onChanged(id, 'input')
          show(ids.filter((other) => other !== id))
        }}
      />
      <ActionIcon
        data-up
        aria-label={t('Move {column} up', { column: title })}
        size="sm"
        disabled={place === 0}
        onClick={() => move(-1)}
      >
        <IconArrowUp {...icon} />
      </ActionIcon>
      <ActionIcon
        data-down
        aria-label={t('Move {column} down', { column: title })}
        size="sm"
        disabled={place === ids.length - 1}
        onClick={() => move(1)}
      >
        <IconArrowDown {...icon} />
      </ActionIcon>
    </li>
  )
}

function Columns({ arranged, shown, offered }: ColumnsProps) {
  const [search, setSearch] = useState('')
  const { show, reset } = arranged
  const list = useRef<HTMLDivElement>(null)
  const changed = useFollowing(list)
  const ids = shown.map(({ id }) => id)
  const wanted = search.trim().toLowerCase()
  const others = offered.filter(({ id, title }) => !ids.includes(id) && title.toLowerCase().includes(wanted))
  return (
    <Stack gap={8} ref={list}>
      <ScrollBox label={t('Columns')} most={340}>
        <Text fz="xs" fw={600} c="dimmed">
          {t('Shown')}
        </Text>
        <ul className={classes.list}>
          {shown.map((column) => (
            <ShownColumn key={column.id} column={column} ids={ids} show={show} onChanged={changed} />
          ))}
        </ul>
        <Text fz="xs" fw={600} c="dimmed" mt={8}>
          {t('Not shown')}
        </Text>
        <ul className={classes.list}>
          {others.map(({ id, title }) => (
            <li key={id} className={classes.column} data-column={id}>
              <Checkbox
                size="xs"
                label={<bdi>{title}</bdi>}
                checked={false}
                onChange={() => {
                  changed(id, 'input')
                  show([...ids, id])
                }}
              />
            </li>
          ))}
        </ul>
      </ScrollBox>
      {offered.length > 12 ? (
        <TextInput
          size="xs"
          type="search"
          aria-label={t('Search columns')}
          placeholder={t('Search columns')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      ) : null}
      <Group justify="space-between" wrap="nowrap">
        <Text fz="xs" c="dimmed">
          {t('Drag titles to move them, edges to size them.')}
        </Text>
        <Button variant="default" flex="none" disabled={reset === null} onClick={() => reset?.()}>
          {t('Reset')}
        </Button>
      </Group>
    </Stack>
  )
}

/** Which columns a grid shows and in which order; order and widths can also be changed at the titles themselves. */
export function ColumnsButton(props: ColumnsProps) {
  return (
    <Popover
      position="bottom-end"
      width="calc(min(20rem, 100vw - 1rem))"
      onOpen={() => props.onOpen?.()}
      trapFocus
      returnFocus
      shadow="md"
      radius="md"
    >
      <Popover.Target>
        <Button variant="default" flex="none" leftSection={<IconColumns3 size={15} stroke={1.75} aria-hidden />}>
          {t('Columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('Columns')}>
        <Columns {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}
