import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { appPage } from './app-protocol.ts'
import { describeError } from './ipc/describe-error.ts'
import type { Log } from './ports.ts'
import { type WindowChoices, windowOptions } from './window-options.ts'

/** What a window needs. */
export interface WindowParts extends Omit<WindowChoices, 'preload'> {
  /** Folder of the built main bundle; the preload lies beside it. */
  readonly mainFolder: string
  readonly log: Log
}

/** Name of the window's session: apart from the default one, which carries main's own requests, and kept on disk. */
export const windowPartition = 'persist:window'

/** Opens the one window. It is shown once its first frame is painted. */
export function createWindow({ mainFolder, log, ...choices }: WindowParts): BrowserWindow {
  const window = new BrowserWindow(windowOptions({ ...choices, preload: join(mainFolder, '../preload/preload.cjs') }))
  window.once('ready-to-show', () => window.show())
  window
    .loadURL(appPage)
    .catch((error: unknown) => log.error('The window did not load', { cause: describeError(error) }))
  return window
}
