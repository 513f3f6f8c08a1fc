import { VisuallyHidden } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../../shared/words/text.ts'
import { useCommand } from '../../commands/commands.tsx'
import { useLate } from '../skeletons.tsx'
import { tell } from '../tell.tsx'
import type { GridArrangement, GridColumn, GridSelection, GridSort } from './column.ts'
import { fittingWidth, widthsOf } from './column-widths.ts'
import styles from './data-grid.module.css'
import { GridHeader } from './grid-header.tsx'
import { GridRow } from './grid-row.tsx'
import { ownActions } from './own-actions.ts'
import type { RowAction } from './row-action.ts'
import { RowMenu, type RowMenuPlace } from './row-menu.tsx'
import { useColumnModel } from './use-column-model.ts'
import { useGridFocus } from './use-grid-focus.ts'
import { useGridInput } from './use-grid-input.ts'
import { headHeight, rowHeight, useGridWindow } from './use-grid-window.ts'
import { type RowSource, useFirstStretch, useStretches } from './use-stretches.ts'

/** Width of the checkbox column, in pixels. */
const pickWidth = 38
/** The checkbox column where it has a title, wide enough for the title in any language, in pixels. */
const titledPickWidth = (title: string) => Math.max(56, 20 + 7 * title.length)
/** A table whose rows and cells take the focus (ARIA in HTML allows `grid` on a table). */
const gridRole = (picks: boolean) => ({ role: 'grid', ...(picks ? { 'aria-multiselectable': true } : {}) })
/** Placeholders shown before anything is known. */
const firstRows = 12

interface DataGridProps<Row> {
  /** Accessible name. */
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly source: RowSource<Row>
  /** Identity of a row across reads. */
  readonly keyOf: (row: Row) => string | number
  readonly sort?: GridSort | undefined
  readonly onSort?: (sort: GridSort) => void
  readonly selection?: GridSelection<Row> | undefined
  /** Lets the admin move columns, and remembers their widths. */
  readonly arrangement?: GridArrangement | undefined
  /** Key of the row that the side panel shows. */
  readonly current?: string | number | null
  /** The row the keyboard or a click went to. */
  readonly onFollow?: (row: Row) => void
  /** Enter or double click. */
  readonly onOpen?: (row: Row) => void
  /** Copies what is ticked; `row` is the one under the keyboard, for where nothing is. */
  readonly onCopy?: (row: Row | undefined) => void
  /** What can be done with a row beside ticking, opening and copying, in groups; the grid has no menus where it is left out. */
  readonly actions?: (row: Row) => readonly (readonly RowAction[])[]
  /** Rows are as tall as their content instead of 36 pixels. */
  readonly tall?: boolean
  readonly isStruck?: (row: Row) => boolean
  /** Remembers the scroll position under this name. */
  readonly keep?: string
  /** Shown in place of rows when there are none. */
  readonly empty: ReactNode
}

/**
 * A grid over a list that stays in main: it draws the rows in view, asks for them in stretches, and puts placeholders of
 * the same height where they have not come yet. Keyboard and roles follow WAI-ARIA's grid pattern.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const {
    label,
    columns,
    source,
    keyOf,
    sort,
    onSort,
    selection,
    arrangement,
    current,
    onFollow,
    tall = false,
    isStruck,
    keep,
  } = props
  const scroller = useRef<HTMLTableElement>(null)
  const size = useElementSize<HTMLTableElement>()
  const grid = useMergedRef(scroller, size.ref)
  const head = useFirstStretch(source)
  const known = head.data !== undefined
  const total = head.data?.total ?? 0
  const focus = useGridFocus(scroller, known ? total : null)
  const pickColumn = selection ? (selection.title ? titledPickWidth(selection.title) : pickWidth) : 0
  const model = useColumnModel(columns, size.width, pickColumn, arrangement)

  const focusRow = focus.at.row
  const window = useGridWindow(scroller, { count: known ? total : firstRows, focusRow, tall, keep })
  const rows = useStretches(source, head.data, window.first, window.last)

  const listName = JSON.stringify(source.list ?? source.key)
  const shown = useRef(listName)
  const { reset } = focus
  const { toTop } = window
  useLayoutEffect(() => {
    if (shown.current === listName) return
    shown.current = listName
    toTop()
    reset()
  }, [listName, reset, toTop])

  // Of a list that has just come, nobody has gone to a row yet: the position is still the one in the list before.
  const followed = focus.engaged && shown.current === listName ? rows.at(focusRow) : undefined
  const follow = useRef(onFollow)
  follow.current = onFollow
  const wentTo = useRef(focus.at)
  useEffect(() => {
    // When the list changes under the keyboard, nobody has gone anywhere: what was looked at stays.
    if (followed === undefined || wentTo.current === focus.at) return
    wentTo.current = focus.at
    follow.current?.(followed)
  }, [followed, focus.at])

  const lead = selection ? 1 : 0
  const [said, setSaid] = useState('')
  const [menu, setMenu] = useState<{ index: number; place: RowMenuPlace } | null>(null)
  /** The column that a key has moved, until it is drawn in its new place; the focus goes with it. */
  const moved = useRef<string | null>(null)
  const { visible } = model
  const { moveTo } = focus
  useLayoutEffect(() => {
    const place = visible.findIndex(({ id }) => id === moved.current)
    if (place >= 0) moveTo({ row: -1, column: place + lead }, true)
    moved.current = null
  }, [visible, lead, moveTo])
  const sizeTo = ({ id, title, min }: GridColumn<Row>, to: (now: number) => number) => {
    const widths = widthsOf(scroller.current)
    const width = Math.max(to(widths.get(id) ?? 0), min)
    model.freeze(widths)
    model.resize(id, width)
    setSaid(t('{column}, {width} pixels wide', { column: title, width: Math.round(width) }))
  }
  const sizeToWords = (column: GridColumn<Row> | undefined) => {
    if (column) sizeTo(column, () => fittingWidth(scroller.current, column.id))
  }
  const input = useGridInput({
    focus,
    extent: {
      rows: total,
      columns: model.visible.length + lead,
      page: Math.max(Math.floor((size.height - headHeight) / rowHeight) - 1, 1),
      rightToLeft: document.dir === 'rtl',
    },
    rowAt: rows.at,
    selection,
    onOpen: props.onOpen,
    onCopy: props.onCopy,
    onMenu: props.actions === undefined ? null : (index, place) => setMenu({ index, place }),
    onColumn: (action) => {
      const place = action.column - lead
      const column = model.visible[place]
      if (!column) return
      if (action.kind === 'fit') return sizeToWords(column)
      if (action.kind === 'resize') return sizeTo(column, (now) => now + action.by)
      const other = model.visible[place + action.by]
      if (!other || !arrangement) return
      arrangement.onMove(column.id, other.id)
      moved.current = column.id
      setSaid(
        t('{column}, column {place} of {count}', {
          column: column.title,
          place: place + action.by + 1,
          count: model.visible.length,
        }),
      )
    },
    scrollTo: window.scrollTo,
  })

  const { onCopy, onOpen } = props
  const menuRow = menu === null ? undefined : rows.at(menu.index)
  useCommand('copy-csv', onCopy === undefined ? null : () => onCopy(rows.at(focusRow)))
  useCommand(
    'select-all',
    selection
      ? () => (selection.extent === 'all' ? tell(t('All that match are ticked already.')) : selection.onAll())
      : null,
  )

  const drawn = window.drawn.map((place) => ({ ...place, row: known ? rows.at(place.index) : undefined }))
  const late = useLate(drawn.some(({ row }) => row === undefined))
  const columnsStyle: CSSProperties & Record<`--${string}`, string> = {
    '--grid-columns': model.template,
    '--grid-width': `${model.minWidth}px`,
  }
  return (
    <div className={styles.frame} data-empty={known && total === 0 ? '' : undefined}>
      {/* The grid listens for its rows: thousands of handlers would be made and thrown away while scrolling. */}
      <table
        ref={grid}
        {...gridRole(selection !== undefined)}
        aria-label={label}
        aria-rowcount={known ? total + 1 : -1}
        aria-colcount={model.visible.length + lead}
        // Also while the rows are still those of the list before.
        aria-busy={known && !head.isPlaceholderData ? undefined : true}
        data-late={late ? '' : undefined}
        className={styles.grid}
        style={columnsStyle}
        tabIndex={total === 0 ? 0 : -1}
        onKeyDown={input.onKeyDown}
        onClick={input.onClick}
        onDoubleClick={input.onDoubleClick}
        onContextMenu={input.onContextMenu}
      >
        <GridHeader
          model={model}
          selection={selection}
          sort={sort}
          onSort={onSort}
          arrangement={arrangement}
          onFit={(id) => sizeToWords(model.visible.find((column) => column.id === id))}
          empty={total === 0}
          at={focusRow < 0 ? focus.at.column : null}
        />
        <tbody className={styles.body} style={{ height: window.height }}>
          {drawn.map(({ index, slot, start, row }) => (
            <GridRow
              key={slot}
              index={index}
              start={start}
              row={row}
              columns={model.visible}
              pick={selection ? (row === undefined ? '' : selection.labelOf(row)) : null}
              whyNot={row === undefined ? null : (selection?.whyNot?.(row) ?? null)}
              selected={row !== undefined && (selection?.isSelected(row) ?? false)}
              current={row !== undefined && current != null && keyOf(row) === current}
              struck={row !== undefined && (isStruck?.(row) ?? false)}
              at={index === focusRow ? focus.at.column : null}
              measure={window.measure}
            />
          ))}
        </tbody>
      </table>
      {menu !== null && menuRow !== undefined ? (
        <RowMenu
          label={t('Actions')}
          place={menu.place}
          groups={[
            ...ownActions(menuRow, menu.index, { selection, onOpen, onFollow, onCopy }),
            ...(props.actions?.(menuRow) ?? []),
          ]}
          onClose={() => {
            setMenu(null)
            focus.moveTo({ ...focus.at }, true)
          }}
        />
      ) : null}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {known && total === 0 ? <div className={styles.empty}>{props.empty}</div> : null}
      {rows.failure ? (
        <div role="alert" className={styles.broken}>
          {t('Some rows could not be read.')}
          <button type="button" className={styles.again} onClick={rows.retry}>
            {t('Try again')}
          </button>
        </div>
      ) : null}
    </div>
  )
}
