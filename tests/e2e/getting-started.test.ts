import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { axeFindingsInBothThemes } from '../support/axe.ts'
import { mainJob } from './main-job.ts'
import { signedIn } from './signed-in.ts'

const stepsIn = (window: Page) => window.getByRole('region', { name: 'Getting started' })
const step = (within: Locator, name: string) => within.getByRole('button', { name, exact: true })
/** Which step comes next, by what a screen reader is told. */
const next = (within: Locator) => within.locator('[aria-current="step"]')
const hasFocus = (part: Locator) => part.evaluate((element) => element === document.activeElement)
const title = (window: Page, name: RegExp | string) => window.getByRole('heading', { name, level: 1 })

describe('the first start', () => {
  const started = signedIn({ people: 30, accounts: 5 })

  test('says what comes next, and ticks off what has really happened', async () => {
    const { muster, sandbox } = started()
    const { window } = muster
    const shown = stepsIn(window)
    await shown.getByText('0 of 4').waitFor()
    expect(await next(shown).textContent()).toBe('Read people')
    expect(await axeFindingsInBothThemes(window)).toEqual([])

    await mainJob.openPeople(window, sandbox.peopleFile)
    await step(shown, 'Read people, done').waitFor()
    await mainJob.show(window, 'Not in K2')
    expect(await next(shown).textContent()).toBe('Pick people')
    await mainJob.pickFirst(window, 2)
    await step(shown, 'Pick people, done').waitFor()
    await shown.getByText('Nothing in K2 changes before you push.', { exact: false }).waitFor()
    // A tick that is taken away is one that is not there.
    await window.getByRole('button', { name: 'Clear', exact: true }).click()
    await step(shown, 'Pick people').waitFor()
    await mainJob.pickFirst(window, 2)

    await mainJob.review(window)
    await step(shown, 'Review each change, done').waitFor()
    expect(await next(shown).textContent()).toBe('Push')
  })

  test('stays over a restart, and leads to each step’s screen', async () => {
    const { muster } = started()
    await muster.restart()
    const { window } = muster
    const shown = stepsIn(window)
    await shown.getByText('3 of 4').waitFor()
    await step(shown, 'Review each change, done').click()
    await title(window, /^Review 2 changes/).waitFor()
    await step(shown, 'Pick people, done').click()
    await title(window, 'People').waitFor()
    expect(await hasFocus(title(window, 'People'))).toBe(true)
    await step(shown, 'Push').click()
    await title(window, /^Review 2 changes/).waitFor()
  })

  test('opens from a button where the rail has no room, down to 320 pixels, and Escape closes it', async () => {
    const { window } = started().muster
    for (const [width, height] of [
      [1024, 700],
      [1280, 600],
      [320, 640],
    ] as const) {
      await window.setViewportSize({ width, height })
      const button = window.getByRole('button', { name: 'Getting started: 3 of 4 done' })
      await button.click()
      const opened = window.getByRole('dialog', { name: 'Getting started' })
      await expect.poll(() => hasFocus(step(opened, 'Push'))).toBe(true)
      const { x, width: wide } = (await opened.boundingBox()) ?? { x: -1, width: 0 }
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + wide).toBeLessThanOrEqual(width)
      if (width === 320) expect(await axeFindingsInBothThemes(window)).toEqual([])
      await window.keyboard.press('Escape')
      await opened.waitFor({ state: 'hidden' })
      await expect.poll(() => hasFocus(button)).toBe(true)
    }
    await window.setViewportSize({ width: 1280, height: 800 })
  })

  test('stays skipped after a restart; the menu and the palette bring it back', async () => {
    const { muster } = started()
    await stepsIn(muster.window).getByRole('button', { name: 'Skip these steps' }).click()
    await stepsIn(muster.window).waitFor({ state: 'hidden' })
    expect(await hasFocus(title(muster.window, /^Review 2 changes/))).toBe(true)
    await muster.window.getByText('Help, Getting started brings these steps back.').waitFor()

    await muster.restart()
    const { window } = muster
    await title(window, 'People').waitFor()
    // The later screens come when the window has nothing else to do; the steps would be there by then.
    await window.keyboard.press('Control+3')
    await title(window, 'Runs').waitFor()
    expect(await stepsIn(window).count()).toBe(0)

    await muster.clickMenu('getting-started')
    await expect.poll(() => hasFocus(step(stepsIn(window), 'Push'))).toBe(true)
    await stepsIn(window).getByRole('button', { name: 'Skip these steps' }).click()
    await window.keyboard.press('Control+k')
    await window.getByRole('combobox', { name: /^Search people/ }).fill('getting')
    await window.getByRole('option', { name: /^Getting started/ }).waitFor()
    await window.keyboard.press('Enter')
    await expect.poll(() => hasFocus(step(stepsIn(window), 'Push'))).toBe(true)
  })

  test('ends with the first push, and does not come by itself again', async () => {
    const { muster } = started()
    await step(stepsIn(muster.window), 'Push').click()
    await mainJob.push(muster.window)
    await mainJob.pushed(muster.window)
    const shown = stepsIn(muster.window)
    await shown.getByText('That was a whole push.', { exact: false }).waitFor()
    await step(shown, 'Push, done').click()
    await title(muster.window, /pushed/).waitFor()
    await muster.restart()
    await muster.window.getByRole('grid', { name: 'People' }).waitFor()
    await muster.window.keyboard.press('Control+3')
    await title(muster.window, 'Runs').waitFor()
    expect(await stepsIn(muster.window).count()).toBe(0)
  })
})
