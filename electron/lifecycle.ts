import type { App, BrowserWindow } from 'electron'

/** A second start brings the first one's window forward; the last window closed ends the app, everywhere alike. */
export function followWindow(app: App, window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
}

/** Lets `close` end before the app does. Called once: the quit that follows it goes through. */
export function quitAfter(app: App, close: () => Promise<void>): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    void close().finally(() => app.quit())
  })
}
