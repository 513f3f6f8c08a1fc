/**
 * Runs in the page and gives the texts that can't be read whole because something cuts them off at a side, and what makes the
 * page itself scroll sideways. Text that ends in an ellipsis says so itself and is whole on hover; what scrolls by itself
 * (grids, code) can be reached.
 */
function findCutOffText(): string[] {
  const slack = 1
  const clips = (value: string) => value === 'hidden' || value === 'clip'
  const isHiddenForSight = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width <= 2 || height <= 2
  }
  const findings = new Set<string>()
  const root = document.documentElement
  if (root.scrollWidth > window.innerWidth + slack) {
    findings.add(`the page is ${root.scrollWidth} pixels wide in a window of ${window.innerWidth}`)
  }
  const cutBy = (text: DOMRect, start: Element): string | null => {
    for (let box: Element | null = start; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (isHiddenForSight(box) || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return null
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') return null
      const edge = box.getBoundingClientRect()
      if (clips(style.overflowX) && (text.right > edge.right + slack || text.left < edge.left - slack)) {
        return `cut off by ${box.tagName.toLowerCase()}.${box.className}`
      }
      if (style.position === 'fixed') break
    }
    return text.right > window.innerWidth + slack || text.left < -slack ? 'outside the window' : null
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent?.trim()
    const parent = node.parentElement
    if (!words || !parent?.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      const why = rect.width === 0 ? null : cutBy(rect, parent)
      if (why !== null) findings.add(`“${words.slice(0, 60)}” is ${why}`)
    }
  }
  return [...findings]
}

/** The text of {@link findCutOffText}, to be evaluated in a window of any host. */
export const cutOffTextScript = `(${findCutOffText})()`
