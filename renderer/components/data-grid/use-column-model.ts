import {
  type ColumnSizingState,
  columnResizingFeature,
  columnSizingFeature,
  type Header,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { GridColumn } from './column.ts'

/** Rows stay in main, so the table model is asked for columns only: their sizes and the resize handles. */
const features = tableFeatures({ columnSizingFeature, columnResizingFeature })
type NoRow = Record<string, never>
const noRows: NoRow[] = []

type GridHeader = Header<typeof features, NoRow, unknown>

/** Visible columns, the CSS grid template they make, and how to size them. */
export interface ColumnModel<Row> {
  /** The same array until the columns or their visibility change, so that rows need not be drawn again. */
  readonly visible: readonly GridColumn<Row>[]
  readonly template: string
  readonly minWidth: number
  readonly headerOf: (id: string) => GridHeader | undefined
  /** Takes the widths on screen over as sizes, so that a resize starts from what the admin sees. */
  readonly freeze: (widths: ReadonlyMap<string, number>) => void
  readonly resizeBy: (id: string, by: number, from: number) => void
}

/** The columns of a grid that is `width` pixels wide; `lead` is the width of the checkbox column, 0 without one. */
export function useColumnModel<Row>(
  columns: readonly GridColumn<Row>[],
  width: number,
  lead: number,
): ColumnModel<Row> {
  const [sizing, setSizing] = useState<ColumnSizingState>({})
  const definitions = useMemo(
    () => columns.map(({ id, width: size, min }) => ({ id, size, minSize: min, maxSize: 1200 })),
    [columns],
  )
  // A column comes or goes at its breakpoint only, so that not every pixel of a resize makes new rows.
  const breakpoint = Math.max(0, ...columns.map(({ hideBelow = 0 }) => (width >= hideBelow ? hideBelow : 0)))
  const roomy = width === 0 ? Number.POSITIVE_INFINITY : breakpoint
  const visible = useMemo(() => columns.filter(({ hideBelow = 0 }) => hideBelow <= roomy), [columns, roomy])
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    columnResizeDirection: document.dir === 'rtl' ? 'rtl' : 'ltr',
    state: { columnSizing: sizing },
    onColumnSizingChange: setSizing,
  })
  const track = ({ id, min, grow, width: size }: GridColumn<Row>) => {
    const sized = sizing[id]
    if (sized !== undefined) return `${Math.max(sized, min)}px`
    return grow ? `minmax(${min}px, ${grow}fr)` : `${size}px`
  }
  const least = ({ id, min, grow, width: size }: GridColumn<Row>) => sizing[id] ?? (grow ? min : size)
  return {
    visible,
    template: [...(lead > 0 ? [`${lead}px`] : []), ...visible.map(track)].join(' '),
    minWidth: visible.reduce((sum, column) => sum + least(column), lead),
    headerOf: (id) => table.getFlatHeaders().find((header) => header.column.id === id),
    freeze: (widths) => setSizing((old) => ({ ...Object.fromEntries(widths), ...old })),
    resizeBy: (id, by, from) => {
      const min = columns.find((column) => column.id === id)?.min ?? 40
      setSizing((old) => ({ ...old, [id]: Math.max((old[id] ?? from) + by, min) }))
    },
  }
}
