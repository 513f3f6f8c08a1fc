import { spawn } from 'node:child_process'
import type { Shell } from 'electron'
import { runtime } from '../runtime.ts'
import { standIn } from '../stand-in.ts'

/** The program that opens an address on each platform. */
const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
}

/** Electron's `shell`. What a launcher started hands addresses to the launcher instead of the system browser. */
export const shell: Shell = standIn<Shell>('shell', {
  // Windows of file managers are the platform's, as dialogs are.
  showItemInFolder: (path) => runtime().record({ kind: 'shown-in-folder', path }),
  openPath: async (path) => {
    runtime().record({ kind: 'opened-path', path })
    // What a launcher started opens nothing on whoever's desktop it runs.
    if (runtime().controls.attached) return ''
    return openWithSystem(path).then(
      () => '',
      (error: Error) => error.message,
    )
  },
  openExternal: async (url) => {
    const { controls } = runtime()
    if (controls.attached) {
      controls.tell({ t: 'open-url', url })
      return
    }
    await openWithSystem(url)
  },
})

/** @throws Error when the platform's opener can't be started */
async function openWithSystem(target: string): Promise<void> {
  const [program = 'xdg-open', ...args] = openers[process.platform] ?? []
  const child = spawn(program, [...args, target], { stdio: 'ignore', detached: true })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', () => resolve())
    child.once('error', () => reject(new Error(`Failed to open: ${program} could not be started`)))
  })
  child.unref()
}
