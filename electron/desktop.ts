import { extname } from 'node:path'
import { clipboard, dialog, shell } from 'electron'
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
  /** Shows a file in its folder. */
  readonly showInFolder: (path: string) => void
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
  showInFolder: (path) => shell.showItemInFolder(path),
})

async function openIf(allowed: boolean, url: string): Promise<void> {
  if (!allowed) throw new Error('This address is not on the list of pages that Muster opens.')
  await shell.openExternal(url)
}
