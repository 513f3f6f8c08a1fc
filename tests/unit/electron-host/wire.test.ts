import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWire } from '../../electron-host/worlds/wire.ts'

const wire = createWire()
const through = (value: unknown) => wire.decode(wire.encode(value))

describe('a value that crosses to the preload’s world and back', () => {
  test('is what structured clone makes of it', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: false,
      withObjectString: true,
    })
    fc.assert(
      fc.property(values, (value) => {
        expect(through(value)).toEqual(structuredClone(value))
      }),
    )
  })

  test('keeps a date that is none', () => {
    expect(through([new Date(Number.NaN), new Date(0)])).toEqual([new Date(Number.NaN), new Date(0)])
  })

  test('keeps a name and a message of an error, and bytes', () => {
    expect(through([new RangeError('far'), Uint8Array.of(1, 255)])).toEqual([
      Object.assign(new Error('far'), { name: 'RangeError' }),
      Uint8Array.of(1, 255),
    ])
  })

  test.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a function inside', { deep: [() => undefined] }],
  ])('is refused as Electron refuses it when it is %s', (_what, value) => {
    expect(() => wire.encode(value)).toThrow('An object could not be cloned.')
  })
})
