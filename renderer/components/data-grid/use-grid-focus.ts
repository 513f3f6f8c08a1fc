import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { GridPosition } from './grid-keys.ts'

/** Where the keyboard is, and the way to move it. */
export interface GridFocus {
  readonly at: GridPosition
  /** False until the admin has touched the grid; then the side panel follows. */
  readonly engaged: boolean
  /** Moves there; `take` also takes the focus once that cell is drawn. */
  readonly moveTo: (to: GridPosition, take: boolean) => void
  /** Back to the first row, for another list. */
  readonly reset: () => void
  /** Takes over where the focus went by itself. */
  readonly onFocus: (event: FocusEvent) => void
}

const home: GridPosition = { row: 0, column: -1 }

/** Roving focus: one cell or row of the grid is in the tab order, and arrow keys move it. */
export function useGridFocus(grid: RefObject<HTMLElement | null>): GridFocus {
  const [at, setAt] = useState(home)
  const [engaged, setEngaged] = useState(false)
  const wanted = useRef(false)
  useLayoutEffect(() => {
    if (!wanted.current) return
    const target = grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`)
    if (!target) return
    wanted.current = false
    target.focus({ preventScroll: true })
  })
  const moveTo = useCallback((to: GridPosition, take: boolean) => {
    wanted.current = take
    setAt(to)
    setEngaged(to.row >= 0)
  }, [])
  const reset = useCallback(() => {
    // Whoever sorts from the header stays there.
    setAt((last) => (last.row < 0 ? last : home))
    setEngaged(false)
  }, [])
  const onFocus = useCallback((event: FocusEvent) => {
    const [row, column] = event.target.getAttribute('data-cell')?.split(':').map(Number) ?? []
    if (row === undefined || column === undefined) return
    setAt((last) => (last.row === row && last.column === column ? last : { row, column }))
  }, [])
  return { at, engaged, moveTo, reset, onFocus }
}
