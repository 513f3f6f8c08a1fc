/** What `import 'electron'` leads to. Typed by Electron's own declarations; what is not here throws by name when used. */
import { EventEmitter } from 'node:events'
import * as named from './electron.ts'
import { app } from './parts/app.ts'
import { BrowserWindow } from './parts/browser-window.ts'
import { clipboard, Menu, nativeTheme, powerMonitor, screen, takeMenuClicks, takePower } from './parts/desktop.ts'
import { dialog, takeAnswers } from './parts/dialog.ts'
import { ipcMain } from './parts/ipc-main.ts'
import { net } from './parts/net.ts'
import { takeNetwork } from './parts/network-state.ts'
import { Notification, takeClicks } from './parts/notification.ts'
import { session, sessionState } from './parts/session.ts'
import { shell } from './parts/shell.ts'
import { openWindows } from './parts/window-list.ts'
import { absent, standIn } from './stand-in.ts'

type Main = typeof Electron.CrossProcessExports

takeAnswers()
takeClicks()
takeMenuClicks()
takeNetwork()
takePower()

const protocol = sessionState('').session.protocol
const webContents = standIn<Main['webContents']>('webContents', {
  getAllWebContents: () => openWindows().map((window) => window.webContents),
  fromId: (id) => openWindows().find((window) => window.webContents.id === id)?.webContents,
})

/** Only told that an update begins. */
export const autoUpdater = standIn<Main['autoUpdater']>('autoUpdater', {}, new EventEmitter())
export const BaseWindow = absent<Main['BaseWindow']>('BaseWindow')
export const contentTracing = absent<Main['contentTracing']>('contentTracing')
export const crashReporter = absent<Main['crashReporter']>('crashReporter')
export const desktopCapturer = absent<Main['desktopCapturer']>('desktopCapturer')
export const globalShortcut = absent<Main['globalShortcut']>('globalShortcut')
export const inAppPurchase = absent<Main['inAppPurchase']>('inAppPurchase')
export const MenuItem = absent<Main['MenuItem']>('MenuItem')
export const MessageChannelMain = absent<Main['MessageChannelMain']>('MessageChannelMain')
export const nativeImage = absent<Main['nativeImage']>('nativeImage')
export const netLog = absent<Main['netLog']>('netLog')
export const powerSaveBlocker = absent<Main['powerSaveBlocker']>('powerSaveBlocker')
export const safeStorage = absent<Main['safeStorage']>('safeStorage')
export const systemPreferences = absent<Main['systemPreferences']>('systemPreferences')
export const TouchBar = absent<Main['TouchBar']>('TouchBar')
export const Tray = absent<Main['Tray']>('Tray')
export const utilityProcess = absent<Main['utilityProcess']>('utilityProcess')
export const View = absent<Main['View']>('View')
export const WebContentsView = absent<Main['WebContentsView']>('WebContentsView')
export const webFrameMain = absent<Main['webFrameMain']>('webFrameMain')

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  webContents,
}

/** `import electron from 'electron'`: the same names, and an error with the name for any other. */
export default standIn<Main>('electron', named)
