import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from '../../support/admin-browser.ts'
import { ensureBuilt } from '../../support/fresh-build.ts'
import { launchMuster } from '../../support/launch.ts'
import type { Measure } from '../measure.ts'
import { createNewcomer } from '../newcomer.ts'

/** How many people the newcomer tries it with. */
const tried = 3

/**
 * From nothing to a first push on the sample tenant of `npm run demo`. No step is known beforehand but by what the screen before
 * it names: the newcomer takes the one filled button, or what the screen says is to be picked.
 */
export const firstPush: Measure = {
  id: 'first-push',
  what: 'from the start of a new Muster to the first people pushed, as a newcomer who needs two seconds for each click',
  unit: 's',
  budget: { atMost: 120 },
  async run(world) {
    await ensureBuilt()
    const { settings, login, peopleFile } = await world.tenant({ people: 500, accounts: 120, delay: 0 })
    const demo = join(world.folder, 'demo.json')
    writeFileSync(demo, JSON.stringify({ settings, peopleFile }))
    const browser = await startBrowser()
    world.later(() => browser.close())
    const newcomer = createNewcomer()
    const { click, type } = newcomer

    const signIn = async (url: string): Promise<void> => {
      const page = await browser.newPage()
      await page.goto(url)
      await type(page.getByLabel('User'), login.user)
      await type(page.getByLabel('Password'), login.password)
      await click(page.getByRole('button', { name: 'Sign in' }))
      await click(page.getByRole('button', { name: 'Continue' }))
    }
    const began = performance.now()
    const muster = await launchMuster({
      userData: join(world.folder, 'first-push'),
      openUrl: signIn,
      env: { MUSTER_DEMO: demo, MUSTER_RECORD_IPC: '' },
    })
    world.later(muster.close)
    const { window, host } = muster
    const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true })
    const at: string[] = []
    const passed = (step: string) => at.push(`${step} ${((performance.now() - began) / 1000).toFixed(0)} s`)
    passed('started')
    await click(button('Use the sample tenant'))
    await click(button('Sign in'))
    await click(button('Use the sample people'))
    passed('signed in')
    await click(button(/^Not in K2 [1-9]/))
    const boxes = window.getByRole('grid', { name: 'People' }).getByRole('checkbox', { name: /^Select (?!all \d)/ })
    for (let person = 0; person < tried; person++) await click(boxes.nth(person))
    await click(button('Review changes'))
    passed('people read and ticked')
    await click(button(new RegExp(`^Push ${tried} changes to `)))
    const heading = window.getByRole('heading', { name: /pushed/, level: 1 })
    await heading.waitFor({ timeout: 60_000 })
    const seconds = (performance.now() - began) / 1000
    const words = (await heading.textContent()) ?? ''
    if (!words.includes(String(tried))) throw new Error(`The run ended with other words: ${words}`)
    world.note(`${newcomer.clicks()} clicks and ${newcomer.keys()} keys; ${at.join(', ')}. It ended with “${words}”.`)
    await muster.close()
    return { value: seconds, n: 1, host }
  },
}
