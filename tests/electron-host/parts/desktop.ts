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
