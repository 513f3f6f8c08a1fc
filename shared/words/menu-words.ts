import type { Platform } from '../commands.ts'
import { t, texts } from './text.ts'

/** Items of the menus that the system acts on, by role. Electron calls them the same by itself, and knows no other language. */
export const menuWords = texts({
  fileMenu: 'File',
  editMenu: 'Edit',
  viewMenu: 'View',
  windowMenu: 'Window',
  help: 'Help',
  services: 'Services',
  hide: 'Hide Muster',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  undo: 'Undo##menu',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  delete: 'Delete',
  selectAll: 'Select All',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  togglefullscreen: 'Toggle Full Screen',
  toggleDevTools: 'Toggle Developer Tools',
  minimize: 'Minimize',
  zoom: 'Zoom',
  front: 'Bring All to Front',
})

/** What closes the window, as each platform calls it. */
export const closeWords = (platform: Platform): string => (platform === 'darwin' ? t('Close Window') : t('Close'))

/** What ends Muster, as each platform calls it. */
export function quitWords(platform: Platform): string {
  if (platform === 'darwin') return t('Quit Muster')
  return platform === 'win32' ? t('Exit') : t('Quit')
}
