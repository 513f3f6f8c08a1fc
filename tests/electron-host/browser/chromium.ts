import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { type Cdp, connectPipe } from './cdp.ts'
import { findChromium } from './find-chromium.ts'
import { type ChromiumOptions, chromiumFlags } from './flags.ts'

/** A running Chromium. It ends by itself when this process does: its pipe closes. */
export interface Chromium {
  readonly cdp: Cdp
  /** Also the id of its process group. */
  readonly pid: number
  /** Address for Playwright's connectOverCDP; null without a debug port. */
  readonly endpoint: Promise<string | null>
  /** Asks it to close and waits until it has. */
  close(): Promise<void>
}

/** Starts Chromium in a process group of its own. @throws Error when none is installed. */
export function startChromium(options: ChromiumOptions): Chromium {
  const path = findChromium()
  if (!path)
    throw new Error('electron-host: no Chromium was found. Install the package chromium, or set MUSTER_CHROMIUM.')
  prepareProfile(options.profile)
  const portFile = join(options.profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const child = spawn(path, chromiumFlags(options), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const errors = tail(child)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Descriptors 3 and 4 are what `--remote-debugging-pipe` reads from and writes to.
  const [, , , write, read] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  const cdp = connectPipe(write, read)
  return {
    cdp,
    pid: child.pid ?? 0,
    endpoint: options.debugPort ? readEndpoint(options.profile, portFile, exited, errors) : Promise.resolve(null),
    close: async () => {
      cdp.browser.send('Browser.close').catch(() => undefined)
      await exited
    },
  }
}

/** Chrome connects ahead to where a page may go next; Electron has no such part, so it is switched off where Chrome looks. */
function prepareProfile(profile: string): void {
  const preferences = join(profile, 'Default', 'Preferences')
  if (existsSync(preferences)) return
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(preferences, JSON.stringify({ net: { network_prediction_options: 2 } }))
}

/** The last of what Chromium said on its error output, for the message when it does not start. */
function tail(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-2000)
  })
  return () => text
}

/** Waits for the file in which Chromium says where it listens. */
async function readEndpoint(
  profile: string,
  file: string,
  exited: Promise<void>,
  errors: () => string,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const look = () => {
    try {
      const [port, path] = readFileSync(file, 'utf8').split('\n')
      if (port && path) resolve(`ws://127.0.0.1:${port}${path}`)
    } catch {
      // Not written yet; the watcher tells when.
    }
  }
  const watcher = watch(profile, look)
  look()
  void exited.then(() => reject(new Error(`electron-host: Chromium ended before it was ready.\n${errors()}`)))
  try {
    return await promise
  } finally {
    watcher.close()
  }
}
