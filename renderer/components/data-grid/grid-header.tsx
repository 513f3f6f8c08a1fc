import { VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import type { GridColumn, GridSelection, GridSort } from './column.ts'
import styles from './data-grid.module.css'
import { RowCheckbox } from './row-checkbox.tsx'
import type { ColumnModel } from './use-column-model.ts'

interface GridHeaderProps<Row> {
  readonly model: ColumnModel<Row>
  readonly selection: GridSelection<Row> | undefined
  readonly sort: GridSort | undefined
  readonly onSort: ((sort: GridSort) => void) | undefined
  readonly empty: boolean
  /** The column the keyboard is in, null while it is not in the header. */
  readonly at: number | null
}

/** The widths the header's cells have on screen, by column id. */
export function widthsOf(header: Element | null): ReadonlyMap<string, number> {
  const cells = header?.querySelectorAll<HTMLElement>('[data-column-id]') ?? []
  return new Map([...cells].map((cell) => [cell.dataset.columnId ?? '', Math.round(cell.offsetWidth)]))
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

/** The sticky header row: titles that sort, edges that resize, and the checkbox for all that match. */
export function GridHeader<Row>({ model, selection, sort, onSort, empty, at }: GridHeaderProps<Row>) {
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
        <span className={styles.headTitle}>{column.title}</span>
      )
    }
    return (
      <button type="button" className={styles.sort} tabIndex={-1} onClick={() => onSort(nextSort(sort, column.id))}>
        <span className={styles.headTitle}>{column.title}</span>
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
          >
            {title(column)}
            <span
              aria-hidden
              className={styles.resizer}
              onMouseDown={(event) => resize(column.id, event)}
              onDoubleClick={() => model.headerOf(column.id)?.column.resetSize()}
            />
          </th>
        ))}
      </tr>
    </thead>
  )
}
