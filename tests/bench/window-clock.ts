import type { Page } from 'playwright'

/** What has to be seen in the People grid: rows without placeholders, and what is given here. */
export interface Sight {
  /** The number of rows is another than before. */
  readonly otherRows?: boolean
  /** So many people are selected; the bar and the rows in view show it. */
  readonly selected?: number
}

/** Milliseconds after which something that has not been seen never will be. */
const patience = 20_000

/** A measurement under way in the window. */
export interface Watch {
  /** Milliseconds from the event to the end of the first frame that shows what was waited for. */
  seen(): Promise<number>
}

/** Waits in the window for its next event of a kind, and from there on for something to be seen. */
export async function watchFor(window: Page, event: 'click' | 'input', sight: Sight): Promise<Watch> {
  const handle = await window.evaluateHandle(
    ({ event, sight, patience }) => {
      const grid = () => document.querySelector('[role=grid]')
      const rowCount = () => grid()?.getAttribute('aria-rowcount')
      const before = rowCount()
      const isSeen = (): boolean => {
        const rows = [...(grid()?.querySelectorAll('tr[data-index]') ?? [])]
        if (rows.some((row) => row.hasAttribute('aria-busy'))) return false
        if (sight.otherRows && rowCount() === before) return false
        if (sight.selected === undefined) return true
        const words = document.querySelector('[aria-label=Selection] [role=status] strong')?.textContent ?? ''
        const marked = rows.every((row) => row.getAttribute('aria-selected') === 'true')
        return marked && Number(words.replace(/\D/g, '')) === sight.selected
      }
      const seen = new Promise<number>((resolve, reject) => {
        const { port1, port2 } = new MessageChannel()
        const listen = ({ timeStamp }: Event): void => {
          // Asked at the beginning of a frame; the message arrives when that frame has been drawn.
          const look = (): void => {
            if (isSeen()) port2.postMessage(null)
            else if (performance.now() - timeStamp > patience) reject(new Error(`Not seen after the ${event}.`))
            else requestAnimationFrame(look)
          }
          port1.onmessage = () => resolve(performance.now() - timeStamp)
          requestAnimationFrame(look)
        }
        document.addEventListener(event, listen, { capture: true, once: true })
      })
      // In an object: a promise by itself would be waited for here.
      return { seen }
    },
    { event, sight, patience },
  )
  return { seen: () => handle.evaluate(({ seen }) => seen) }
}

/** How soon a window that was loaded anew shows people, in milliseconds. */
export interface FirstRows {
  /** From the beginning of the first frame with the People screen's title to the end of the first one with rows. */
  readonly afterTitle: number
  /** From the reload to the end of the first frame with rows. */
  readonly afterReload: number
}

/** What a document's console line with its {@link FirstRows} begins with. */
const said = 'first rows '

/** From now on each document of the window says on its console how soon it showed people. */
export async function noteFirstRows(window: Page): Promise<void> {
  await window.addInitScript((said) => {
    let titled: number | null = null
    const { port1, port2 } = new MessageChannel()
    const look = (): void => {
      // Not the time that a frame is given: it was due then, and what is drawn now may have kept it waiting for long.
      if (document.querySelector('h1')?.textContent === 'People') titled ??= performance.now()
      if (titled !== null && document.querySelector('tr[data-index]:not([aria-busy])')) port2.postMessage(null)
      else requestAnimationFrame(look)
    }
    port1.onmessage = () => {
      const now = performance.now()
      console.debug(said + JSON.stringify({ afterTitle: now - (titled ?? Number.NaN), afterReload: now }))
    }
    requestAnimationFrame(look)
  }, said)
}

/** Loads the window's page anew; gives what {@link noteFirstRows} has it say. Until then nothing looks into the page, which would take time of its own. */
export async function firstRowsAfterReload(window: Page): Promise<FirstRows> {
  const line = window.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(said),
    timeout: 60_000,
  })
  await window.reload()
  // Written by the script above.
  return JSON.parse((await line).text().slice(said.length)) as FirstRows
}

/** Turns the wheel over the grid for a while; gives the milliseconds between frames meanwhile. */
export async function framesWhileScrolling(window: Page, duration: number): Promise<number[]> {
  await window.getByRole('grid', { name: 'People' }).hover()
  const frames = window.evaluate((duration) => {
    const times: number[] = []
    return new Promise<number[]>((resolve) => {
      const next = (now: number): void => {
        times.push(now)
        if (now - (times[0] ?? now) < duration) requestAnimationFrame(next)
        else resolve(times.slice(1).map((time, at) => time - (times[at] ?? time)))
      }
      requestAnimationFrame(next)
    })
  }, duration)
  let over = false
  void frames.finally(() => {
    over = true
  })
  while (!over) await window.mouse.wheel(0, 240)
  return frames
}
