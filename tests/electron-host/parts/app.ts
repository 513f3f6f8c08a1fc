import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import { defaultAppData, runtime, switchValue } from '../runtime.ts'
import { preventable, standIn } from '../stand-in.ts'
import { lockInstance } from './single-instance.ts'
import { closeAllWindows, openWindows } from './window-list.ts'

const events = new EventEmitter()
const readiness = Promise.withResolvers<void>()
const paths = new Map<string, string>()
let isReady = false
let quitting = false
let release: (() => void) | undefined

/** Emits an event of `app` from another part. */
export const emitApp = (event: string, ...args: unknown[]): void => {
  events.emit(event, ...args)
}

/** True once the app has become ready; some calls are only allowed before. */
export const appIsReady = (): boolean => isReady

/** Makes the app ready: its main module has been loaded to its end, as Electron waits for it too. */
export function startApp(): void {
  runtime().controls.onMessage(({ t }) => {
    if (t === 'quit') void quit()
  })
  isReady = true
  events.emit('will-finish-launching')
  events.emit('ready', {}, {})
  readiness.resolve()
}

function path(name: string): string {
  const known = paths.get(name)
  if (known) return known
  const { name: appName, appPath } = runtime()
  const userData = paths.get('userData') ?? join(defaultAppData(), appName)
  const places: Record<string, string> = {
    home: homedir(),
    appData: defaultAppData(),
    userData,
    sessionData: userData,
    temp: tmpdir(),
    logs: join(userData, 'logs'),
    crashDumps: join(userData, 'Crashpad'),
    downloads: join(homedir(), 'Downloads'),
    documents: join(homedir(), 'Documents'),
    desktop: join(homedir(), 'Desktop'),
    exe: process.execPath,
    module: process.execPath,
    assets: appPath,
  }
  const place = places[name]
  if (place === undefined) throw new Error(`Failed to get '${name}' path`)
  return place
}

async function quit(): Promise<void> {
  if (quitting) return
  quitting = true
  const before = preventable({})
  events.emit('before-quit', before)
  if (before.defaultPrevented || !(await closeAllWindows())) {
    quitting = false
    return
  }
  const will = preventable({})
  events.emit('will-quit', will)
  if (will.defaultPrevented) {
    quitting = false
    return
  }
  await exit(0)
}

async function exit(code = 0): Promise<void> {
  events.emit('quit', {}, code)
  release?.()
  await runtime().chromium.close()
  process.exit(code)
}

/** Quits when the last window is gone, unless the app listens for that and decides for itself. */
export function windowClosed(): void {
  if (openWindows().length > 0 || quitting) return
  if (events.listenerCount('window-all-closed') > 0) events.emit('window-all-closed')
  else void quit()
}

/** Electron's `app`. */
export const app: App = standIn<App>(
  'app',
  {
    get name() {
      return runtime().name
    },
    // With resources of its own the app is packed, as in Electron.
    isPackaged: process.env.MUSTER_HOST_RESOURCES !== undefined,
    userAgentFallback: '',
    getName: () => runtime().name,
    getVersion: () => runtime().version,
    getAppPath: () => runtime().appPath,
    getPath: path,
    setPath: (name, folder) => {
      if (name === 'userData') mkdirSync(folder, { recursive: true })
      paths.set(name, folder)
    },
    setAppLogsPath: (folder) => {
      paths.set('logs', folder ?? join(path('userData'), 'logs'))
    },
    getLocale: () => locale(),
    getSystemLocale: () => locale(),
    getPreferredSystemLanguages: () => [locale()],
    isReady: () => isReady,
    whenReady: () => readiness.promise,
    enableSandbox: () => undefined,
    requestSingleInstanceLock: (data) => {
      release ??= lockInstance(path('userData'), [...process.argv], data, (argv, folder, extra) =>
        events.emit('second-instance', {}, argv, folder, extra),
      )
      return release !== undefined
    },
    hasSingleInstanceLock: () => release !== undefined,
    releaseSingleInstanceLock: () => {
      release?.()
      release = undefined
    },
    setAppUserModelId: () => undefined,
    quit: () => void quit(),
    exit: (code) => void exit(code),
    commandLine: standIn<App['commandLine']>('app.commandLine', {
      hasSwitch: (name) => switchValue(runtime().args, name) !== null,
      getSwitchValue: (name) => switchValue(runtime().args, name) ?? '',
      // Chromium runs already; of what is set here only Muster's own language matters, and main knows that itself.
      appendSwitch: () => undefined,
    }),
  },
  events,
)

/** The system's regional format (POSIX locale variables), as a BCP 47 tag. */
function locale(): string {
  const { LC_ALL, LC_TIME, LANG } = process.env
  const tag = (LC_ALL || LC_TIME || LANG || '').split('.')[0]?.replace('_', '-') ?? ''
  return Intl.DateTimeFormat.supportedLocalesOf(/^[a-z]{2}/.test(tag) ? [tag] : []).at(0) ?? 'en-US'
}
