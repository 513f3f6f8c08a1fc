import {
  type ColumnSizingState,
  columnResizingFeature,
  columnSizingFeature,
  type Header,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { GridArrangement, GridColumn } from './column.ts'

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
  /** Gives a column a width in pixels, as far as it may go. */
  readonly resize: (id: string, to: number) => void
}

/** The widest a column may be, in pixels. */
const widest = 1200
const none: ColumnSizingState = {}

/** The sizes of the columns: as they are dragged at once, and told to the arrangement when they have come to rest. */
function useSizing(arrangement: GridArrangement | undefined) {
  const kept = arrangement?.widths ?? none
  const [sizing, setSizing] = useState<ColumnSizingState>(kept)
  const told = useRef<unknown>(kept)
  const arranged = useRef(arrangement)
  arranged.current = arrangement
  useEffect(() => {
    if (told.current === kept) return
    told.current = kept
    setSizing(kept)
  }, [kept])
  useEffect(() => {
    if (sizing === told.current) return
    const timer = setTimeout(() => {
      told.current = sizing
      const rounded = Object.entries(sizing).map(([id, size]) => [id, Math.min(Math.round(size), widest)])
      arranged.current?.onWidths(Object.fromEntries(rounded))
    }, 200)
    return () => clearTimeout(timer)
  }, [sizing])
  return [sizing, setSizing] as const
}

/** The columns of a grid that is `width` pixels wide; `lead` is the width of the checkbox column, 0 without one. */
export function useColumnModel<Row>(
  columns: readonly GridColumn<Row>[],
  width: number,
  lead: number,
  arrangement: GridArrangement | undefined,
): ColumnModel<Row> {
  const [sizing, setSizing] = useSizing(arrangement)
  const definitions = useMemo(
    () => columns.map(({ id, width: size, min }) => ({ id, size, minSize: min, maxSize: widest })),
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
  // Where every column has a size, the last one takes what is left over.
  const filler = visible.every(({ id, grow }) => sizing[id] !== undefined || !grow) ? visible.at(-1)?.id : undefined
  const track = ({ id, min, grow, width: size }: GridColumn<Row>) => {
    const sized = sizing[id]
    if (id === filler) return `minmax(${Math.max(sized ?? size, min)}px, 1fr)`
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
    resize: (id, to) => {
      const min = columns.find((column) => column.id === id)?.min ?? 40
      setSizing((old) => ({ ...old, [id]: Math.min(Math.max(to, min), widest) }))
    },
  }
}
