import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chunkNames,
  needsChunks,
  otherSet,
  readIndex,
  splitBytes,
  writeIndex,
} from '../../../electron/session/chunks.ts'

describe('cutting a long value', () => {
  test('loses nothing and keeps to the limit, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 4, max: 50 }), (text, bytes) => {
        const parts = splitBytes(text, bytes)
        expect(parts.join('')).toBe(text)
        for (const part of parts) {
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(bytes)
          expect(part.isWellFormed()).toBe(true)
          expect(part).not.toBe('')
        }
      }),
    )
  })

  test('cuts only what is too long, by bytes and not by letters', () => {
    expect(needsChunks('x'.repeat(2400), 2400)).toBe(false)
    expect(needsChunks('é'.repeat(1201), 2400)).toBe(true)
    expect(splitBytes('é'.repeat(1201), 2400)).toHaveLength(2)
  })

  test('cuts a value that looks like an index, so that it comes back as it was', () => {
    expect(needsChunks(writeIndex({ set: 'a', count: 3 }), 2400)).toBe(true)
  })
})

describe('the index of a cut value', () => {
  test('reads back as written', () => {
    expect(readIndex(writeIndex({ set: 'b', count: 12 }))).toEqual({ set: 'b', count: 12 })
  })

  test.each([
    null,
    '',
    '{"refreshToken":"x"}',
    'muster-parts:c:1',
    'muster-parts:a:',
    'muster-parts:a:1000',
    ' muster-parts:a:1',
  ])('is not seen in %j', (entry) => expect(readIndex(entry)).toBeNull())

  test('names the parts, and puts the next value into the other set', () => {
    expect(chunkNames('c/session', { set: 'a', count: 2 })).toEqual(['c/session/a/1', 'c/session/a/2'])
    expect(otherSet(null)).toBe('a')
    expect(otherSet({ set: 'a', count: 1 })).toBe('b')
    expect(otherSet({ set: 'b', count: 1 })).toBe('a')
  })
})
