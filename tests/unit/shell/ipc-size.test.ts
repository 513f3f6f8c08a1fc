import { expect, test } from 'vitest'
import { fits } from '../../../electron/ipc/size.ts'
import { shows } from '../../support/threats.ts'

test.each([
  ['undefined', undefined],
  ['a text', 'twelve chars'],
  ['nested values', { a: [1, 2, { b: 'c' }], d: null }],
])('%s under the limit fits', (_what, value) => {
  expect(fits(value, 100)).toBe(true)
})

test.each([
  ['a long text', 'x'.repeat(101)],
  ['many small values', Array.from({ length: 13 }, () => 1)],
  ['long keys', { ['k'.repeat(100)]: 1 }],
  ['bytes', new Uint8Array(200)],
])('%s above the limit does not fit', (_what, value) => {
  expect(fits(value, 100)).toBe(false)
})

test(shows('ipc-input', 'a value that is nested without end does not fit, and does not overflow'), () => {
  const loop: Record<string, unknown> = {}
  loop.loop = loop
  expect(fits(loop)).toBe(false)
})

test('a selection of a million people fits', () => {
  const id = '0123456789abcdef0123456789abcdef'
  expect(fits({ connection: id, ids: Array.from({ length: 1_000_000 }, () => id) })).toBe(true)
})
