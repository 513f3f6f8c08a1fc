import { _electron, type ElectronApplication } from 'playwright'
import { createRecorder } from '../electron-host/record.ts'
import type { RunningApp, StartOptions } from './launch.ts'

/** In front of an address on Electron's console, for the launcher to pick up. */
const openMark = 'muster-open-url '
/** In front of a line for the record on Electron's console, as JSON: main can't write the launcher's record itself. */
const recordMark = 'muster-record '

/**
 * Starts Muster on Electron's own binary, through Playwright. What main opens, tells and shows on the taskbar reaches the
 * launcher over Electron's console, in lines that begin with a mark.
 */
export async function startOnElectron(
  binary: string,
  { app: folder, args, env, openUrl }: StartOptions,
): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: binary,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), folder, ...args],
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  })
  app.on('console', (message) => {
    if (message.text().startsWith(openMark)) openUrl(message.text().slice(openMark.length))
  })
  await app.evaluate(({ shell }, mark) => {
    shell.openExternal = async (url) => console.log(`${mark}${url}`)
  }, openMark)
  await app.evaluate(({ shell }, mark) => {
    shell.openPath = async (path) => {
      console.log(`${mark}${JSON.stringify({ kind: 'opened-path', path })}`)
      return ''
    }
  }, recordMark)
  // The system's own notifications are kept out of the way of whoever runs the tests.
  await app.evaluate(({ Notification }, mark) => {
    const shown = new Map<string, Electron.Notification>()
    Object.assign(globalThis, { shownNotifications: shown })
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.set(this.title, this)
      console.log(`${mark}${JSON.stringify({ kind: 'notification', title: this.title, body: this.body })}`)
    }
  }, recordMark)
  // What the taskbar shows can't be asked for afterwards.
  await app.evaluate(({ BrowserWindow }, mark) => {
    const set = BrowserWindow.prototype.setProgressBar
    BrowserWindow.prototype.setProgressBar = function noted(value, options) {
      console.log(`${mark}${JSON.stringify({ kind: 'progress-bar', value, mode: options?.mode ?? 'normal' })}`)
      set.call(this, value, options)
    }
  }, recordMark)
  // Requests are made in sessions of the connections' own, which Electron has no list of.
  await app.evaluate(({ app: electronApp, session }) => {
    const made = new Set([session.defaultSession])
    Object.assign(globalThis, { madeSessions: made })
    electronApp.on('session-created', (one) => made.add(one))
  })
  const record = createRecorder(env.MUSTER_RECORD_IPC)
  app.on('console', (message) => {
    if (message.text().startsWith(recordMark)) record(JSON.parse(message.text().slice(recordMark.length)))
  })
  recordWindow(app, env.MUSTER_RECORD_IPC)
  const window = await app.firstWindow()
  return {
    window,
    close: () => app.close(),
    kill: async () => {
      const gone = new Promise<void>((done) => app.process().once('exit', () => done()))
      app.process().kill('SIGKILL')
      await gone
    },
    answerDialog: (method, result) => answer(app, method, result),
    windowProcess: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0),
    mainProcess: () => app.evaluate(() => process.pid),
    clickNotification: (title) =>
      app.evaluate((_electron, wanted) => {
        const all: unknown = Reflect.get(globalThis, 'shownNotifications')
        if (all instanceof Map) all.get(wanted)?.emit('click')
      }, title),
    clickMenu: (id) =>
      app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id),
    focus: (focused) =>
      app.evaluate(({ BrowserWindow }, wanted) => {
        for (const window of BrowserWindow.getAllWindows()) wanted ? window.focus() : window.blur()
      }, focused),
    wake: () =>
      app.evaluate(({ powerMonitor }) => {
        powerMonitor.emit('resume')
      }),
    network: (online) =>
      app.evaluate(({ net }, given) => {
        // An emulation does not change what Electron says of the computer's network.
        Object.assign(net, { isOnline: () => given })
        const made: unknown = Reflect.get(globalThis, 'madeSessions')
        if (!(made instanceof Set)) return
        for (const one of made) given ? one.disableNetworkEmulation() : one.enableNetworkEmulation({ offline: true })
      }, online),
  }
}

/** Records what can be seen of the window from outside. IPC messages can't: only the stand-in has them. */
function recordWindow(app: ElectronApplication, file: string | undefined): void {
  const record = createRecorder(file)
  app.context().on('request', (request) => {
    const outcome = request.url().startsWith('app:') ? 'served' : 'continued'
    record({ kind: 'request', url: request.url(), type: request.resourceType(), outcome })
  })
  app.context().on('console', (message) => {
    const text = message.text()
    record({ kind: 'console', level: message.type(), text })
    const directive = /violates the following Content Security Policy directive: "([^ "]+)/.exec(text)?.[1]
    if (directive) record({ kind: 'violation', directive, blocked: text })
  })
}

const answer = (
  app: ElectronApplication,
  method: 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox',
  result: unknown,
) =>
  app.evaluate(
    ({ dialog }, given) => {
      const usual = dialog[given.method]
      const once = async () => {
        Object.assign(dialog, { [given.method]: usual })
        return given.result
      }
      Object.assign(dialog, { [given.method]: once })
    },
    { method, result },
  )
