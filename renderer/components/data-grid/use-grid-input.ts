import { type KeyboardEvent, type MouseEvent, useRef } from 'react'
import type { GridSelection } from './column.ts'
import { type GridAction, type GridExtent, gridAction } from './grid-keys.ts'
import type { RowMenuPlace } from './row-menu.tsx'
import type { GridFocus } from './use-grid-focus.ts'

interface GridInput<Row> {
  readonly focus: GridFocus
  readonly extent: GridExtent
  readonly rowAt: (index: number) => Row | undefined
  readonly selection: GridSelection<Row> | undefined
  readonly onOpen: ((row: Row) => void) | undefined
  /** Copies what is ticked, or the row under the keyboard. */
  readonly onCopy: ((row: Row | undefined) => void) | undefined
  /** Opens the menu of a row there; null in a grid without menus. */
  readonly onMenu: ((index: number, place: RowMenuPlace) => void) | null
  /** A key that changes a column, by its place among all of them. */
  readonly onColumn: (action: Extract<GridAction, { column: number }>) => void
  readonly scrollTo: (index: number) => void
}

/** Buttons and links in a cell do their own thing; their clicks are not the grid's. */
const isOwnControl = (target: Element) => target.closest('button, a, input:not([type=checkbox])') !== null

/** Where a menu opens for the cell or row that has the keyboard: at its start, under it. */
function placeAt(element: Element): RowMenuPlace {
  const { left, right, bottom } = element.getBoundingClientRect()
  return { x: document.dir === 'rtl' ? right - 40 : left + 40, y: bottom }
}

/** What clicks and keys anywhere in the grid do. */
export function useGridInput<Row>({
  focus,
  extent,
  rowAt,
  selection,
  onOpen,
  onCopy,
  onMenu,
  onColumn,
  scrollTo,
}: GridInput<Row>) {
  /** The row toggled last, from which a range goes. */
  const anchor = useRef(0)

  const toggle = (index: number) => {
    const row = rowAt(index)
    if (row === undefined || !selection) return
    if (selection.whyNot?.(row) && !selection.isSelected(row)) return
    anchor.current = index
    selection.onToggle(row, index)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target
    if (event.altKey || !(target instanceof Element) || target.closest('input:not([type=checkbox])')) return
    if (onMenu !== null && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
      // A header has no menu, and the page's own would only be in the way.
      event.preventDefault()
      const { row } = focus.at
      const place = placeAt(target)
      // Once the key is dealt with: a menu that is there already takes it for a key outside of it, and closes.
      if (row >= 0) setTimeout(() => onMenu(row, place))
      return
    }
    if (isOwnControl(target) && (event.key === ' ' || event.key === 'Enter')) return
    const action = gridAction(event, focus.at, extent)
    if (!action) return
    // Text that is selected by hand is what is copied.
    if (action.kind === 'copy' && (!onCopy || getSelection()?.isCollapsed === false)) return
    event.preventDefault()
    switch (action.kind) {
      case 'move':
        if (action.to.row >= 0 && action.to.row !== focus.at.row) scrollTo(action.to.row)
        focus.moveTo(action.to, true)
        if (action.extend) selection?.onRange(anchor.current, action.to.row, rowAt(action.to.row))
        else if (action.to.row >= 0) anchor.current = action.to.row
        return
      case 'toggle':
        return toggle(focus.at.row)
      case 'copy':
        return onCopy?.(rowAt(focus.at.row))
      case 'all':
        return selection?.onAll()
      case 'resize':
      case 'reorder':
      case 'fit':
        return onColumn(action)
      case 'sort':
        return target.querySelector<HTMLElement>('button, input')?.click()
      case 'open': {
        const control = focus.at.column >= 0 ? target.querySelector<HTMLElement>('button, a') : null
        if (control) return control.click()
        const row = rowAt(focus.at.row)
        if (row !== undefined) onOpen?.(row)
      }
    }
  }

  const onClick = (event: MouseEvent) => {
    const target = event.target
    if (!(target instanceof Element)) return
    const rowElement = target.closest<HTMLElement>('[data-index]')
    if (!rowElement || isOwnControl(target)) return
    const index = Number(rowElement.dataset.index)
    const onPick = selection !== undefined && target.closest('[data-cell$=":0"]') !== null
    focus.moveTo({ row: index, column: -1 }, true)
    if (!selection) return
    if (event.shiftKey) selection.onRange(anchor.current, index, rowAt(index))
    else if (onPick || event.ctrlKey || event.metaKey) toggle(index)
    else anchor.current = index
  }

  const onDoubleClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    const value = row ? rowAt(Number(row.dataset.index)) : undefined
    if (value !== undefined) onOpen?.(value)
  }

  const onContextMenu = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (onMenu === null || row === null) return
    event.preventDefault()
    const index = Number(row.dataset.index)
    focus.moveTo({ row: index, column: -1 }, true)
    onMenu(index, { x: event.clientX, y: event.clientY })
  }

  return { onKeyDown, onClick, onDoubleClick, onContextMenu }
}
