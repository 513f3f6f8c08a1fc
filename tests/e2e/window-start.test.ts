import { expect, test, vi } from 'vitest'
import { eventChannelOf, events as eventSchemas } from '../../shared/contract.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

const started = signedIn({ people: 460, accounts: 400 })
const events = new Set(Object.keys(eventSchemas).map(eventChannelOf))
const firstRow = 'tr[data-index]:not([aria-busy])'

test('people read for the first time come into the grid without an empty list before them', async () => {
  const { muster, sandbox } = started()
  const { window } = muster
  await window.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-empty]')) document.documentElement.dataset.sawEmpty = ''
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  await mainJob.openPeople(window, sandbox.peopleFile)
  await window.locator(firstRow).first().waitFor()
  expect(await window.locator('html[data-saw-empty]').count()).toBe(0)
})

test('a window that comes up asks for nothing twice', async () => {
  const { muster } = started()
  const { window } = muster
  await window.getByRole('button', { name: /^In sync [1-9]/ }).waitFor()
  // Only the stand-in records calls.
  if (muster.host !== 'chromium') return
  const askedTwice = async () => {
    await window.reload()
    await window.locator(firstRow).first().waitFor()
    // From the page's own request on: what the page of before still asked is not of this start.
    const messages = () => {
      const records = muster.records()
      const began = records.findLastIndex((line) => line.kind === 'request' && line.type === 'Document')
      return records.slice(began).filter((line) => line.kind === 'ipc')
    }
    // The last one that a start asks.
    await expect.poll(() => messages().map(({ channel }) => channel)).toContain('muster:source.fileChange')
    // Read once: what is asked again has its news before it in the same record.
    const all = messages()
    // What main tells unasked has things asked again, and rightly: that start shows nothing.
    if (all.some(({ channel }) => events.has(channel))) return null
    const asked = all.flatMap(({ direction, channel }) => (direction === 'to-main' ? [channel] : []))
    return asked.filter((channel, at) => asked.indexOf(channel) !== at)
  }
  expect(await vi.waitUntil(askedTwice, { timeout: 60_000 })).toEqual([])
})

test.each([
  ['narrow', 320, 640],
  ['at 200 % zoom', 640, 400],
])('a window that is %s draws the rows in view, not the whole list', async (_what, width, height) => {
  const { window } = started().muster
  await window.setViewportSize({ width, height })
  await window.getByRole('grid', { name: 'People' }).scrollIntoViewIfNeeded()
  await window.locator(firstRow).first().waitFor()
  await expect.poll(() => window.locator('tr[data-index]').count()).toBeLessThan(60)
})
