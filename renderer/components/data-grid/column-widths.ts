/** The widths the header's cells have on screen, by column id. */
export function widthsOf(header: Element | null): ReadonlyMap<string, number> {
  const cells = header?.querySelectorAll<HTMLElement>('[data-column-id]') ?? []
  return new Map([...cells].map((cell) => [cell.dataset.columnId ?? '', Math.round(cell.offsetWidth)]))
}

/** What stands beside a cell's words, and beside a title: padding, and room for the arrow of the sort. */
const [besideCell, besideTitle] = [16, 36] as const

/** How wide a column has to be for all its words in the rows that are drawn, in pixels. */
export function fittingWidth(grid: Element | null, id: string): number {
  const title = grid?.querySelector(`[data-column-id="${CSS.escape(id)}"]`)
  const place = title?.getAttribute('aria-colindex')
  const cells = place ? (grid?.querySelectorAll(`tbody [aria-colindex="${place}"]`) ?? []) : []
  const natural = (element: Element): number => {
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect().width
  }
  const words = title?.querySelector('[data-title]')
  return Math.ceil(
    Math.max(words ? natural(words) + besideTitle : 0, ...[...cells].map((cell) => natural(cell) + besideCell)),
  )
}
