import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Duplex } from 'node:stream'
import type { Session } from 'electron'
import { createDiagnostics } from '../../electron/diagnostics.ts'
import { createFileGrants } from '../../electron/ipc/file-grants.ts'
import { createHandlers } from '../../electron/ipc/handlers.ts'
import type { Sealing } from '../../electron/ipc/sealed.ts'
import { changeLanguage } from '../../electron/language.ts'
import { createCertificateRequests } from '../../electron/network/certificate-requests.ts'
import { createConnectionTest } from '../../electron/network/connection-test.ts'
import { createNetworks } from '../../electron/network/network.ts'
import type { OpenConnection, OpenConnections } from '../../electron/open-connections.ts'
import { createPeopleReading } from '../../electron/people-reading.ts'
import { createPolicy } from '../../electron/policy/policy.ts'
import { createRedactor } from '../../electron/redact.ts'
import { createVault } from '../../electron/session/vault.ts'
import { createSourceSecrets } from '../../electron/source-secrets.ts'
import { createSourceSetup } from '../../electron/source-setup.ts'
import { createFileWatch } from '../../electron/sources/file-watch.ts'
import { createConnections } from '../../electron/store/connections.ts'
import { createSettings, memorySettingsFile } from '../../electron/store/settings.ts'
import { createUpdates } from '../../electron/updates/updates.ts'
import { pathTokenEntry, sourceSecretEntry } from '../../electron/vault-entries.ts'
import type { Handlers } from '../../shared/contract.ts'
import { MusterError } from '../../shared/errors.ts'
import { connection } from '../support/connection.ts'
import { silentLog } from '../support/silent-log.ts'
import { person, setUp } from '../support/workspace-desk.ts'
import { MemoryKeytar } from '../unit/session/memory-keytar.ts'

/** What is in the vault of the world, and must be nowhere else. */
export const vaultSecrets = ['7c0ffee0-1111-4222-8333-44445555abcd', 'the-token-of-the-source-it-reads'] as const

/** Main's own handlers on its own parts; only the network, the keychain and the desktop are stand-ins. */
export interface MainWorld {
  readonly handlers: Handlers
  readonly redactor: ReturnType<typeof createRedactor>
  readonly emitted: unknown[]
  /** What texts of an input stand for: `@plan` is a plan that is there. */
  names(): Promise<Readonly<Record<string, string>>>
  /** Puts the connection back where a call removed it. */
  mend(): Promise<void>
  close(): Promise<void>
}

/** Electron's session and request, of a computer from which nothing can be reached. */
const nowhere = {
  sessionOf: () =>
    new Proxy({} as Session, {
      get: (_session, name) =>
        name === 'resolveProxy' ? async () => 'DIRECT' : name === 'resolveHost' ? unreachable : async () => {},
    }),
  request: () => {
    const asked = new EventEmitter()
    const end = () => setImmediate(() => asked.emit('error', new Error('net::ERR_NAME_NOT_RESOLVED')))
    return Object.assign(asked, { setHeader: () => {}, write: () => {}, abort: () => {}, end }) as never
  },
}

async function unreachable(): Promise<never> {
  throw new MusterError('unreachable', { where: 'the network of the test' })
}

function refusedSocket(): never {
  const socket = new Duplex({ read: () => {}, write: (_bytes, _encoding, done) => done() })
  setImmediate(() => socket.destroy(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })))
  return socket as never
}

/** A world with one connection, some people, some accounts and one chosen file. */
export async function mainWorld(sealing: Sealing): Promise<MainWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-fuzz-'))
  const people = join(folder, 'people.csv')
  writeFileSync(people, 'userName,displayName\nann@contoso.example,Ann\nbo@contoso.example,Bo\n')
  const desk = setUp()
  const { clock } = desk
  const redactor = createRedactor()
  const emitted: unknown[] = []
  const emit = (...event: unknown[]) => void emitted.push(event)
  const vault = createVault({ load: async () => new MemoryKeytar(), platform: 'linux', log: silentLog, clock })
  const settings = createSettings(memorySettingsFile())
  const connections = createConnections({ settings, vault, redactor, clock, portFree: async () => true, emit })
  const names = ['Ann', 'Bo', 'Cai', 'Dee', 'Eli', 'Fay']
  for (const name of names.slice(2)) desk.service.seed({ userName: `${name}@contoso.example`, title: 'Old' })

  const state = () => desk.session.state()
  const settle = async () => state()
  const session: OpenConnection['session'] = {
    tokens: { current: async () => 'x', renew: async () => 'x' },
    state,
    restore: settle,
    signIn: settle,
    signInAddress: () => null,
    comeBack: settle,
    cancel: settle,
    signOut: settle,
    whenSignedIn: async () => {},
    close: async () => {},
  }
  const open: OpenConnections = {
    get: async (id: string): Promise<OpenConnection> => {
      connections.find(id)
      return { session, workspace: desk.workspace, probe: { send: unreachable }, damaged: null }
    },
    copySettings: () => {},
    remove: async () => {},
    onSession: () => () => {},
    renew: async () => {},
    restore: async () => {},
    busy: async () => false,
    close: async () => {},
  }
  const workspaceOf = async (id: string) => (await open.get(id)).workspace
  const grants = createFileGrants()
  const grant = grants.grant(people).grant
  const certificateRequests = createCertificateRequests(clock)
  const kept = { settings, vault, redactor, clock, pathOf: grants.path, emit }
  const networks = createNetworks({ ...kept, ...nowhere, certificateRequests })
  const services = { networkOf: networks.of, vault, clock, log: silentLog, redactor, emit }
  const policy = createPolicy({ platform: 'linux', log: silentLog, file: { path: join(folder, 'none'), owner: null } })
  const setup = createSourceSetup({
    workspaceOf,
    networkOf: networks.ofSource,
    secrets: createSourceSecrets(vault, redactor),
    pathOf: grants.path,
    ldap: { connect: refusedSocket, systemAuthorities: () => [], clock, timeout: 1_000 },
    scim: { clock, log: silentLog, redactor },
  })
  const handlers = createHandlers({
    version: '0.0.0',
    platform: 'linux',
    speak: changeLanguage(
      { getPreferredSystemLanguages: () => ['en-GB'], getSystemLocale: () => 'en-GB' },
      { emit, menu: () => {} },
    ),
    ...services,
    vaultProbed: vault.probe(),
    sealing: Promise.resolve(sealing),
    demo: null,
    openLink: async () => {},
    openGuide: async () => {},
    copyText: () => {},
    askWhereToSave: async () => join(folder, 'saved'),
    during: async (work) => work(),
    askWhichFile: async () => people,
    showInFolder: () => {},
    reading: createPeopleReading({ workspaceOf, clock, emit }),
    fileWatch: createFileWatch(() => {}),
    setup,
    networks,
    policy,
    updates: createUpdates({ ...services, off: null, load: unreachable, busy: open.busy, close: open.close, settings }),
    online: () => true,
    testConnection: createConnectionTest({ ...services, connections, open, connect: refusedSocket }),
    diagnostics: createDiagnostics({
      ...services,
      version: '0.0.0',
      logs: folder,
      policy,
      connections,
      open,
      settings,
    }),
    connections,
    open,
    settings,
    grants,
  })
  const mend = async () => {
    if (connections.list().some(({ id }) => id === connection.id)) return
    settings.saveConnections([connection, ...connections.list()], settings.unclaimed())
    await vault.set(pathTokenEntry(connection.id), vaultSecrets[0])
    const kept = { place: 'bearer https://scim.contoso.example', secret: vaultSecrets[1] }
    await vault.set(sourceSecretEntry(connection.id, 'scim'), JSON.stringify(kept))
  }
  await mend()
  await desk.people(...names.map((name) => person(name, { attributes: { title: 'New' } })))
  await desk.workspace.accounts.refresh()
  const { id: run } = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  const plan = await desk.workspace.plans.create({ people: await desk.ids(), deactivate: [] })
  const [account = ''] = desk.service.accounts.keys()

  return {
    handlers,
    redactor,
    emitted,
    mend,
    names: async () => ({
      '@connection': connection.id,
      '@plan': plan.id,
      '@hash': plan.hash,
      '@run': run,
      '@grant': grant,
      '@account': account,
    }),
    close: async () => {
      await desk.workspace.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
