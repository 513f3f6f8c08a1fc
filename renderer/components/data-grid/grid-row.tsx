import { memo } from 'react'
import type { GridColumn } from './column.ts'
import styles from './data-grid.module.css'
import { RowCheckbox } from './row-checkbox.tsx'

/** What one row of a grid needs; all of it flat, so that a row is drawn again only when something of it changed. */
export interface GridRowProps<Row> {
  readonly index: number
  /** Pixels from the top of the list. */
  readonly start: number
  /** Undefined while the row has not come yet. */
  readonly row: Row | undefined
  readonly columns: readonly GridColumn<Row>[]
  /** Accessible name of the checkbox; null in a grid without one. */
  readonly pick: string | null
  readonly whyNot: string | null
  readonly selected: boolean
  /** The row the side panel shows. */
  readonly current: boolean
  readonly struck: boolean
  /** The column that takes the focus, -1 for the row as a whole, null when the keyboard is in another row. */
  readonly at: number | null
  readonly measure: ((node: HTMLElement | null) => void) | undefined
}

function Row<Row>(props: GridRowProps<Row>) {
  const { index, start, row, columns, pick, whyNot, selected, current, struck, at, measure } = props
  const lead = pick === null ? 0 : 1
  const cellProps = (column: number) => ({
    'aria-colindex': column + 1,
    'data-cell': `${index}:${column}`,
    tabIndex: at === column ? 0 : -1,
    className: styles.cell,
  })
  return (
    <tr
      ref={measure}
      aria-rowindex={index + 2}
      aria-selected={pick === null ? undefined : selected}
      aria-current={current ? 'true' : undefined}
      aria-busy={row === undefined ? 'true' : undefined}
      data-index={index}
      data-cell={`${index}:-1`}
      data-struck={struck ? '' : undefined}
      data-measured={measure ? '' : undefined}
      tabIndex={at === -1 ? 0 : -1}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
    >
      {pick === null ? null : (
        <td {...cellProps(0)} data-pick>
          {row === undefined ? null : (
            <RowCheckbox
              label={pick}
              checked={selected}
              disabled={whyNot !== null && !selected}
              title={whyNot ?? undefined}
            />
          )}
        </td>
      )}
      {columns.map((column, position) => (
        <td key={column.id} {...cellProps(position + lead)} data-align={column.align}>
          {row === undefined ? null : column.cell(row)}
        </td>
      ))}
    </tr>
  )
}

/** A row of a grid, or a placeholder of the same height. */
export const GridRow = memo(Row)
