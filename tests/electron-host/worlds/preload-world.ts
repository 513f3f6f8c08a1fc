import type { BridgeEnd, BridgeOptions } from './bridge.ts'
import type { Wire } from './wire.ts'

/** What the preload's world sends to main, through the binding. */
export type ToMain =
  | { t: 'invoke'; id: number; channel: string; args: unknown[] }
  | { t: 'send'; channel: string; args: unknown[] }
  | { t: 'file'; id: number }
  | { t: 'open'; url: string; name: string; features: string }
/** What main sends to the preload's world. */
export type ToPreload =
  | { t: 'reply'; id: number; ok: true; value: unknown }
  | { t: 'reply'; id: number; ok: false; message: string }
  | { t: 'message'; channel: string; args: unknown[] }
  | { t: 'path'; id: number; path: string }

/** Name under which the host finds its end in the preload's world. Not visible in the page's. */
export const hostEnd = '__electronHost'
/** Name of the binding through which the preload's world reaches the host. */
export const hostBinding = '__electronHostSend'

/** What the preload's world is made with. */
export interface PreloadWorldOptions {
  /** Name of the event in which the two worlds meet, before any script of the page runs. */
  readonly token: string
  readonly binding: string
  readonly end: string
  readonly process: Readonly<Record<string, unknown>>
  readonly wire: () => Wire
  readonly bridge: (options: BridgeOptions) => BridgeEnd
  readonly preload: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void
}

/** Sets the preload's world up and runs the preload. Self-contained: Chromium gets the text of this function. */
export function startPreloadWorld(options: PreloadWorldOptions): void {
  type Listener = (event: object, ...args: unknown[]) => void
  if (window !== window.top) return
  const wire = options.wire()
  const send = (message: ToMain) =>
    (globalThis as unknown as Record<string, (text: string) => void>)[options.binding]?.(wire.encode(message))
  const calls = new Map<number, PromiseWithResolvers<unknown>>()
  const files = new Map<number, File>()
  const pathsAsked = new Map<number, () => void>()
  const paths = new WeakMap<File, string>()
  const listeners = new Map<string, Listener[]>()
  let lastId = 0

  const missing = (name: string): never => {
    throw new Error(`electron-host: ${name} is not implemented`)
  }
  const only = <T extends object>(name: string, parts: T): T =>
    new Proxy(parts, {
      get: (target, key) =>
        typeof key === 'symbol' || key in target || key === 'then'
          ? Reflect.get(target, key)
          : missing(`${name}.${key}`),
    })

  const askPath = (file: File): Promise<void> => {
    const id = ++lastId
    files.set(id, file)
    const { promise, resolve } = Promise.withResolvers<void>()
    pathsAsked.set(id, resolve)
    send({ t: 'file', id })
    return promise
  }
  const receive = (message: ToPreload) => {
    if (message.t === 'path') {
      const file = files.get(message.id)
      if (file) paths.set(file, message.path)
      files.delete(message.id)
      pathsAsked.get(message.id)?.()
      pathsAsked.delete(message.id)
    } else if (message.t === 'reply') {
      const call = calls.get(message.id)
      calls.delete(message.id)
      if (message.ok) call?.resolve(message.value)
      else call?.reject(new Error(message.message))
    } else {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({ ports: [] }, ...message.args)
    }
  }

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => {
      const call = Promise.withResolvers<unknown>()
      const id = ++lastId
      try {
        send({ t: 'invoke', id, channel, args })
        calls.set(id, call)
      } catch (error) {
        call.reject(error)
      }
      return call.promise
    },
    send: (channel: string, ...args: unknown[]) => send({ t: 'send', channel, args }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    removeListener: (channel: string, listener: Listener) => {
      const rest = (listeners.get(channel) ?? []).filter((known) => known !== listener)
      listeners.set(channel, rest)
      return ipcRenderer
    },
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  }
  const webUtils = {
    getPathForFile: (file: File) => {
      if (!(file instanceof File)) throw new TypeError('getPathForFile expects a File')
      return paths.get(file) ?? missing('webUtils.getPathForFile outside a bridged call that was given the File')
    },
  }

  let bridge: BridgeEnd | undefined
  const waiting: (() => void)[] = []
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (bridge) bridge.expose(key, api)
      else waiting.push(() => bridge?.expose(key, api))
    },
  }
  window.addEventListener(
    options.token,
    (event) => {
      const target = (event as MessageEvent).ports[0]
      if (!target) return
      event.stopImmediatePropagation()
      const beforeFiles = (chosen: readonly File[]) => Promise.all(chosen.map(askPath))
      bridge = options.bridge({ target, inbox: 'to-preload', outbox: 'to-page', beforeFiles })
      target.addEventListener('open', (opened) => {
        const { url, name, features } = (opened as CustomEvent<Record<'url' | 'name' | 'features', string>>).detail
        send({ t: 'open', url: new URL(url, location.href).href, name, features })
      })
      for (const exposeNow of waiting) exposeNow()
    },
    { once: true },
  )
  Object.defineProperty(globalThis, options.end, {
    value: {
      receive: (text: string) => receive(wire.decode(text) as ToPreload),
      file: (id: number) => files.get(id),
    },
  })
  Object.defineProperty(globalThis, 'process', { value: options.process })

  const electron = only('electron (in a sandboxed preload)', {
    contextBridge: only('contextBridge', contextBridge),
    ipcRenderer: only('ipcRenderer', ipcRenderer),
    webUtils: only('webUtils', webUtils),
  })
  const module = { exports: {} }
  const require = (name: string) =>
    name === 'electron' ? electron : missing(`require('${name}') in a sandboxed preload`)
  options.preload(require, module, module.exports)
}
