import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow } from 'electron'
import { type Targets, watchTargets } from '../browser/targets.ts'
import { runtime } from '../runtime.ts'
import { NotImplemented, preventable, standIn } from '../stand-in.ts'
import { emitApp, windowClosed } from './app.ts'
import { sessionState, stateOf } from './session.ts'
import { createContents } from './web-contents.ts'
import { addWindow, openWindows, removeWindow } from './window-list.ts'

let targets: Targets | undefined
let lastId = 0

/** The preferences without which the host would promise what it does not do. */
function checkPreferences({ webPreferences: given = {} }: BrowserWindowConstructorOptions): void {
  if (given.nodeIntegration) throw new NotImplemented('BrowserWindow with nodeIntegration')
  if (given.contextIsolation === false) throw new NotImplemented('BrowserWindow without contextIsolation')
  if (given.sandbox === false) throw new NotImplemented('BrowserWindow without sandbox')
  if (given.webviewTag) throw new NotImplemented('BrowserWindow with webviewTag')
}

function openWindow(options: BrowserWindowConstructorOptions = {}): ElectronWindow {
  checkPreferences(options)
  const { chromium, controls, record } = runtime()
  targets ??= watchTargets(chromium.cdp)
  const { webPreferences = {}, width = 800, height = 600 } = options
  const events = new EventEmitter()
  const page = targets.open({ width, height })
  let destroyed = false
  let maximized = false
  const bounds = { x: options.x ?? 0, y: options.y ?? 0, width, height }
  let visible = options.show !== false
  let focused = true
  controls.onMessage((message) => {
    if (message.t !== 'focus') return
    focused = message.focused
    events.emit(focused ? 'focus' : 'blur')
  })

  const gone = () => {
    if (destroyed) return
    destroyed = true
    contents.close()
    removeWindow(window)
    events.emit('closed')
    windowClosed()
  }
  const contents = createContents({
    session: webPreferences.session ? stateOf(webPreferences.session) : sessionState(webPreferences.partition ?? ''),
    preload: webPreferences.preload ? readFileSync(webPreferences.preload, 'utf8') : '',
    page,
    onReadyToShow: () => events.emit('ready-to-show'),
    onClose: gone,
  })
  const destroy = () => {
    void page.then(({ targetId }) => targets?.close(targetId))
    gone()
  }
  const show = () => {
    visible = true
    contents.focus()
    events.emit('show')
  }
  const window: ElectronWindow = standIn<ElectronWindow>(
    'BrowserWindow',
    {
      id: ++lastId,
      webContents: contents,
      loadURL: async (url) => {
        try {
          await contents.loadURL(url)
          controls.tell({ t: 'window' })
        } catch (error) {
          controls.tell({ t: 'window-failed', reason: String(error) })
          throw error
        }
      },
      show,
      hide: () => {
        visible = false
        events.emit('hide')
      },
      focus: () => {
        record({ kind: 'focused' })
        focused = true
        contents.focus()
        events.emit('focus')
      },
      getNormalBounds: () => ({ ...bounds }),
      getBounds: () => ({ ...bounds }),
      maximize: () => {
        maximized = true
        events.emit('maximize')
      },
      unmaximize: () => {
        maximized = false
        events.emit('unmaximize')
      },
      isFocused: () => visible && focused,
      setProgressBar: (value, options) => record({ kind: 'progress-bar', value, mode: options?.mode ?? 'normal' }),
      isVisible: () => visible,
      isMinimized: () => false,
      isMaximized: () => maximized,
      isFullScreen: () => false,
      restore: show,
      isDestroyed: () => destroyed,
      getTitle: () => options.title ?? '',
      setBackgroundColor: () => undefined,
      removeMenu: () => undefined,
      close: () => {
        const event = preventable({})
        events.emit('close', event)
        if (!event.defaultPrevented) destroy()
      },
      destroy,
    },
    events,
  )
  addWindow(window)
  emitApp('browser-window-created', {}, window)
  return window
}

const statics: Partial<typeof ElectronWindow> = {
  getAllWindows: () => [...openWindows()],
  getFocusedWindow: () => openWindows().at(-1) ?? null,
  fromId: (id) => openWindows().find((window) => window.id === id) ?? null,
  fromWebContents: (contents) => openWindows().find((window) => window.webContents === contents) ?? null,
}

/** Electron's `BrowserWindow`: a class to `new`, with the statics above. */
export const BrowserWindow = new Proxy(
  standIn<typeof ElectronWindow>('BrowserWindow', Object.assign(emptyClass(), statics)),
  {
    construct: (_target, [options]: [BrowserWindowConstructorOptions?]) => openWindow(options),
  },
)

/** Only a function can be the target of `new`. */
function emptyClass() {
  return function browserWindow() {}
}
