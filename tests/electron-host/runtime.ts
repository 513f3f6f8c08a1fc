import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Chromium, startChromium } from './browser/chromium.ts'
import { formerChromiumGone } from './browser/former.ts'
import { type Controls, connectLauncher } from './controls.ts'
import { instanceIsHeld } from './parts/single-instance.ts'
import { createRecorder, type Recorder } from './record.ts'

/** What every part of the stand-in shares. There is one app in a process, as in Electron. */
export interface Runtime {
  /** Folder of the app: where its package.json is. */
  readonly appPath: string
  readonly name: string
  readonly version: string
  readonly electronVersion: string
  /** The app's own command line switches and arguments. */
  readonly args: readonly string[]
  readonly chromium: Chromium
  readonly controls: Controls
  readonly record: Recorder
}

let current: Runtime | undefined

/** The running {@link Runtime}. @throws Error before {@link startRuntime}. */
export function runtime(): Runtime {
  if (!current)
    throw new Error('electron-host: this module belongs to the stand-in for Electron; start boot.ts instead.')
  return current
}

/** True where windows can be seen. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** Where Electron keeps an app's data by default. */
export function defaultAppData(env: NodeJS.ProcessEnv = process.env): string {
  if (process.platform === 'win32') return env.APPDATA ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}

/** Value of a switch, as Chromium reads it: `--name=value`, or an empty text for a bare `--name`; null when it is not there. */
export function switchValue(args: readonly string[], name: string): string | null {
  const found = args.findLast((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`))
  return found === undefined ? null : found.slice(name.length + 3)
}

/** Reads the app's package.json and starts Chromium at once, so that it comes up while main's modules are loaded. */
export async function startRuntime(appPath: string, args: readonly string[]): Promise<Runtime> {
  const app = readJson(join(appPath, 'package.json'))
  // A packed app brings its own Electron and so has no such package.
  const electron = readJson(createRequire(import.meta.url).resolve('electron/package.json'))
  const name = String(app.productName ?? app.name)
  const given = switchValue(args, 'user-data-dir')
  const userData = given ? resolve(given) : join(defaultAppData(), name)
  const controls = connectLauncher()
  const headless = process.env.MUSTER_HEADLESS === '1' || !hasDisplay()
  const profile = profileOf(userData)
  await formerChromiumGone(profile)
  const chromium = startChromium({
    profile,
    headless,
    debugPort: controls.attached,
    args: chromiumSwitches(args),
  })
  current = {
    appPath,
    name,
    version: String(app.version),
    electronVersion: String(electron.version),
    args,
    chromium,
    controls,
    record: createRecorder(process.env.MUSTER_RECORD_IPC),
  }
  chromium.endpoint.then(
    (endpoint) => controls.tell({ t: 'browser', pid: chromium.pid, endpoint }),
    (error: Error) => {
      console.error(error.message)
      process.exit(1)
    },
  )
  return current
}

/** Switches of the app's command line are Chromium's too, as in Electron; where its profile is stays the host's. */
const chromiumSwitches = (args: readonly string[]) =>
  args.filter((arg) => arg.startsWith('--') && !arg.startsWith('--user-data-dir'))

/**
 * Chromium's own folder, kept like Electron's in the user data. While another host is at work on the same user data, one
 * that lasts as long as this process: two Chromiums on one profile would become one.
 */
const profileOf = (userData: string): string =>
  instanceIsHeld(userData) ? join(tmpdir(), `electron-host-${process.pid}`) : join(userData, 'host-profile')

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
