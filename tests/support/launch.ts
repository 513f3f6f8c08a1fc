import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { DialogMethod } from '../electron-host/controls.ts'
import type { RecordLine } from '../electron-host/record.ts'
import { electronBinary } from './electron-binary.ts'
import { ensureBuilt, projectFolder } from './fresh-build.ts'
import { keyringFor, noBus } from './keyring.ts'
import { startOnChromium } from './launch-chromium.ts'
import { startOnElectron } from './launch-electron.ts'

/** How Muster is to be started. */
export interface LaunchOptions {
  /** Folder of everything it keeps; the same folder is the same installation. */
  readonly userData: string
  /** Stands in for the system browser. */
  readonly openUrl: (url: string) => unknown
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** Language and region of the system, a BCP 47 tag; those of this computer when left out. */
  readonly locale?: string
  /**
   * Left out: the D-Bus session that is there, else on Linux a private one with gnome-keyring, the same for the same
   * `userData`. `'none'`: no Secret Service at all.
   */
  readonly keychain?: 'none'
  /**
   * Folder that stands in for the operating system's store of client certificates: `<name>.pem` beside `<name>.key`. On the
   * stand-in alone: Electron's own binary takes the system's.
   */
  readonly certificates?: string
  /** Folder of another app, to hold Muster against; Muster's own when left out. */
  readonly app?: string
}

/** One running process of Muster's main code with its window. */
export interface RunningApp {
  readonly window: Page
  /** Asks it to quit and waits until it has. */
  close(): Promise<void>
  /** SIGKILL of the process that runs main, and the end of its window. */
  kill(): Promise<void>
  /** Says what the next dialog of a kind will answer, in the form of Electron's result. */
  answerDialog(method: DialogMethod, result: unknown): Promise<void>
  /** Id of the process that draws the window. */
  windowProcess(): Promise<number>
  /** Id of the process that runs main; on the stand-in the host is in it too. */
  mainProcess(): Promise<number>
  /** Clicks on the notification of the system's that has this title. */
  clickNotification(title: string): Promise<void>
  /** Chooses an item of the application menu, by its id. */
  clickMenu(id: string): Promise<void>
  /** Gives the keyboard to the window, or to another program. */
  focus(focused: boolean): Promise<void>
  /** Lets the computer wake from a sleep. */
  wake(): Promise<void>
  /** Takes the network away from main, or gives it back. */
  network(online: boolean): Promise<void>
}

/** What a process is started with, the same on both hosts. */
export interface StartOptions {
  readonly userData: string
  readonly openUrl: (url: string) => unknown
  readonly env: NodeJS.ProcessEnv
  readonly args: readonly string[]
  /** Folder of the app. */
  readonly app: string
}

/** Muster, driven from outside. */
export interface Launched
  extends Pick<
    RunningApp,
    'answerDialog' | 'clickNotification' | 'clickMenu' | 'focus' | 'wake' | 'network' | 'windowProcess' | 'mainProcess'
  > {
  /** The window as a Playwright page; after a restart it is the new one. */
  readonly window: Page
  /** Which of the two ran: Electron itself, or the stand-in on Chromium. */
  readonly host: 'electron' | 'chromium'
  /** Quits and starts again on the same user data. */
  restart(): Promise<void>
  /** SIGKILL of the process that runs the main code; nothing gets a chance to be written. Start again with `restart()`. */
  kill(): Promise<void>
  close(): Promise<void>
  /**
   * Everything that was recorded since the first start: requests, policy violations, console lines, and on the stand-in
   * also IPC messages and dialogs.
   */
  records(): RecordLine[]
}

/**
 * Starts Muster in a process of its own, on Electron's binary where there is one, else on the stand-in, and waits for its
 * window. Builds the app first where that is needed.
 */
export async function launchMuster(options: LaunchOptions): Promise<Launched> {
  await ensureBuilt()
  const binary = electronBinary()
  if (binary && options.certificates !== undefined) {
    throw new Error(
      'Client certificates from a folder are for the stand-in: Electron takes those of the system’s store.',
    )
  }
  const recordFile = options.env?.MUSTER_RECORD_IPC ?? temporaryRecord()
  const start = async (): Promise<RunningApp> => {
    const given: StartOptions = {
      app: options.app ?? projectFolder,
      userData: options.userData,
      openUrl: options.openUrl,
      args: [`--user-data-dir=${options.userData}`, ...localeArgs(options), ...(options.args ?? [])],
      env: {
        ...process.env,
        ...(await keychainEnv(options)),
        ...localeEnv(options),
        MUSTER_RECORD_IPC: recordFile,
        ...(options.certificates === undefined ? {} : { MUSTER_HOST_CERTIFICATES: options.certificates }),
        ...options.env,
      },
    }
    return binary ? startOnElectron(binary, given) : startOnChromium(given)
  }

  let app: RunningApp | undefined = await start()
  const current = (): RunningApp => {
    if (!app) throw new Error('Muster is not running: call restart() first.')
    return app
  }
  const end = async (how: 'close' | 'kill') => {
    await app?.[how]()
    app = undefined
  }
  return {
    get window() {
      return current().window
    },
    host: binary ? 'electron' : 'chromium',
    restart: async () => {
      await end('close')
      app = await start()
    },
    kill: () => end('kill'),
    close: () => end('close'),
    answerDialog: (method, result) => current().answerDialog(method, result),
    windowProcess: () => current().windowProcess(),
    mainProcess: () => current().mainProcess(),
    clickNotification: (title) => current().clickNotification(title),
    clickMenu: (id) => current().clickMenu(id),
    focus: (focused) => current().focus(focused),
    wake: () => current().wake(),
    network: (online) => current().network(online),
    records: () =>
      (existsSync(recordFile) ? readFileSync(recordFile, 'utf8').split('\n').filter(Boolean) : []).map(parse),
  }
}

const records: string[] = []

/** A record file that lasts as long as this process. */
function temporaryRecord(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muster-record-'))
  // One listener for all of them: a script may start Muster dozens of times.
  if (records.length === 0) process.once('exit', () => records.forEach(removeFolder))
  records.push(folder)
  return join(folder, 'record.jsonl')
}

const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Written by the host's recorder. */
const parse = (line: string) => JSON.parse(line) as RecordLine

/** What Chromium heeds everywhere, and on Linux instead of the system's settings. */
const localeArgs = ({ locale }: LaunchOptions): string[] => (locale === undefined ? [] : [`--lang=${locale}`])

function localeEnv({ locale }: LaunchOptions): Readonly<Record<string, string>> {
  if (locale === undefined) return {}
  const posix = locale.replace('-', '_')
  return { LANGUAGE: posix, LC_ALL: `${posix}.UTF-8` }
}

async function keychainEnv({ userData, keychain }: LaunchOptions): Promise<Readonly<Record<string, string>>> {
  if (process.platform !== 'linux') return {}
  if (keychain === 'none') return noBus
  if (process.env.DBUS_SESSION_BUS_ADDRESS) return {}
  return (await keyringFor(userData)).env
}
