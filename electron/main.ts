import { connect } from 'node:net'
import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, nativeTheme, net, protocol, session } from 'electron'
import { describeApp } from './about.ts'
import { appOrigin, appScheme } from './app-protocol.ts'
import { systemClock as clock } from './clock.ts'
import { readDemo } from './demo.ts'
import { createDesktop } from './desktop.ts'
import { createDiagnostics } from './diagnostics.ts'
import { hardenApp } from './hardening.ts'
import icon from './installer/icons/256x256.png?asset'
import { createEmit } from './ipc/emit.ts'
import { createFileGrants } from './ipc/file-grants.ts'
import { createHandlers } from './ipc/handlers.ts'
import { registerCalls } from './ipc/register.ts'
import { createSealing } from './ipc/sealed.ts'
import { changeLanguage, chooseLanguage, speakChosen } from './language.ts'
import { followWindow } from './lifecycle.ts'
import { createLog } from './log.ts'
import { createLongWork } from './long-work.ts'
import { setMenu } from './menus.ts'
import { portIsFree as portFree } from './net/port.ts'
import { createCertificateRequests } from './network/certificate-requests.ts'
import { createConnectionTest } from './network/connection-test.ts'
import { createNetworks } from './network/network.ts'
import { createOpenConnections } from './open-connections.ts'
import { createPeopleSources } from './people-sources.ts'
import { createPolicy } from './policy/policy.ts'
import { createRedactor } from './redact.ts'
import { createVault } from './session/vault.ts'
import type { Platform } from './session/vault-errors.ts'
import { createConnections } from './store/connections.ts'
import { createElectronSettings, heldLanguage } from './store/electron-settings.ts'
import { startUpdates } from './updates/start-updates.ts'
import { appId, chooseUserData } from './user-data.ts'
import { startVigil } from './vigil.ts'
import { createWindow } from './window.ts'
import { createWindowSession } from './window-session.ts'

/** The composition root: builds the parts and hands each what it needs. Nothing is decided here. */
const sealing = createSealing()
const userData = chooseUserData(app)
app.setAppUserModelId(appId)
const certificateRequests = createCertificateRequests(clock)
hardenApp(app, certificateRequests.choose)
protocol.registerSchemesAsPrivileged([appScheme])
if (app.requestSingleInstanceLock()) {
  const language = chooseLanguage(app, heldLanguage(userData))
  void app
    .whenReady()
    .then(() => speakChosen(app, language))
    .then(start)
} else app.quit()

function start(): void {
  const platform: Platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  const [version, devTools] = [app.getVersion(), !app.isPackaged]
  const mainFolder = import.meta.dirname
  let window: BrowserWindow | null = null

  const [redactor, logs] = [createRedactor(), join(userData, 'logs')]
  const log = createLog({ folder: logs, redactor, console: devTools })
  const [desktop, folder] = [createDesktop(), join(userData, 'connections')]
  const longWork = createLongWork({ clock, desktop, window: () => window, list: () => connections.list() })
  const emit = longWork.overhear(createEmit({ contents: () => window?.webContents ?? null, log }))
  const vault = createVault({ load: async () => (await import('keytar')).default, platform, log, clock, emit })
  const vaultProbed = vault.probe()
  const settings = createElectronSettings({ folder: userData, clock, log })
  const policy = createPolicy({ platform, log })
  const connections = createConnections({ settings, vault, redactor, clock, portFree, emit, ...policy })
  connections.sweep().catch((error) => log.warn('Old drafts could not be removed', { reason: String(error) }))
  const [grants, demo] = [createFileGrants(), readDemo(process.env, log)] as const
  const electronNet = { sessionOf: session.fromPartition, request: net.request }
  const prescribed = (id: string) => policy.certificateOf(connections.find(id))
  const kept = { settings, vault, redactor, clock, pathOf: grants.path, emit }
  const networks = createNetworks({ ...kept, ...electronNet, certificateRequests, prescribed })
  const services = { networkOf: networks.of, vault, clock, log, redactor, emit }
  const open = createOpenConnections({ connections, openUrl: desktop.openSignIn, folder, ...services })
  const vigil = startVigil({ connections, open, settings, vault, clock, log, emit, desktop })
  const workspaceOf = async (id: string) => (await open.get(id)).workspace
  const sources = createPeopleSources({ ...services, networkOf: networks.ofSource, workspaceOf, grants })
  const testConnection = createConnectionTest({ ...services, connections, open, connect })
  const diagnostics = createDiagnostics({ ...services, version, logs, policy, connections, open, settings })

  const close = () => vigil.end().then(open.close)
  const updates = startUpdates({ app, platform, policy, open, close, settings, ...services })
  const menu = () => setMenu({ platform, packaged: app.isPackaged, run: (command) => emit('app.command', { command }) })
  const speak = changeLanguage(app, { emit, menu })
  const about = { speak, version, platform, vault, vaultProbed, sealing, demo, online: vigil.online, ...longWork }
  const looked = { networks, testConnection, diagnostics, policy, updates }
  const parts = { ...about, ...desktop, ...sources, ...services, ...looked }
  const handlers = createHandlers({ ...parts, connections, open, settings, grants })
  const windowId = () => window?.webContents.id ?? null
  registerCalls({ ipc: ipcMain, windowId, origin: appOrigin, log, redactor }, handlers)
  menu()
  const dark = nativeTheme.shouldUseDarkColors
  window = createWindow({ session: createWindowSession(mainFolder), mainFolder, dark, devTools, log, settings, icon })
  describeApp(app, version, icon)
  followWindow(app, window, longWork.seen, close)
  log.info('Started', { version, platform })
}
