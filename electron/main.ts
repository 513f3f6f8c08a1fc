import { connect } from 'node:net'
import { join } from 'node:path'
import { getCACertificates } from 'node:tls'
import { app, type BrowserWindow, ipcMain, Menu, nativeTheme, net, protocol } from 'electron'
import { appOrigin, appScheme } from './app-protocol.ts'
import { systemClock as clock } from './clock.ts'
import { readDemo } from './demo.ts'
import { createDesktop } from './desktop.ts'
import { hardenApp } from './hardening.ts'
import { createEmit } from './ipc/emit.ts'
import { createFileGrants } from './ipc/file-grants.ts'
import { createHandlers } from './ipc/handlers.ts'
import { registerCalls } from './ipc/register.ts'
import { createSealing } from './ipc/sealed.ts'
import { followWindow, quitAfter } from './lifecycle.ts'
import { createLog } from './log.ts'
import { menuTemplate } from './menu.ts'
import { createHttp } from './net/http.ts'
import { portIsFree as portFree } from './net/port.ts'
import { createOpenConnections } from './open-connections.ts'
import { createPeopleReading } from './people-reading.ts'
import { createRedactor } from './redact.ts'
import { createVault } from './session/vault.ts'
import type { Platform } from './session/vault-errors.ts'
import { createSourceSecrets } from './source-secrets.ts'
import { createSourceSetup } from './source-setup.ts'
import { createFileWatch } from './sources/file-watch.ts'
import { createConnections } from './store/connections.ts'
import { createElectronSettings } from './store/electron-settings.ts'
import { chooseUserData } from './user-data.ts'
import { createWindow } from './window.ts'
import { createWindowSession } from './window-session.ts'

/** The composition root: builds the parts and hands each what it needs. Nothing is decided here. */
const sealing = createSealing()
const userData = chooseUserData(app)
hardenApp(app)
protocol.registerSchemesAsPrivileged([appScheme])
if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

function start(): void {
  const platform: Platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  const [version, locale, devTools] = [app.getVersion(), app.getSystemLocale(), !app.isPackaged]
  const mainFolder = import.meta.dirname
  let window: BrowserWindow | null = null

  const redactor = createRedactor()
  const log = createLog({ folder: join(userData, 'logs'), redactor, console: devTools })
  const emit = createEmit({ contents: () => window?.webContents ?? null, log })
  const http = createHttp({ fetch: (url, init) => net.fetch(url, init), redactor })
  const vault = createVault({ load: async () => (await import('keytar')).default, platform, log, clock })
  const vaultProbed = vault.probe()
  const settings = createElectronSettings({ folder: userData, clock, log })
  const connections = createConnections({ settings, vault, redactor, clock, portFree, emit })
  connections.sweep().catch((error) => log.warn('Old drafts could not be removed', { reason: String(error) }))
  const desktop = createDesktop()
  const [openUrl, folder] = [desktop.openSignIn, join(userData, 'connections')]
  const services = { http, vault, clock, log, redactor, emit, locale }
  const open = createOpenConnections({ connections, openUrl, folder, ...services })
  const [grants, demo] = [createFileGrants(), readDemo(process.env, log)] as const
  const workspaceOf = async (id: string) => (await open.get(id)).workspace
  const [reading, secrets] = [createPeopleReading({ workspaceOf, clock, emit }), createSourceSecrets(vault, redactor)]
  const fileWatch = createFileWatch((connection, change) => emit('source.fileChanged', { connection, change }))
  const ldap = { connect, systemAuthorities: () => getCACertificates('system'), clock }
  const setup = createSourceSetup({ workspaceOf, secrets, pathOf: grants.path, ldap, scim: services })

  const about = { version, platform, locale, vault, vaultProbed, sealing, demo }
  const sources = { reading, fileWatch, setup, clock, log, redactor, emit }
  const handlers = createHandlers({ ...about, ...desktop, ...sources, connections, open, settings, grants })
  const windowId = () => window?.webContents.id ?? null
  registerCalls({ ipc: ipcMain, windowId, origin: appOrigin, log, redactor }, handlers)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)))
  const dark = nativeTheme.shouldUseDarkColors
  window = createWindow({ session: createWindowSession(mainFolder), mainFolder, dark, devTools, log })
  followWindow(app, window)
  quitAfter(app, open.close)
  log.info('Started', { version, platform })
}
