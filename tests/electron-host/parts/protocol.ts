import type { Protocol } from 'electron'
import { addScheme } from '../schemes.ts'
import { standIn } from '../stand-in.ts'
import { appIsReady } from './app.ts'

type SchemeHandler = Parameters<Protocol['handle']>[1]

/** What answers each of the app's own schemes. */
export type SchemeHandlers = Map<string, SchemeHandler>

/** A session's `protocol`, and what was registered with it. */
export function createProtocol(): { protocol: Protocol; handlers: SchemeHandlers } {
  const handlers: SchemeHandlers = new Map()
  const protocol = standIn<Protocol>('protocol', {
    registerSchemesAsPrivileged: (schemes) => {
      if (appIsReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme } of schemes) addScheme(scheme)
    },
    handle: (scheme, handler) => {
      if (!appIsReady()) throw new Error('protocol.handle should be called after app is ready')
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      addScheme(scheme)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme) => {
      handlers.delete(scheme)
    },
    isProtocolHandled: (scheme) => handlers.has(scheme),
  })
  return { protocol, handlers }
}
