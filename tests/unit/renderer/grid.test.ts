import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GridKey, type GridPosition, gridAction } from '../../../renderer/components/data-grid/grid-keys.ts'
import { movedTo } from '../../../renderer/components/data-grid/moved-to.ts'
import { assignSlots } from '../../../renderer/components/data-grid/slots.ts'
import { between, extentOf, toggled, withAll, withoutAll } from '../../../renderer/components/selection.ts'

const extent = { rows: 1000, columns: 5, page: 14, rightToLeft: false }
const press = (key: string, at: GridPosition, held: Partial<GridKey> = {}, over: Partial<typeof extent> = {}) =>
  gridAction({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held }, at, { ...extent, ...over })
const to = (row: number, column: number, extend = false) => ({ kind: 'move', to: { row, column }, extend })

describe('keys in a grid', () => {
  it('move by rows, and stop at the ends', () => {
    expect(press('ArrowDown', { row: 3, column: -1 })).toEqual(to(4, -1))
    expect(press('ArrowDown', { row: 999, column: 2 })).toEqual(to(999, 2))
    expect(press('PageDown', { row: 3, column: -1 })).toEqual(to(17, -1))
    expect(press('PageUp', { row: 3, column: -1 })).toEqual(to(0, -1))
    expect(press('End', { row: 3, column: -1 })).toEqual(to(999, -1))
    expect(press('Home', { row: 500, column: -1 })).toEqual(to(0, -1))
  })

  it('go from the first row into the header, where only cells take the focus', () => {
    expect(press('ArrowUp', { row: 0, column: -1 })).toEqual(to(-1, 0))
    expect(press('ArrowLeft', { row: -1, column: 0 })).toEqual(to(-1, 0))
  })

  it('move by cells, and back to the row as a whole', () => {
    expect(press('ArrowRight', { row: 3, column: -1 })).toEqual(to(3, 0))
    expect(press('ArrowRight', { row: 3, column: 4 })).toEqual(to(3, 4))
    expect(press('ArrowLeft', { row: 3, column: 0 })).toEqual(to(3, -1))
  })

  it('go along the row from a cell with Home and End, and along the list with Ctrl', () => {
    expect(press('Home', { row: 3, column: 2 })).toEqual(to(3, 0))
    expect(press('End', { row: 3, column: 2 })).toEqual(to(3, 4))
    expect(press('Home', { row: 3, column: 2 }, { ctrlKey: true })).toEqual(to(0, 0))
    expect(press('End', { row: 3, column: 2 }, { ctrlKey: true })).toEqual(to(999, 4))
    expect(press('End', { row: -1, column: 0 })).toEqual(to(-1, 4))
    expect(press('Home', { row: -1, column: 2 }, { ctrlKey: true }, { rows: 0 })).toEqual(to(-1, 0))
  })

  it('turn around where text runs from right to left', () => {
    expect(press('ArrowLeft', { row: 3, column: 1 }, {}, { rightToLeft: true })).toEqual(to(3, 2))
    expect(press('ArrowRight', { row: 3, column: 1 }, {}, { rightToLeft: true })).toEqual(to(3, 0))
  })

  it('extend the selection with Shift, and take all with Ctrl or Cmd', () => {
    expect(press('ArrowDown', { row: 3, column: -1 }, { shiftKey: true })).toEqual(to(4, -1, true))
    expect(press('a', { row: 3, column: -1 }, { ctrlKey: true })).toEqual({ kind: 'all' })
    expect(press('a', { row: 3, column: -1 }, { metaKey: true })).toEqual({ kind: 'all' })
    expect(press('a', { row: 3, column: -1 })).toBeNull()
  })

  it('sort and resize in the header, pick and open in rows', () => {
    expect(press('Enter', { row: -1, column: 1 })).toEqual({ kind: 'sort' })
    expect(press('ArrowRight', { row: -1, column: 1 }, { shiftKey: true })).toEqual({
      kind: 'resize',
      column: 1,
      by: 16,
    })
    expect(press('ArrowLeft', { row: -1, column: 1 }, { shiftKey: true, ctrlKey: true })).toEqual({
      kind: 'reorder',
      column: 1,
      by: -1,
    })
    expect(press('Enter', { row: -1, column: 1 }, { shiftKey: true })).toEqual({ kind: 'fit', column: 1 })
    expect(press(' ', { row: 3, column: -1 })).toEqual({ kind: 'toggle' })
    expect(press('Enter', { row: 3, column: -1 })).toEqual({ kind: 'open' })
  })
})

describe('columns', () => {
  it('take the place of another one, from either side, and none is lost', () => {
    expect(movedTo(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd'])
    expect(movedTo(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c'])
    expect(movedTo(['a', 'b'], 'x', 'b')).toEqual(['a', 'b'])
  })
})

describe('slots of drawn rows', () => {
  const windows = fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 20 })

  it('are never shared, never change while a row stays drawn, and are no more than the rows drawn at once', () => {
    fc.assert(
      fc.property(windows, (list) => {
        let last: ReadonlyMap<number, number> = new Map()
        let most = 0
        for (const [first, length] of list) {
          const indexes = Array.from({ length }, (_, index) => first + index)
          const next = assignSlots(last, indexes)
          most = Math.max(most, length)
          expect([...next.keys()].sort((a, b) => a - b)).toEqual(indexes)
          expect(new Set(next.values()).size).toBe(length)
          for (const [index, slot] of next) {
            if (last.has(index)) expect(slot).toBe(last.get(index))
            expect(slot).toBeLessThan(most)
          }
          last = next
        }
      }),
    )
  })
})

describe('a selection', () => {
  it('is not changed in place', () => {
    const before = new Set([1, 2])
    expect([...toggled(before, 2)]).toEqual([1])
    expect([...toggled(before, 3)]).toEqual([1, 2, 3])
    expect([...withAll(before, [2, 5])]).toEqual([1, 2, 5])
    expect([...withoutAll(before, [1])]).toEqual([2])
    expect([...before]).toEqual([1, 2])
  })

  it('takes a range in either direction, both ends included', () => {
    expect(between(['a', 'b', 'c', 'd'], 2, 1)).toEqual(['b', 'c'])
    expect(between(['a', 'b', 'c', 'd'], 3, 3)).toEqual(['d'])
  })

  it('is all of a list only when every row of it is known and picked', () => {
    expect(extentOf(new Set(), [1, 2], 2)).toBe('none')
    expect(extentOf(new Set([1]), [1, 2], 2)).toBe('some')
    expect(extentOf(new Set([1, 2, 9]), [1, 2], 2)).toBe('all')
    expect(extentOf(new Set([1, 2]), undefined, 2)).toBe('some')
    expect(extentOf(new Set([7, 8]), [1, 2], 2)).toBe('some')
  })
})
