import { describe, expect, it } from 'vitest'
import { Journal } from '../../sandbox/scim/journal.ts'

const entry = (at: number) => ({ at, method: 'GET', path: '/', status: 200, writes: [], body: '' })

describe('the journal of the sandbox', () => {
  it('keeps the last entries that there is room for, oldest first, and counts all', () => {
    const journal = new Journal(3)
    for (let at = 0; at < 20; at++) journal.add(entry(at))
    expect(journal.entries().map(({ at }) => at)).toEqual([17, 18, 19])
    expect(journal.total).toBe(20)
  })

  it('keeps none where there is no room', () => {
    const journal = new Journal(0)
    for (let at = 0; at < 20; at++) journal.add(entry(at))
    expect(journal.entries()).toEqual([])
    expect(journal.total).toBe(20)
  })
})
