import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
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
}

const home: GridPosition = { row: 0, column: -1 }

/**
 * Roving focus: one cell or row of the grid is in the tab order, and arrow keys move it. When the list under it changes,
 * the focus stays in the grid. @param count how many rows there are; null while nobody knows.
 */
export function useGridFocus(grid: RefObject<HTMLElement | null>, count: number | null): GridFocus {
  const [at, setAt] = useState(home)
  const [engaged, setEngaged] = useState(false)
  const wanted = useRef(false)
  /** The focus is in the grid, or was until what had it was taken away. */
  const inside = useRef(false)
  useLayoutEffect(() => {
    const { activeElement } = document
    if (inside.current && (activeElement === null || activeElement === document.body)) wanted.current = true
    // An empty grid has it as a whole, until there are rows.
    if (activeElement !== null && activeElement === grid.current) wanted.current = true
    if (count !== null && at.row >= count && at.row > 0) return setAt({ ...at, row: Math.max(count - 1, 0) })
    if (!wanted.current) return
    const cell = grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`)
    const target = cell ?? (count === 0 ? grid.current : null)
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
    // The row that has the focus goes with its list; the first of the new one takes over.
    const cell = document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell')
    if (inside.current && cell?.startsWith('-1:') === false) wanted.current = true
    // Whoever sorts from the header stays there.
    setAt((last) => (last.row < 0 ? last : home))
    setEngaged(false)
  }, [])
  useEffect(() => {
    // The frame, since the focus may also be at what stands in place of rows, and goes when they come.
    const frame = grid.current?.parentElement
    if (!frame) return
    const onFocus = ({ target }: FocusEvent) => {
      inside.current = true
      const [row, column] = target instanceof Element ? positionOf(target) : []
      if (row === undefined || column === undefined) return
      setAt((last) => (last.row === row && last.column === column ? last : { row, column }))
    }
    const onBlur = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node) inside.current = frame.contains(relatedTarget)
      // An element that is taken away loses the focus to nobody; whether it is still there shows once it is done.
      else
        queueMicrotask(() => {
          if (target instanceof Node && target.isConnected) inside.current = false
        })
    }
    frame.addEventListener('focusin', onFocus)
    frame.addEventListener('focusout', onBlur)
    return () => {
      frame.removeEventListener('focusin', onFocus)
      frame.removeEventListener('focusout', onBlur)
    }
  }, [grid])
  return { at, engaged, moveTo, reset }
}

const positionOf = (cell: Element): number[] => cell.getAttribute('data-cell')?.split(':').map(Number) ?? []
