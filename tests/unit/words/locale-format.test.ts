import { describe, expect, it } from 'vitest'
import { formatFor } from '../../../shared/words/locale-format.ts'
import { t } from '../../../shared/words/text.ts'

const at = new Date(2026, 10, 3, 14, 3).getTime()
const minute = 60_000

describe('numbers and dates', () => {
  it('follow the system’s regional format', () => {
    expect(formatFor('en-GB').date(at)).toBe('3 November 2026')
    expect(formatFor('en-GB').time(at)).toBe('14:03')
    expect(formatFor('de-DE').number(1284.5)).toBe('1.284,5')
    expect(formatFor('en-US').number(1284)).toBe('1,284')
  })

  it.each([
    [0, 'just now'],
    [-minute, 'just now'],
    [4 * minute, '4 minutes ago'],
    [90 * minute, '1 hour ago'],
    [25 * 60 * minute, 'yesterday'],
  ])('say how long ago %i ms are', (passed, words) => {
    expect(formatFor('en-GB').ago(at - passed, at)).toBe(words)
  })

  it.each([
    [84, '84 ms'],
    [12_300, '12 s'],
    [119_000, '119 s'],
    [5 * minute, '5 min'],
  ])('write %i ms as %s', (duration, words) => {
    expect(formatFor('en-GB').duration(duration)).toBe(words)
  })

  it('count one and many', () => {
    const people = (count: number) => t('{count, plural, one {# person} other {# people}}', { count })
    expect([people(1), people(0), people(1284)]).toEqual(['1 person', '0 people', '1,284 people'])
  })
})
