import type { Readable, Writable } from 'node:stream'
import type { Commands, Events } from './cdp-types.ts'

/** A target's (or, without an id, the browser's) end of the DevTools protocol. */
export interface CdpSession {
  readonly id: string | undefined
  /** Sends a command. Rejects with Chromium's words when it is refused or the target has gone. */
  send<M extends keyof Commands>(
    method: M,
    ...params: Commands[M][0] extends undefined ? [] : [Commands[M][0]]
  ): Promise<Commands[M][1]>
  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): void
}

/** The connection to one Chromium over its pipe: JSON texts, each ended by a zero byte. */
export interface Cdp {
  readonly browser: CdpSession
  session(id: string): CdpSession
  /** Settles when Chromium has closed the pipe. */
  readonly closed: Promise<void>
}

interface Incoming {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}
type AnyListener = (params: unknown) => void

/** Speaks the protocol over Chromium's two pipe ends. */
export function connectPipe(write: Writable, read: Readable): Cdp {
  const calls = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, AnyListener[]>()
  const closed = Promise.withResolvers<void>()
  let lastId = 0
  let over = false
  let parts: Buffer[] = []

  const receive = (message: Incoming) => {
    if (message.id === undefined) {
      for (const listener of listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? [])
        listener(message.params)
      return
    }
    const call = calls.get(message.id)
    calls.delete(message.id)
    if (message.error) call?.reject(new Error(message.error.message))
    else call?.resolve(message.result)
  }
  read.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      const text = Buffer.concat(parts).toString('utf8')
      parts = []
      start = end + 1
      // Each in a turn of its own, as Electron's main gets its messages: what one begins has answered before the next comes.
      setImmediate(receive, JSON.parse(text) as Incoming)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
  const end = () => {
    over = true
    for (const call of calls.values()) call.reject(new Error('Chromium is gone.'))
    calls.clear()
    closed.resolve()
  }
  read.on('close', end)
  write.on('error', end)

  const session = (id?: string): CdpSession => ({
    id,
    send: (method, ...params) => {
      const call = Promise.withResolvers<unknown>()
      // Whoever does not wait for an answer must not bring the process down when the target goes first.
      call.promise.catch(() => undefined)
      if (over) call.reject(new Error('Chromium is gone.'))
      else {
        calls.set(++lastId, call)
        write.write(`${JSON.stringify({ id: lastId, method, params: params[0] ?? {}, sessionId: id })}\0`)
      }
      // The shape of an answer is Chromium's word; `Commands` says which.
      return call.promise as Promise<Commands[typeof method][1]>
    },
    on: (event, listener) => {
      const key = `${id ?? ''} ${event}`
      listeners.set(key, [...(listeners.get(key) ?? []), listener as AnyListener])
    },
  })
  return { browser: session(), session, closed: closed.promise }
}
