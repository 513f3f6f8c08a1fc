import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArrangeableGrid, GridLayout } from '../../../shared/model/grid-layout.ts'
import { call, callKey, useCall } from '../../api.ts'
import { type Format, useFormat } from '../../format.tsx'
import type { GridArrangement, GridColumn } from './column.ts'
import { movedTo } from './moved-to.ts'

/** The columns of a grid as the admin has arranged them. */
export interface Arranged<Row> {
  /** The columns that show, in their order. */
  readonly shown: readonly GridColumn<Row>[]
  /** For the grid itself. */
  readonly arrangement: GridArrangement
  /** Shows these columns, in this order. */
  readonly show: (ids: readonly string[]) => void
  /** Back to the grid's own columns and widths; null while they are in place. */
  readonly reset: (() => void) | null
}

const nothing: GridLayout = { columns: null, widths: {} }

/**
 * How the admin has arranged a grid, remembered with the connection. A column that the admin has chosen shows however
 * narrow the grid is. @param columnOf the column of that id, whose words are read anew for another language; the same function
 * each time. @param own the grid's own columns.
 */
export function useArranged<Row>(
  connection: string,
  grid: ArrangeableGrid,
  columnOf: (id: string, format: Format) => GridColumn<Row> | null,
  own: readonly string[],
): Arranged<Row> {
  const client = useQueryClient()
  const format = useFormat()
  const layout = useCall('grids', 'layout', { connection, grid }).data ?? null
  const { columns, widths } = layout ?? nothing
  const shown = useMemo(
    () =>
      (columns ?? own).flatMap((id) => {
        const column = columnOf(id, format)
        if (column === null) return []
        return columns === null ? [column] : [{ ...column, hideBelow: 0 }]
      }),
    [columns, own, columnOf, format],
  )
  const key = callKey('grids', 'layout', { connection, grid })
  const keep = (next: GridLayout | null) => {
    client.setQueryData(key, next)
    // Should it not be kept, the grid is arranged all the same until the app ends.
    void call('grids', 'setLayout', { connection, grid, layout: next }).catch(() => undefined)
  }
  /** Changes a part of what is arranged at this moment: a drag may end before the change before it is drawn. */
  const alter = (part: (now: GridLayout) => Partial<GridLayout>) => {
    const now = client.getQueryData<GridLayout | null>(key) ?? nothing
    keep({ ...now, ...part(now) })
  }
  return {
    shown,
    show: (ids) => alter(() => ({ columns: [...ids] })),
    arrangement: {
      widths,
      onWidths: (next) => alter(() => ({ widths: next })),
      onMove: (id, to) => alter((now) => ({ columns: movedTo(now.columns ?? own, id, to) })),
    },
    reset: layout === null ? null : () => keep(null),
  }
}
