import { lookup } from 'node:dns/promises'
import { EventEmitter } from 'node:events'
import type { Session, WebRequest } from 'electron'
import { standIn } from '../stand-in.ts'
import { createProtocol, type SchemeHandlers } from './protocol.ts'
import { SessionAgent } from './session-agent.ts'

type PermissionRequest = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type PermissionCheck = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type BeforeRequest = NonNullable<Parameters<WebRequest['onBeforeRequest']>[0]>

/** What the host keeps of a session, for the windows in it. */
export interface SessionState {
  readonly session: Session
  readonly schemes: SchemeHandlers
  readonly events: EventEmitter
  permissionRequest: PermissionRequest | null
  permissionCheck: PermissionCheck | null
  beforeRequest: BeforeRequest | null
}

const sessions = new Map<string, SessionState>()
const states = new WeakMap<Session, SessionState>()
const agents = new WeakMap<Session, SessionAgent>()

/** The state behind a session object. */
export function stateOf(session: Session): SessionState {
  const state = states.get(session)
  if (!state) throw new TypeError('electron-host: this is not a session of the host’s')
  return state
}

/** How a session's requests reach servers. */
export function agentOf(session: Session): SessionAgent {
  const agent = agents.get(session)
  if (!agent) throw new TypeError('electron-host: this is not a session of the host’s')
  return agent
}

/** The session of a partition; an empty name is the default session. */
export function sessionState(partition: string): SessionState {
  const known = sessions.get(partition)
  if (known) return known
  const events = new EventEmitter()
  const { protocol, handlers } = createProtocol()
  const agent = new SessionAgent()
  const webRequest: WebRequest = standIn<WebRequest>('session.webRequest', {
    onBeforeRequest: (first: unknown, second?: unknown) => {
      if (second !== undefined) throw new Error('electron-host: webRequest filters are not implemented')
      state.beforeRequest = first as BeforeRequest | null
    },
  })
  const session = standIn<Session>(
    'session',
    {
      protocol,
      webRequest,
      resolveProxy: (url) => agent.resolveProxy(url),
      setProxy: async (config) => {
        agent.proxy = config
      },
      setCertificateVerifyProc: (proc) => {
        agent.verify = proc
      },
      closeAllConnections: async () => agent.destroy(),
      clearAuthCache: async () => agent.signIns.clear(),
      resolveHost: async (host) => ({
        endpoints: (await lookup(host, { all: true })).map(({ address, family }) => ({
          address,
          family: family === 6 ? 'ipv6' : 'ipv4',
        })),
      }),
      isPersistent: () => partition === '' || partition.startsWith('persist:'),
      setPermissionRequestHandler: (handler) => {
        state.permissionRequest = handler
      },
      setPermissionCheckHandler: (handler) => {
        state.permissionCheck = handler
      },
      // Chromium on this host has no way to a device or a screen, so these are never asked.
      setDevicePermissionHandler: () => undefined,
      setDisplayMediaRequestHandler: () => undefined,
      setSpellCheckerEnabled: () => undefined,
    },
    events,
  )
  const state: SessionState = {
    session,
    schemes: handlers,
    events,
    permissionRequest: null,
    permissionCheck: null,
    beforeRequest: null,
  }
  sessions.set(partition, state)
  states.set(session, state)
  agents.set(session, agent)
  return state
}

/** Electron's `session`: the default one and partitions. */
export const session = standIn<typeof Electron.Session>('session', {
  fromPartition: (partition) => sessionState(partition).session,
  get defaultSession() {
    return sessionState('').session
  },
})
