import { defaultRangeExtractor, type Range, type Rect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { assignSlots } from './slots.ts'

/** Height of a row, in pixels. */
export const rowHeight = 36
/** Height of the header, in pixels. */
export const headHeight = 34
/** Rows drawn beyond each edge of the view. */
const overscan = 3

/** Scroll positions of grids that were left, by their `keep` name, for the way back. */
const kept = new Map<string, number>()

/** One row that is drawn. */
export interface DrawnRow {
  readonly index: number
  /** Names the element that draws it. */
  readonly slot: number
  /** Pixels from the top of the list. */
  readonly start: number
}

/**
 * Tells the size of the view as soon as the browser has worked it out for the frame. The library's own way asks at once, for
 * which the browser has to lay out the page twice before anything is seen.
 */
function observeView({ scrollElement }: Virtualizer<HTMLElement, HTMLElement>, tell: (view: Rect) => void) {
  if (!scrollElement) return
  const observer = new ResizeObserver(() =>
    tell({ width: scrollElement.offsetWidth, height: scrollElement.offsetHeight }),
  )
  observer.observe(scrollElement)
  return () => observer.disconnect()
}

interface GridWindowOptions {
  readonly count: number
  /** Drawn wherever the view is, so that it does not lose the focus. */
  readonly focusRow: number
  /** Rows are measured instead of {@link rowHeight} tall. */
  readonly tall: boolean
  /** Remembers the scroll position under this name. */
  readonly keep: string | undefined
}

/** The part of a long list that is on screen. */
export function useGridWindow(scroller: RefObject<HTMLElement | null>, options: GridWindowOptions) {
  const { count, focusRow, tall, keep } = options
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      if (focusRow < 0 || focusRow >= range.count || indexes.includes(focusRow)) return indexes
      return focusRow < (indexes[0] ?? 0) ? [focusRow, ...indexes] : [...indexes, focusRow]
    },
    [focusRow],
  )
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor,
    initialOffset: () => (keep ? (kept.get(keep) ?? 0) : 0),
    observeElementRect: observeView,
    // About what a title and tools leave of the window: rows are drawn with the grid, and not after it has been measured.
    initialRect: { width: 0, height: Math.max(innerHeight - 350, 0) },
  })
  useEffect(() => {
    const element = scroller.current
    if (!keep || !element) return
    const remember = () => kept.set(keep, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [keep, scroller])

  // Even a scroll to where one is already makes the browser work out the layout on the spot.
  const toTop = useCallback(() => {
    if (virtualizer.scrollOffset !== 0) scroller.current?.scrollTo({ top: 0 })
  }, [virtualizer, scroller])

  const items = virtualizer.getVirtualItems()
  const indexes = items.map(({ index }) => index)
  const last = useRef<ReadonlyMap<number, number>>(new Map())
  // Rows as tall as their content are measured by element, so theirs are not used again.
  const slots = tall ? new Map(indexes.map((index) => [index, index])) : assignSlots(last.current, indexes)
  last.current = slots
  const drawn: DrawnRow[] = items.map(({ index, start }) => ({
    index,
    slot: slots.get(index) ?? index,
    start: start - headHeight,
  }))
  return {
    // In the order of the elements while scrolling, since moving an element costs as much as making one; in the order of
    // the list at rest, for whoever reads the page as it is written.
    drawn: virtualizer.isScrolling ? drawn.sort((a, b) => a.slot - b.slot) : drawn,
    first: virtualizer.range?.startIndex ?? 0,
    // Before anything is drawn nothing but the first rows is in view, however long the list is.
    last: virtualizer.range?.endIndex ?? 0,
    height: virtualizer.getTotalSize(),
    measure: tall ? virtualizer.measureElement : undefined,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    toTop,
  }
}
