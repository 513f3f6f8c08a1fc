import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeyIndex } from '../../../electron/provisioning/key-index.ts'

test('an index finds exactly the positions whose key is asked for, however keys come, change and go', () => {
  const key = fc.oneof(fc.constant(null), fc.stringMatching(/^[ab]{0,3}$/), fc.string())
  const step = fc.record({ position: fc.nat({ max: 40 }), key })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const keys: (string | null)[] = []
      const index = createKeyIndex((position) => keys[position] ?? null)
      for (const { position, key: next } of steps) {
        if (keys[position] !== undefined) index.remove(position)
        keys[position] = next
        index.add(position)
      }
      for (const wanted of ['a', 'ab', '', ...keys.flatMap((one) => one ?? [])]) {
        const expected = [...keys.keys()].filter((position) => keys[position] === wanted)
        expect([...index.at(wanted)].sort((one, other) => one - other)).toEqual(expected)
      }
    }),
  )
})

test('an index grows with what is put into it, and stays right where many keys are the same', () => {
  const keys = Array.from({ length: 20_000 }, (_, n) => (n % 1000 === 0 ? 'same' : `key-${n}`))
  const index = createKeyIndex((position) => keys[position] ?? null)
  for (const position of keys.keys()) index.add(position)
  expect(index.at('same')).toHaveLength(20)
  for (const position of [1, 999, 10_001, 19_999]) expect(index.at(`key-${position}`)).toEqual([position])
  expect(index.at('key-1000')).toEqual([])
})
