import type { App, BrowserWindow } from 'electron'

/** Brings a window to where the admin sees it: out of the taskbar, in front, with the keyboard. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/**
 * A second start brings the first one's window forward; `seen` is told when the admin turns to it; the last window closed ends
 * the app, everywhere alike; `close` is let end before the app does. It is called once: the quit that follows goes through.
 */
export function followWindow(app: App, window: BrowserWindow, seen: () => void, close: () => Promise<void>): void {
  window.on('focus', seen)
  app.on('second-instance', () => showWindow(window))
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void close().finally(() => app.quit())
  })
}
