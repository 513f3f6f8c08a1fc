import { EventEmitter } from 'node:events'
import type {
  Clipboard,
  Menu as ElectronMenu,
  MenuItemConstructorOptions,
  NativeTheme,
  PowerMonitor,
  Screen,
} from 'electron'
import { runtime } from '../runtime.ts'
import { standIn } from '../stand-in.ts'

let text = ''

/** Electron's `clipboard`: one of its own, so that a test does not change the system's. */
export const clipboard: Clipboard = standIn<Clipboard>('clipboard', {
  writeText: async (value) => {
    text = value
  },
  readText: async () => text,
  clear: async () => {
    text = ''
  },
})

/** Electron's `nativeTheme`: light, as Chromium is without a desktop. */
export const nativeTheme: NativeTheme = standIn<NativeTheme>(
  'nativeTheme',
  { shouldUseDarkColors: false, themeSource: 'system' },
  new EventEmitter(),
)

const power = new EventEmitter()

/** Electron's `powerMonitor`: the computer sleeps when a test says so, and is told to have woken. */
export const powerMonitor: PowerMonitor = standIn<PowerMonitor>('powerMonitor', {}, power)

/** Lets a test wake the computer. */
export function takePower(): void {
  runtime().controls.onMessage(({ t }) => {
    if (t === 'wake') power.emit('resume')
  })
}

const area = { x: 0, y: 0, width: 1920, height: 1040 }

/** Electron's `screen`: one of the usual size, with a taskbar of 40 pixels. */
export const screen: Screen = standIn<Screen>('screen', {
  getAllDisplays: () => [
    standIn<Electron.Display>('Display', { id: 1, bounds: { ...area, height: 1080 }, workArea: area, scaleFactor: 1 }),
  ],
})

let applicationMenu: ElectronMenu | null = null

/** The item of a template that has this id, in whichever submenu. */
function itemIn(items: readonly MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | undefined {
  for (const item of items) {
    if (item.id === id) return item
    const inside = Array.isArray(item.submenu) ? itemIn(item.submenu, id) : undefined
    if (inside) return inside
  }
  return undefined
}

/** Lets a test choose an item of the application menu. */
export function takeMenuClicks(): void {
  runtime().controls.onMessage((message) => {
    if (message.t !== 'click-menu') return
    const template = (applicationMenu?.items ?? []) as unknown as MenuItemConstructorOptions[]
    const item = itemIn(template, message.id)
    if (!item?.click) throw new Error(`electron-host: the application menu has no item ${message.id}`)
    // Ours take no argument; Electron's would be the item, the window and the event.
    Reflect.apply(item.click, undefined, [])
  })
}
const menuStatics: Partial<typeof ElectronMenu> = {
  // The template is kept for a test to look at; Chromium's window has no menu bar.
  buildFromTemplate: (template: MenuItemConstructorOptions[]) =>
    standIn<ElectronMenu>('Menu', { items: template as unknown as ElectronMenu['items'] }),
  setApplicationMenu: (menu) => {
    applicationMenu = menu
  },
  getApplicationMenu: () => applicationMenu,
}

/** Electron's `Menu`. */
export const Menu = standIn<typeof ElectronMenu>('Menu', menuStatics)
