import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type DragEvent, type MouseEvent, useState } from 'react'
import type { GridArrangement, GridColumn, GridSelection, GridSort } from './column.ts'
import { widthsOf } from './column-widths.ts'
import styles from './data-grid.module.css'
import { RowCheckbox } from './row-checkbox.tsx'
import type { ColumnModel } from './use-column-model.ts'

interface GridHeaderProps<Row> {
  readonly model: ColumnModel<Row>
  readonly selection: GridSelection<Row> | undefined
  readonly sort: GridSort | undefined
  readonly onSort: ((sort: GridSort) => void) | undefined
  readonly arrangement: GridArrangement | undefined
  /** Makes a column as wide as its words. */
  readonly onFit: (id: string) => void
  readonly empty: boolean
  /** The column the keyboard is in, null while it is not in the header. */
  readonly at: number | null
}

/** The sort a click on a column's title asks for. */
const nextSort = (sort: GridSort | undefined, by: string): GridSort => ({
  by,
  descending: sort?.by === by && !sort.descending,
})

const directionOf = (sort: GridSort | undefined, id: string) => {
  if (sort?.by !== id) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}

/** What makes a column's head something to drag into the place of another. */
function useDragging(arrangement: GridArrangement | undefined) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  if (!arrangement) return () => ({})
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  return (id: string) => ({
    draggable: true,
    'data-over': over === id && dragged !== id ? '' : undefined,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', '')
      setDragged(id)
    },
    onDragOver: (event: DragEvent) => {
      // Files, and whatever else is dragged across, are not the header's.
      if (dragged === null) return
      event.preventDefault()
      event.stopPropagation()
      setOver(id)
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return
      event.preventDefault()
      event.stopPropagation()
      if (dragged !== id) arrangement.onMove(dragged, id)
      end()
    },
    onDragEnd: end,
  })
}

/** The sticky header row: titles that sort, edges that resize, and the checkbox for all that match. */
export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { model, selection, sort, onSort, arrangement, onFit, empty, at } = props
  const dragging = useDragging(arrangement)
  const lead = selection ? 1 : 0
  const resize = (id: string, event: MouseEvent) => {
    event.preventDefault()
    const { nativeEvent } = event
    model.freeze(widthsOf(event.currentTarget.closest('tr')))
    // The table reads the size when the drag starts, which has to be after the freeze.
    requestAnimationFrame(() => model.headerOf(id)?.getResizeHandler()(nativeEvent))
  }
  const cellProps = (index: number) => ({
    scope: 'col',
    'aria-colindex': index + 1,
    'data-cell': `-1:${index}`,
    tabIndex: at === index ? 0 : -1,
    className: styles.headCell,
  })
  const title = (column: GridColumn<Row>) => {
    const direction = directionOf(sort, column.id)
    if (!column.sortable || !onSort) {
      return column.untitled ? (
        <VisuallyHidden>{column.title}</VisuallyHidden>
      ) : (
        <span className={styles.headTitle} data-title>
          {column.title}
        </span>
      )
    }
    return (
      <button type="button" className={styles.sort} tabIndex={-1} onClick={() => onSort(nextSort(sort, column.id))}>
        <span className={styles.headTitle} data-title>
          <bdi>{column.title}</bdi>
        </span>
        {direction === 'ascending' ? <IconArrowUp size={12} aria-hidden /> : null}
        {direction === 'descending' ? <IconArrowDown size={12} aria-hidden /> : null}
      </button>
    )
  }
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow}>
        {selection ? (
          <th {...cellProps(0)}>
            {selection.title ? <span className={styles.headTitle}>{selection.title}</span> : null}
            {selection.title ? null : (
              <RowCheckbox
                label={selection.labelOfAll}
                checked={selection.extent === 'all'}
                mixed={selection.extent === 'some'}
                disabled={empty}
                onToggle={selection.onAll}
              />
            )}
          </th>
        ) : null}
        {model.visible.map((column, index) => (
          <th
            key={column.id}
            {...cellProps(index + lead)}
            {...(column.sortable && onSort ? { 'aria-sort': directionOf(sort, column.id) } : {})}
            data-align={column.align}
            data-column-id={column.id}
            {...dragging(column.id)}
          >
            {title(column)}
            <span
              aria-hidden
              className={styles.resizer}
              onMouseDown={(event) => resize(column.id, event)}
              onDoubleClick={() => onFit(column.id)}
            />
          </th>
        ))}
      </tr>
    </thead>
  )
}
