import { describe, expect, test } from 'vitest'
import { growth } from '../../bench/statistics.ts'

describe('growth', () => {
  test('is the middle of the last quarter over the middle of the first', () => {
    expect(growth([100, 110, 90, 500, 500, 500, 500, 500, 500, 120, 200, 150])).toBe(1.5)
  })

  test('takes no single round for either end', () => {
    expect(growth([900, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 900])).toBe(1)
  })

  test('of few rounds is the last over the first', () => {
    expect(growth([50, 70, 100])).toBe(2)
  })

  test('of nothing is an error', () => {
    expect(() => growth([])).toThrow('Nothing was measured.')
  })
})
