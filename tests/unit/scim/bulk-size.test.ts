import { expect, it } from 'vitest'
import { createBulkSize } from '../../../electron/scim/bulk-size.ts'

/** What comes out when a service needs `distance` ms for a reply and `work` ms for each change in it. */
function found(distance: number, work: number, replies = 30) {
  const size = createBulkSize()
  for (let n = 0; n < replies; n++) {
    const changes = n === 0 ? 1 : Math.min(100, size.most)
    size.heard(distance + changes * work, changes)
  }
  return size
}

it('a service that is far away and quick gets as many at once as it takes', () => {
  expect(found(50, 2).most).toBeGreaterThanOrEqual(100)
  expect(found(3000, 2).most).toBeGreaterThanOrEqual(100)
})

it('a service that takes its time over each change gets few at once', () => {
  expect(found(50, 500).most).toBeLessThanOrEqual(2)
  expect(found(0, 30_000).most).toBeLessThanOrEqual(2)
})

it('a lost one makes the next at most half as large, and a good reply lets it grow again', () => {
  const size = found(50, 2)
  size.lost(40)
  expect(size.most).toBe(20)
  for (let n = 0; n < 10; n++) size.heard(50 + size.most * 2, size.most)
  expect(size.most).toBeGreaterThan(40)
  for (let n = 0; n < 10; n++) size.lost(size.most)
  expect(size.most).toBe(1)
})

it('the wait for company is short beside the reply', () => {
  expect(createBulkSize().moment).toBeLessThanOrEqual(5)
  expect(found(80, 0).moment).toBe(10)
  expect(found(5000, 0).moment).toBe(20)
})
