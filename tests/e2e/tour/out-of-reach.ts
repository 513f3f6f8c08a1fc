/**
 * Runs in the page and gives the controls that no scrolling brings whole enough into the window to be used: what a small or
 * zoomed window has no room for. Of an open dialog only its own; what is scrolled is put back.
 */
function findOutOfReach(): string[] {
  const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"]'
  const dialog = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].findLast((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  )
  const before = new Map(
    [...document.querySelectorAll('*')].map((one) => [one, { top: one.scrollTop, left: one.scrollLeft }]),
  )
  const isIn = (box: { left: number; top: number; right: number; bottom: number }, x: number, y: number) =>
    x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1
  const whatHides = (control: Element): string | null => {
    const { left, top, width, height } = control.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    if (!isIn({ left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight }, x, y)) return 'the window'
    for (let box = control.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(box)
      if ((overflowX !== 'visible' || overflowY !== 'visible') && !isIn(box.getBoundingClientRect(), x, y))
        return `${box.tagName.toLowerCase()}.${box.className}`
      if (position === 'fixed') break
    }
    return null
  }
  const findings: string[] = []
  for (const control of (dialog ?? document.body).querySelectorAll(controls)) {
    const { width, height } = control.getBoundingClientRect()
    // What is there for screen readers alone is not to be seen, nor is the input under a drawn switch.
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || width <= 2 || height <= 2)
      continue
    control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
    const hides = whatHides(control)
    const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 60)
    if (hides !== null) findings.push(`“${name || control.tagName}” can’t be brought into ${hides}`)
  }
  for (const element of document.querySelectorAll('*')) {
    const { top, left } = before.get(element) ?? { top: 0, left: 0 }
    if (element.scrollTop !== top || element.scrollLeft !== left) element.scrollTo({ top, left, behavior: 'instant' })
  }
  return findings
}

/** The text of {@link findOutOfReach}, to be evaluated in a window of any host. */
export const outOfReachScript = `(${findOutOfReach})()`
