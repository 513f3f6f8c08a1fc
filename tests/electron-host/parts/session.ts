import { lookup } from 'node:dns/promises'
import { EventEmitter } from 'node:events'
import type { Session, WebRequest } from 'electron'
import { standIn } from '../stand-in.ts'
import { createProtocol, type SchemeHandlers } from './protocol.ts'

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

/** The state behind a session object. */
export function stateOf(session: Session): SessionState {
  const state = states.get(session)
  if (!state) throw new TypeError('electron-host: this is not a session of the host’s')
  return state
}

/** The session of a partition; an empty name is the default session. */
export function sessionState(partition: string): SessionState {
  const known = sessions.get(partition)
  if (known) return known
  const events = new EventEmitter()
  const { protocol, handlers } = createProtocol()
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
      fetch: (input, init) => {
        const { bypassCustomProtocolHandlers, ...rest } = init ?? {}
        // Electron's declarations and Node's describe the same Request under two names.
        return fetch(input as Parameters<typeof fetch>[0], rest as RequestInit) as ReturnType<Session['fetch']>
      },
      resolveProxy: async () => 'DIRECT',
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
  return state
}

/** Electron's `session`: the default one and partitions. */
export const session = standIn<typeof Electron.Session>('session', {
  fromPartition: (partition) => sessionState(partition).session,
  get defaultSession() {
    return sessionState('').session
  },
})
