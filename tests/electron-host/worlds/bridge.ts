/** One end of the bridge between the preload's world and the page's. */
export interface BridgeEnd {
  /** Puts a copy of an api on the other world's `window`, frozen all the way down. */
  expose(key: string, api: unknown): void
}

/** How an end is set up. Both ends hold the same `target`, an object that no other script in the page can reach. */
export interface BridgeOptions {
  readonly target: EventTarget
  readonly inbox: string
  readonly outbox: string
  /** Runs before a call with File arguments goes on: their paths are asked for here. */
  readonly beforeFiles?: (files: readonly File[]) => Promise<unknown>
}

/**
 * What `contextBridge` does: values are copied from world to world; functions and promises become stand-ins that reach
 * back. An event's `detail` is cloned when it is read in another world, and dispatching is synchronous, so calls return
 * at once. Self-contained: both worlds get the text of this function.
 */
export function createBridge({ target, inbox, outbox, beforeFiles }: BridgeOptions): BridgeEnd {
  type AnyFunction = (...args: unknown[]) => unknown
  type Packed =
    | { k: 'raw'; v: unknown }
    | { k: 'function' | 'promise'; id: number }
    | { k: 'array'; v: Packed[] }
    | { k: 'object'; v: [string, Packed][] }
  type Reply = { op: 'return'; ok: boolean; value: Packed }
  type Message =
    | Reply
    | { op: 'call'; id: number; args: Packed[] }
    | { op: 'settle'; id: number; ok: boolean; value: Packed }
    | { op: 'expose'; key: string; api: Packed }

  const own = new Map<number, AnyFunction>()
  const ids = new WeakMap<AnyFunction, number>()
  const standIns = new Map<number, AnyFunction>()
  const awaited = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  let reply: Reply | undefined

  const say = (message: Message) => target.dispatchEvent(new CustomEvent(outbox, { detail: message }))

  const isPlain = (value: unknown): boolean => {
    if (typeof value === 'function' || value instanceof Promise) return false
    if (Array.isArray(value)) return value.every(isPlain)
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return true
    return Object.values(value).every(isPlain)
  }
  const idOf = (fn: AnyFunction): number => {
    const id = ids.get(fn) ?? ++lastId
    ids.set(fn, id)
    own.set(id, fn)
    return id
  }
  const promiseId = (promise: Promise<unknown>): number => {
    const id = ++lastId
    promise.then(
      (value) => say({ op: 'settle', id, ok: true, value: pack(value) }),
      (error: unknown) => say({ op: 'settle', id, ok: false, value: packError(error) }),
    )
    return id
  }
  const pack = (value: unknown): Packed => {
    if (isPlain(value)) return { k: 'raw', v: value }
    if (typeof value === 'function') return { k: 'function', id: idOf(value as AnyFunction) }
    if (value instanceof Promise) return { k: 'promise', id: promiseId(value) }
    if (Array.isArray(value)) return { k: 'array', v: value.map(pack) }
    return { k: 'object', v: Object.entries(value as object).map(([key, item]) => [key, pack(item)]) }
  }
  const packError = (error: unknown): Packed => pack(error instanceof Error ? new Error(error.message) : error)

  const unpack = (packed: Packed): unknown => {
    switch (packed.k) {
      case 'raw':
        return packed.v
      case 'array':
        return packed.v.map(unpack)
      case 'object':
        return Object.fromEntries(packed.v.map(([key, item]) => [key, unpack(item)]))
      case 'function':
        return standIn(packed.id)
      case 'promise': {
        const settled = Promise.withResolvers<unknown>()
        awaited.set(packed.id, settled)
        return settled.promise
      }
    }
  }
  const standIn = (id: number): AnyFunction => {
    const known = standIns.get(id)
    if (known) return known
    const made: AnyFunction = (...args) => {
      say({ op: 'call', id, args: args.map(pack) })
      const answer = reply
      reply = undefined
      if (!answer) throw new Error('An object could not be cloned.')
      const value = unpack(answer.value)
      if (!answer.ok) throw value
      return value
    }
    standIns.set(id, made)
    return made
  }
  const run = (fn: AnyFunction, args: unknown[]): unknown => {
    const files = args.filter((arg) => arg instanceof File)
    return files.length > 0 && beforeFiles ? beforeFiles(files).then(() => fn(...args)) : fn(...args)
  }
  const answerCall = ({ id, args }: { id: number; args: Packed[] }) => {
    try {
      const fn = own.get(id)
      if (!fn) throw new Error('This function is gone.')
      say({ op: 'return', ok: true, value: pack(run(fn, args.map(unpack))) })
    } catch (error) {
      say({ op: 'return', ok: false, value: packError(error) })
    }
  }
  const settle = ({ id, ok, value }: { id: number; ok: boolean; value: Packed }) => {
    const settled = awaited.get(id)
    awaited.delete(id)
    if (ok) settled?.resolve(unpack(value))
    else settled?.reject(unpack(value))
  }
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    for (const item of Object.values(value)) freeze(item)
    return Object.freeze(value)
  }

  target.addEventListener(inbox, (event) => {
    // Reading `detail` is what clones it into this world; only the other end dispatches here.
    const message = (event as CustomEvent<Message | null>).detail
    // What can't be cloned arrives as null; the caller sees that no reply came.
    if (!message) return
    if (message.op === 'return') reply = message
    else if (message.op === 'call') answerCall(message)
    else if (message.op === 'settle') settle(message)
    else Object.defineProperty(window, message.key, { value: freeze(unpack(message.api)), enumerable: true })
  })
  return { expose: (key, api) => say({ op: 'expose', key, api: pack(api) }) }
}
