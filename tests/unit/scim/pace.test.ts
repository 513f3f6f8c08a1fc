import { expect, it } from 'vitest'
import { createPace } from '../../../electron/scim/pace.ts'
import { manualClock } from '../../support/manual-clock.ts'

const begun = () => createPace(manualClock())
/** Lets `requests` through one after the other, each answered after `took` ms and with so many changes. */
async function answered(pace: ReturnType<typeof createPace>, requests: number, took: number, changes = 1) {
  for (let n = 0; n < requests; n++) {
    await pace.enter()
    pace.leave(took, changes)
  }
}

it('lets four through at first, then one more whenever one leaves', async () => {
  const pace = begun()
  let entered = 0
  for (let n = 0; n < 6; n++) void pace.enter().then(() => entered++)
  await Promise.resolve()
  expect(entered).toBe(4)
  pace.leave(null)
  await Promise.resolve()
  await Promise.resolve()
  expect(entered).toBe(5)
})

it('grows by what was done, however many changes a request carries, and no further than sixteen', async () => {
  const alone = begun()
  const shared = begun()
  await answered(alone, 40, 50)
  await answered(shared, 10, 200, 4)
  expect(shared.limit).toBeGreaterThanOrEqual(alone.limit - 1)
  await answered(alone, 1000, 50)
  expect(alone.limit).toBe(16)
})

it('halves once for many who are asked to slow down at the same time, and again a second later', async () => {
  const clock = manualClock()
  const pace = createPace(clock)
  await answered(pace, 1000, 50)
  for (let n = 0; n < 100; n++) pace.slowDown()
  expect(pace.limit).toBe(8)
  clock.advance(1000)
  pace.slowDown()
  expect(pace.limit).toBe(4)
})

it('stops growing when replies take twice as long as they did, and gives way when they take far longer', async () => {
  const pace = begun()
  await answered(pace, 20, 50)
  const before = pace.limit
  await answered(pace, 30, 200)
  const after = pace.limit
  await answered(pace, 30, 200)
  expect(after - before).toBeLessThanOrEqual(1)
  expect(pace.limit).toBe(after)
  await answered(pace, 200, 5000)
  expect(pace.limit).toBeLessThan(after)
})

it('whoever gives up waiting leaves no gap', async () => {
  const pace = begun()
  for (let n = 0; n < 4; n++) await pace.enter()
  const end = new AbortController()
  const given = pace.enter(end.signal)
  const patient = pace.enter()
  end.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  await expect(pace.enter(end.signal)).rejects.toThrow('enough')
  pace.leave(null)
  await patient
})
