import type { BrowserWindow, Rectangle } from 'electron'
import type { SettingsStore, WindowBounds } from './store/settings.ts'

/** How much of a window has to be on a screen, in device-independent pixels, so that its title bar can be taken hold of. */
const least = { width: 120, height: 40 }
/** Milliseconds that a window has to rest before its place is written down. */
const rest = 500

/**
 * Where a remembered window can be shown now: as it was where enough of its top edge is on a screen, else in the middle of the
 * first one, no larger than that. Null without a memory or a screen.
 * @param screens the parts of the screens that no taskbar covers.
 */
export function placeOn(bounds: WindowBounds | null, screens: readonly Rectangle[]): WindowBounds | null {
  const [first] = screens
  if (bounds === null || first === undefined) return null
  const onScreen = screens.some((screen) => {
    const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
    return across >= least.width && bounds.y >= screen.y && bounds.y + least.height <= screen.y + screen.height
  })
  if (onScreen) return bounds
  const width = Math.min(bounds.width, first.width)
  const height = Math.min(bounds.height, first.height)
  const x = first.x + Math.round((first.width - width) / 2)
  const y = first.y + Math.round((first.height - height) / 2)
  return { ...bounds, x, y, width, height }
}

/** Writes down where the window is whenever it has come to rest, and when it closes. */
export function rememberPlace(window: BrowserWindow, settings: Pick<SettingsStore, 'setWindowBounds'>): void {
  let timer: NodeJS.Timeout | undefined
  const keep = (): void => {
    clearTimeout(timer)
    if (!window.isDestroyed())
      settings.setWindowBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, rest)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', keep)
}
