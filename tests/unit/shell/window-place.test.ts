import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, test } from 'vitest'
import type { WindowBounds } from '../../../electron/store/settings.ts'
import { placeOn, rememberPlace } from '../../../electron/window-place.ts'

const laptop = { x: 0, y: 24, width: 1440, height: 876 }
const second = { x: 1440, y: 0, width: 1920, height: 1040 }
const at = (x: number, y: number, more: Partial<WindowBounds> = {}): WindowBounds => ({
  x,
  y,
  width: 1200,
  height: 760,
  maximized: false,
  ...more,
})

describe('where the window opens', () => {
  test.each([
    ['where it was', at(100, 60)],
    ['where it was on the second screen', at(1500, 100)],
    ['a little over the edge, where it can be taken hold of', at(-1000, 60)],
    ['maximised, as it was', at(100, 60, { maximized: true })],
  ])('is %s', (_where, bounds) => {
    expect(placeOn(bounds, [laptop, second])).toEqual(bounds)
  })

  test.each([
    ['the second screen is gone', at(1500, 100)],
    ['it is far off', at(-5000, -5000)],
    ['its title bar is under the menu bar', at(100, 0)],
    ['its title bar is below the screen', at(100, 890)],
    ['only a sliver of it shows', at(1400, 100)],
  ])('is the middle of the screen when %s', (_why, bounds) => {
    expect(placeOn(bounds, [laptop])).toEqual({ ...bounds, x: 120, y: 82 })
  })

  test('is no larger than the screen that is left', () => {
    expect(placeOn(at(4000, 0, { width: 3000, height: 2000 }), [laptop])).toMatchObject(laptop)
  })

  test('is the usual place the first time, and where there is no screen', () => {
    expect(placeOn(null, [laptop])).toBeNull()
    expect(placeOn(at(0, 0), [])).toBeNull()
  })
})

test('what is remembered is the place while it is not maximised, and that it was', () => {
  const kept: WindowBounds[] = []
  const events = new EventEmitter()
  const { maximized: _, ...normal } = at(10, 30)
  const window = Object.assign(events, {
    getNormalBounds: () => normal,
    isMaximized: () => true,
    isDestroyed: () => false,
  }) as unknown as BrowserWindow
  rememberPlace(window, { setWindowBounds: (bounds) => void kept.push(bounds) })
  for (const event of ['move', 'resize', 'maximize']) events.emit(event)
  expect(kept).toEqual([])
  events.emit('close')
  expect(kept).toEqual([at(10, 30, { maximized: true })])
})
