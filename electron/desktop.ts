import { extname } from 'node:path'
import { BrowserWindow, clipboard, dialog, Notification, net, powerMonitor, shell } from 'electron'
import type { NotificationWords } from '../shared/words/reminder-words.ts'
import { showWindow } from './lifecycle.ts'
import { openExternalAllowed, signInAllowed } from './links.ts'
import type { OpenUrl } from './ports.ts'

/** What Muster does on the admin's desktop outside its own window. */
export interface Desktop {
  /** Opens the sign-in page of one of the connections. */
  readonly openSignIn: OpenUrl
  /** Opens one of the app's own links. */
  readonly openLink: OpenUrl
  readonly copyText: (text: string) => void
  /** Asks where to save; null when the admin cancels. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | null>
  /** Asks for a file with one of these endings; null when the admin cancels. */
  readonly askWhichFile: (extensions: readonly string[]) => Promise<string | null>
  /** Opens a file with the program that the system has for it; gives why not, in the system's words, or an empty text. */
  readonly openFile: (path: string) => Promise<string>
  /** Shows a file in its folder. */
  readonly showInFolder: (path: string) => void
  /** Shows a notification of the system's, where it has any; a click on it brings the window forward and calls back. */
  readonly notify: (words: NotificationWords, onClick: () => void) => void
  /** Whether there is any network at all. */
  readonly isOnline: () => boolean
  /** Told whenever the computer has woken from sleep, or its screen was unlocked. */
  readonly onWake: (listener: () => void) => void
}

/** Notifications that can still be clicked: one that nothing refers to would be collected, and its click with it. */
const shown = new Set<Notification>()

function notify(words: NotificationWords, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ ...words })
  const over = () => shown.delete(notification)
  shown.add(notification)
  notification.on('click', () => {
    over()
    BrowserWindow.getAllWindows().forEach(showWindow)
    onClick()
  })
  notification.on('failed', over)
  notification.show()
}

/** The desktop, through Electron. */
export const createDesktop = (): Desktop => ({
  openSignIn: (url) => openIf(signInAllowed(url), url),
  openLink: (url) => openIf(openExternalAllowed(url), url),
  copyText: (text) => clipboard.writeText(text),
  askWhereToSave: async (defaultPath) => {
    const extension = extname(defaultPath).slice(1)
    const filters = [{ name: extension.toUpperCase(), extensions: [extension] }]
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath, filters })
    return canceled ? null : filePath
  },
  askWhichFile: async (extensions) => {
    const filters = [
      { name: extensions.map((extension) => extension.toUpperCase()).join(', '), extensions: [...extensions] },
      { name: '*', extensions: ['*'] },
    ]
    const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters })
    return canceled ? null : (filePaths[0] ?? null)
  },
  openFile: (path) => shell.openPath(path),
  showInFolder: (path) => shell.showItemInFolder(path),
  notify,
  isOnline: () => net.isOnline(),
  onWake: (listener) => {
    powerMonitor.on('resume', listener)
    powerMonitor.on('unlock-screen', listener)
  },
})

async function openIf(allowed: boolean, url: string): Promise<void> {
  if (!allowed) throw new Error('This address is not on the list of pages that Muster opens.')
  await shell.openExternal(url)
}
