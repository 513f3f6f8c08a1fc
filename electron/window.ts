import { join } from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { appPage } from './app-protocol.ts'
import { describeError } from './ipc/describe-error.ts'
import { giveEditMenu } from './menus.ts'
import type { Log } from './ports.ts'
import type { SettingsStore } from './store/settings.ts'
import { type WindowChoices, windowOptions } from './window-options.ts'
import { placeOn, rememberPlace } from './window-place.ts'

/** What a window needs. */
export interface WindowParts extends Omit<WindowChoices, 'preload' | 'place'> {
  /** Folder of the built main bundle; the preload lies beside it. */
  readonly mainFolder: string
  readonly log: Log
  /** Where its place is remembered. */
  readonly settings: Pick<SettingsStore, 'windowBounds' | 'setWindowBounds'>
}

/** Name of the window's session: apart from the default one, which carries main's own requests, and kept on disk. */
export const windowPartition = 'persist:window'

/** Opens the one window where it was last. It is shown once its first frame is painted. */
export function createWindow({ mainFolder, log, settings, ...choices }: WindowParts): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const place = placeOn(settings.windowBounds(), screens)
  const preload = join(mainFolder, '../preload/preload.cjs')
  const window = new BrowserWindow(windowOptions({ ...choices, preload, place }))
  window.once('ready-to-show', () => {
    if (place?.maximized) window.maximize()
    window.show()
  })
  rememberPlace(window, settings)
  giveEditMenu(window)
  window
    .loadURL(appPage)
    .catch((error: unknown) => log.error('The window did not load', { cause: describeError(error) }))
  return window
}
