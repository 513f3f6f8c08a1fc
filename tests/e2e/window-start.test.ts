import { expect, test } from 'vitest'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

const started = signedIn({ people: 460, accounts: 400 })
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
  // What came with the people has been said: an event that comes later would have something asked again.
  let heard = 0
  const isQuiet = () => {
    const before = heard
    heard = muster.records().length
    return heard === before
  }
  await expect.poll(isQuiet, { interval: 500 }).toBe(true)
  const before = muster.records().length
  await window.reload()
  await window.locator(firstRow).first().waitFor()
  const asked = () =>
    muster
      .records()
      .slice(before)
      .flatMap((line) => (line.kind === 'ipc' && line.direction === 'to-main' ? [line.channel] : []))
  // Only the stand-in records calls.
  if (muster.host === 'chromium') {
    // The last one that a start asks.
    await expect.poll(asked).toContain('muster:source.fileChange')
    expect(asked()).toEqual([...new Set(asked())])
  }
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
