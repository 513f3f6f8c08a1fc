import fc from 'fast-check'

/** Text of any 16-bit units, halves of pairs and control characters included. */
export const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  maxLength: 24,
})

/** Known pieces in any order, with noise between them. */
export const pieces = (...known: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, fc.string({ unit: 'binary', maxLength: 5 })), {
      maxLength: 40,
    })
    .map((all) => all.join(''))

/** JSON with keys that mean something to JavaScript. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'then'), fc.jsonValue({ maxDepth: 1 })),
)

/** What may have happened to a file: a byte changed, the rest cut off, a part lost, or a part there twice. */
interface Damage {
  readonly at: number
  readonly byte: number
  readonly how: 'set' | 'cut' | 'drop' | 'double'
}

/** See {@link Damage}; the place counts round the bytes it happens to. */
export const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(0xff_ff_ff),
  byte: fc.nat(255),
  how: fc.constantFrom('set', 'set', 'cut', 'drop', 'double'),
})

/** Bytes after a {@link Damage}. */
export function damagedBy(sound: Uint8Array, { at: place, byte, how }: Damage): Buffer {
  const bytes = Buffer.from(sound)
  const at = place % bytes.length
  if (how === 'cut') return bytes.subarray(0, at)
  if (how === 'drop') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + (byte % 64) + 1)])
  if (how === 'double') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - byte))])
  bytes[at] = byte
  return bytes
}

/** A JSON value with one of its parts, however deep, left out or replaced by something else. */
export const mutated = (sound: unknown, instead: fc.Arbitrary<unknown> = anyJson): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), fc.option(instead, { nil: undefined, freq: 6 }))
    .map(([way, value]) => changedAt(sound, way, value))

function changedAt(value: unknown, [step = 0, ...rest]: readonly number[], instead: unknown): unknown {
  if (typeof value !== 'object' || value === null) return instead
  const keys = Object.keys(value)
  const key = keys[step % (keys.length + 1)]
  if (key === undefined) return instead
  const copy: Record<string, unknown> = { ...value }
  const changed = rest.length === 0 ? instead : changedAt(copy[key], rest, instead)
  if (changed === undefined) delete copy[key]
  else copy[key] = changed
  return Array.isArray(value) ? Object.values(copy) : copy
}
