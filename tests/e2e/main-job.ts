import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { createAdminBrowser } from '../support/admin-browser.ts'
import { launchMuster } from '../support/launch.ts'
import type { WalkPlace } from '../support/walk-place.ts'

/** Waits for what a step leads to; where that does not come, the error says what the window shows instead. */
async function comesTo(window: Page, place: Locator): Promise<void> {
  try {
    await place.waitFor({ timeout: 60_000 })
  } catch (cause) {
    throw new Error(`${cause}\nThe window shows:\n${await window.locator('body').ariaSnapshot()}`, { cause })
  }
}

/** The steps of the main job, in the admin's words. Each finds its controls by role and name and waits for what it leads to. */
export const mainJob = {
  /** Hands over the settings that Nintex sent. */
  async pasteSettings(window: Page, settings: object | string): Promise<void> {
    const text = typeof settings === 'string' ? settings : JSON.stringify(settings, null, 2)
    await window.getByRole('textbox', { name: 'Settings' }).fill(text)
    await window.getByRole('list', { name: 'What Muster understood' }).waitFor()
  },

  /** Names the connection and signs in; ends on People. */
  async connect(window: Page, name: string): Promise<void> {
    await window.getByRole('textbox', { name: 'Name of this connection' }).fill(name)
    await window.getByRole('button', { name: 'Sign in', exact: true }).click()
    await comesTo(window, window.getByRole('heading', { name: 'People', level: 1 }))
  },

  /** Reads people from a file of the admin's; ends with the grid full. */
  async openPeople(window: Page, file: string): Promise<void> {
    const chooser = window.waitForEvent('filechooser')
    await window.getByRole('button', { name: 'Open a file' }).click()
    await (await chooser).setFiles(file)
    await comesTo(window, window.getByRole('grid', { name: 'People' }))
  },

  /** Shows only the people in one state, which waits until the K2 accounts have been read. */
  async show(window: Page, state: 'Not in K2' | 'Differs' | 'In sync' | 'Inactive' | 'Blocked'): Promise<void> {
    const chip = window.getByRole('button', { name: new RegExp(`^${state} [1-9]`) })
    await chip.click({ timeout: 60_000 })
    // The rows of before stand there for a moment, and would be ticked.
    await window.locator('[role=grid]:not([aria-busy])').waitFor()
  },

  /** Ticks the first people of the grid. */
  async pickFirst(window: Page, count: number): Promise<void> {
    const first = window
      .getByRole('grid', { name: 'People' })
      .getByRole('checkbox', { name: /^Select (?!all \d)/ })
      .first()
    await first.click()
    for (let more = 1; more < count; more++) await window.keyboard.press('Shift+ArrowDown')
    await window.getByText(`${count} selected`, { exact: true }).waitFor()
  },

  /** Asks what would change; ends on Review. */
  async review(window: Page): Promise<void> {
    await window.getByRole('button', { name: 'Review changes' }).click()
    await window.getByRole('heading', { name: /^Review [\d,.]+ changes?/, level: 1 }).waitFor()
  },

  /** Pushes what was reviewed; ends on the run. */
  async push(window: Page): Promise<void> {
    await window.getByRole('button', { name: /^Push [\d,.]+ changes? to / }).click()
    await window.getByRole('heading', { name: /Pushing|paused|pushed/, level: 1 }).waitFor()
  },

  /** Waits for the end of the run that is shown. */
  async pushed(window: Page, timeout = 60_000): Promise<void> {
    await window.getByRole('heading', { name: /pushed/, level: 1 }).waitFor({ timeout })
  },
} as const

/** Walks the whole main job in the window and leaves a picture of every screen it passes. */
export async function walkMainJob({ sandbox, userData, env, screenshots, say }: WalkPlace): Promise<void> {
  mkdirSync(screenshots, { recursive: true })
  const browser = createAdminBrowser(sandbox.login)
  const muster = await launchMuster({ userData, openUrl: browser.openUrl, env })
  const picture = (name: string) => muster.window.screenshot({ path: join(screenshots, `${name}.png`) })
  try {
    const { window } = muster
    await window.getByRole('button', { name: 'Use the sample tenant' }).click()
    await window.getByRole('list', { name: 'What Muster understood' }).waitFor()
    await picture('1-welcome')
    await mainJob.connect(window, 'Sample tenant')
    say('Signed in through the login and consent pages.')
    await window.getByRole('button', { name: 'Use the sample people' }).click()
    await comesTo(window, window.getByRole('grid', { name: 'People' }))
    await mainJob.show(window, 'Not in K2')
    await mainJob.pickFirst(window, 25)
    await picture('2-people')
    await mainJob.review(window)
    await picture('3-review')
    await mainJob.push(window)
    await mainJob.pushed(window)
    await picture('4-pushed')
    say(`25 people were reviewed and pushed. Pictures of every screen are in ${screenshots}.`)
  } finally {
    await muster.close()
    await browser.close()
  }
}
