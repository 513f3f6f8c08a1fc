import { connect } from 'node:net'
import { join } from 'node:path'
import { type App, type BrowserWindow, net, session } from 'electron'
import { systemClock as clock } from './clock.ts'
import { readDemo } from './demo.ts'
import { createDesktop } from './desktop.ts'
import { createDiagnostics } from './diagnostics.ts'
import { createOpenGuide } from './guides.ts'
import { createEmit } from './ipc/emit.ts'
import { createFileGrants } from './ipc/file-grants.ts'
import { createHandlers } from './ipc/handlers.ts'
import type { Sealing } from './ipc/sealed.ts'
import { changeLanguage } from './language.ts'
import { createLog } from './log.ts'
import { createLongWork } from './long-work.ts'
import { setMenu } from './menus.ts'
import { portIsFree as portFree } from './net/port.ts'
import type { CertificateRequests } from './network/certificate-requests.ts'
import { createConnectionTest } from './network/connection-test.ts'
import { createNetworks } from './network/network.ts'
import { createOpenAhead } from './open-ahead.ts'
import { createOpenConnections } from './open-connections.ts'
import { createPeopleSources } from './people-sources.ts'
import { createPolicy } from './policy/policy.ts'
import { createRedactor } from './redact.ts'
import { createVault } from './session/vault.ts'
import type { Platform } from './session/vault-errors.ts'
import { createConnections } from './store/connections.ts'
import { createElectronSettings } from './store/electron-settings.ts'
import { startUpdates } from './updates/start-updates.ts'
import { startVigil } from './vigil.ts'

/** What the parts are built for. */
interface ComposeChoices {
  readonly app: App
  readonly platform: Platform
  readonly userData: string
  readonly sealing: Promise<Sealing>
  readonly certificateRequests: CertificateRequests
  /** The window, once it is there. */
  readonly window: () => BrowserWindow | null
}

/** Builds what main is made of, and hands each part what it needs. Nothing is decided here. */
export function compose({ app, platform, userData, sealing, certificateRequests, window }: ComposeChoices) {
  const version = app.getVersion()
  const [redactor, logs] = [createRedactor(), join(userData, 'logs')]
  const log = createLog({ folder: logs, redactor, console: !app.isPackaged })
  const [desktop, folder] = [createDesktop(), join(userData, 'connections')]
  const longWork = createLongWork({ clock, desktop, window, list: () => connections.list() })
  const emit = longWork.overhear(createEmit({ contents: () => window()?.webContents ?? null, log }))
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
  const guidePlace = { packaged: app.isPackaged, resources: process.resourcesPath, appPath: app.getAppPath() }
  const openGuide = createOpenGuide({ ...guidePlace, ...desktop })
  const about = { speak, version, platform, vault, vaultProbed, sealing, demo, online: vigil.online, ...longWork }
  const looked = { networks, testConnection, diagnostics, policy, updates, openGuide }
  const parts = { ...about, ...desktop, ...sources, ...services, ...looked }
  const handlers = createHandlers({ ...parts, connections, open, settings, grants })
  const openAhead = createOpenAhead({ settings, workspaceOf, log })
  return { handlers, log, redactor, settings, menu, openAhead, seen: longWork.seen, close }
}
