/** Where the keyboard is in a grid: row -1 is the header; column -1 is the row as a whole. */
export interface GridPosition {
  readonly row: number
  readonly column: number
}

/** What a grid looks like to the keyboard. */
export interface GridExtent {
  readonly rows: number
  readonly columns: number
  /** Rows that fit on one screen. */
  readonly page: number
  readonly rightToLeft: boolean
}

/** The parts of a keyboard event that decide. */
export interface GridKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What a key does in a grid. */
export type GridAction =
  | { readonly kind: 'move'; readonly to: GridPosition; readonly extend: boolean }
  | { readonly kind: 'resize' | 'reorder'; readonly column: number; readonly by: number }
  | { readonly kind: 'fit'; readonly column: number }
  | { readonly kind: 'toggle' | 'all' | 'open' | 'sort' | 'copy' }

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/** How far one key press resizes a column, in pixels. */
const resizeStep = 16

/**
 * What a key means in a grid (WAI-ARIA Authoring Practices, grid and treegrid patterns: rows and cells both take focus).
 * Null for a key the grid leaves alone.
 */
export function gridAction(event: GridKey, at: GridPosition, extent: GridExtent): GridAction | null {
  const chord = event.ctrlKey || event.metaKey
  const last = extent.rows - 1
  const toRow = (row: number): GridAction => ({
    kind: 'move',
    to: { row: clamp(row, -1, last), column: row < 0 ? Math.max(at.column, 0) : at.column },
    extend: event.shiftKey && at.row >= 0 && row >= 0,
  })
  switch (event.key) {
    case 'ArrowDown':
      return toRow(chord ? last : at.row + 1)
    case 'ArrowUp':
      return toRow(chord ? 0 : at.row - 1)
    case 'PageDown':
      return toRow(Math.max(at.row, 0) + extent.page)
    case 'PageUp':
      return toRow(Math.max(at.row - extent.page, 0))
    case 'Home':
    case 'End': {
      const toEnd = event.key === 'End'
      // In a cell these go along the row, as everywhere in a grid; from a row as a whole, and with Ctrl, along the list.
      if (at.column < 0) return toRow(toEnd ? last : 0)
      const column = toEnd ? extent.columns - 1 : 0
      if (!chord) return { kind: 'move', to: { row: at.row, column }, extend: false }
      return { kind: 'move', to: { row: toEnd ? last : Math.min(0, last), column }, extend: false }
    }
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = (event.key === 'ArrowRight') === extent.rightToLeft ? -1 : 1
      if (at.row < 0 && event.shiftKey) {
        if (chord) return { kind: 'reorder', column: at.column, by: step }
        return { kind: 'resize', column: at.column, by: step * resizeStep }
      }
      const column = clamp(at.column + step, at.row < 0 ? 0 : -1, extent.columns - 1)
      return { kind: 'move', to: { row: at.row, column }, extend: false }
    }
    case ' ':
      return { kind: at.row < 0 ? 'sort' : 'toggle' }
    case 'Enter':
      // That is a command of the whole screen.
      if (chord) return null
      if (at.row < 0 && event.shiftKey) return { kind: 'fit', column: at.column }
      return { kind: at.row < 0 ? 'sort' : 'open' }
    case 'a':
    case 'A':
      return chord ? { kind: 'all' } : null
    case 'c':
    case 'C':
      // With Shift it is a command of the whole screen.
      return chord && !event.shiftKey ? { kind: 'copy' } : null
    default:
      return null
  }
}
