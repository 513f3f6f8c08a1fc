/** Values as text, between main and the preload's world. */
export interface Wire {
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * What structured clone keeps of a value, in JSON: what JSON can't say is marked with a `$`. Anything that Electron's IPC
 * refuses is refused here in the same words. Self-contained: the preload's world gets the text of this function.
 */
export function createWire(): Wire {
  type Marked = { $: string; v?: unknown }
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const isFlat = (item: unknown) =>
    typeof item === 'string' || typeof item === 'boolean' || (Number.isFinite(item) && !Object.is(item, -0))

  const packObject = (value: object): unknown => {
    if (Array.isArray(value)) return value.every(isFlat) ? value : Array.from(value, pack)
    if (value instanceof Date) return { $: 'date', v: pack(value.getTime()) } satisfies Marked
    if (value instanceof Map) return { $: 'map', v: Array.from(value, ([k, v]) => [pack(k), pack(v)]) } satisfies Marked
    if (value instanceof Set) return { $: 'set', v: Array.from(value, pack) } satisfies Marked
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] } satisfies Marked
    if (value instanceof Uint8Array) return { $: 'bytes', v: Array.from(value) } satisfies Marked
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return refuse()
    const entries = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]))
    return '$' in value ? ({ $: 'object', v: entries } satisfies Marked) : entries
  }
  const pack = (value: unknown): unknown => {
    if (value === null || isFlat(value)) return value
    if (value === undefined) return { $: 'undefined' } satisfies Marked
    if (typeof value === 'number') return { $: 'number', v: value === 0 ? '-0' : String(value) } satisfies Marked
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) } satisfies Marked
    return typeof value === 'object' ? packObject(value) : refuse()
  }

  const unpackEntries = (value: object) =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]))
  const unpackMarked = ({ $: mark, v }: Marked): unknown => {
    // `v` is what `pack` wrote beside this mark, a few lines above.
    switch (mark) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(v)
      case 'bigint':
        return BigInt(v as string)
      case 'date':
        return new Date(unpack(v) as number)
      case 'map':
        return new Map((v as unknown[][]).map(([k, item]) => [unpack(k), unpack(item)]))
      case 'set':
        return new Set((v as unknown[]).map(unpack))
      case 'bytes':
        return Uint8Array.from(v as number[])
      case 'error': {
        const [name, message] = v as [string, string]
        return Object.assign(new Error(message), { name })
      }
      default:
        return unpackEntries(v as object)
    }
  }
  const unpack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.every(isFlat) ? value : value.map(unpack)
    return '$' in value ? unpackMarked(value as Marked) : unpackEntries(value)
  }

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  }
}
