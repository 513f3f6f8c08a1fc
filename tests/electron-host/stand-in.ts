import type { EventEmitter } from 'node:events'

/** Keys that the language and its tools ask of any value; they are not part of Electron's API. */
const ofTheLanguage: ReadonlySet<PropertyKey> = new Set([
  'then',
  'toJSON',
  'constructor',
  '$$typeof',
  'asymmetricMatch',
])

/** Thrown for everything the host does not do, with the name of what was used. */
export class NotImplemented extends Error {
  constructor(name: string) {
    super(`electron-host: ${name} is not implemented. Run with Electron’s binary, or add it to tests/electron-host.`)
    this.name = 'NotImplemented'
  }
}

/**
 * An object of Electron's, of which the host has only `parts`, checked against Electron's own declaration. Anything else
 * throws by name as soon as it is read, so that nothing half works. `events` makes it an emitter too.
 */
export function standIn<T extends object>(name: string, parts: Partial<T>, events?: EventEmitter): T {
  // The only cast of the kind: what is missing from `parts` throws when it is read.
  return new Proxy(parts, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol' || ofTheLanguage.has(key)) return Reflect.get(target, key)
      if (events && key in events) return bound(events, key)
      throw new NotImplemented(`${name}.${key}`)
    },
    has: (target, key) => key in target || (events !== undefined && key in events),
  }) as T
}

function bound(events: EventEmitter, key: string): unknown {
  const member: unknown = Reflect.get(events, key)
  return typeof member === 'function' ? member.bind(events) : member
}

/** A part of Electron of which the host has nothing: it may be imported, and throws by name when it is used. */
export function absent<T extends object>(name: string): T {
  // An arrow function could not stand where the app writes `new`.
  function refuse(): never {
    throw new NotImplemented(name)
  }
  return new Proxy(refuse, {
    get: (_target, key) => {
      if (typeof key === 'symbol' || ofTheLanguage.has(key)) return undefined
      throw new NotImplemented(`${name}.${key}`)
    },
    construct: refuse,
    apply: refuse,
  }) as unknown as T
}

/** The event object that Electron hands to listeners which may prevent what is about to happen. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** An event with the fields of `details`. */
export function preventable<D extends object>(details: D): D & PreventableEvent {
  let prevented = false
  return Object.defineProperties(details as D & PreventableEvent, {
    defaultPrevented: { get: () => prevented },
    preventDefault: {
      value: () => {
        prevented = true
      },
    },
  })
}
