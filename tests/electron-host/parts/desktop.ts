import { EventEmitter } from 'node:events'
import type { Clipboard, Menu as ElectronMenu, MenuItemConstructorOptions, NativeTheme, PowerMonitor } from 'electron'
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

/** Electron's `powerMonitor`: the computer never sleeps. */
export const powerMonitor: PowerMonitor = standIn<PowerMonitor>('powerMonitor', {}, new EventEmitter())

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
