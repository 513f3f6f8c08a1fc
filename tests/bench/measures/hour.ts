import { join } from 'node:path'
import type { Page } from 'playwright'
import { mainJob } from '../../e2e/main-job.ts'
import { go, openSection, people } from '../../e2e/tour/picking.ts'
import { createAdminBrowser } from '../../support/admin-browser.ts'
import { type Launched, launchMuster } from '../../support/launch.ts'
import type { Measure, Taken } from '../measure.ts'
import { residentOf } from '../resident.ts'
import { growth } from '../statistics.ts'
import { framesWhileScrolling } from '../window-clock.ts'
import { perWorld, type World } from '../world.ts'

/** What an admin does in five minutes, twelve times. */
const rounds = 12
const searches = ['mar', 'sales', 'k', 'berlin'] as const
const sections = ['Mapping', 'What the service supports', 'Source', 'About'] as const
/** People pushed in each round. */
const pushed = 3

/** What both processes have resident after a round, in MB. */
interface Memory {
  readonly window: number
  readonly main: number
}

/** One round: every screen once. */
async function work(window: Page, round: number): Promise<void> {
  await go(window, /^People/)
  await window.getByRole('button', { name: /^All [1-9]/ }).click()
  const field = window.getByRole('searchbox', { name: 'Search people' })
  for (const text of searches) {
    await field.fill(text)
    await window.locator('tr[data-index="0"]:not([aria-busy])').waitFor()
  }
  await field.fill('')
  await framesWhileScrolling(window, 1500)
  const all = people(window).getByRole('checkbox', { name: /^Select all/ })
  await all.click()
  await window.getByRole('button', { name: 'Clear' }).click()

  await mainJob.show(window, 'Not in K2')
  const cell = people(window).locator('tr[data-index="0"]:not([aria-busy])').getByRole('gridcell').nth(1)
  await cell.click()
  const panel = window.getByRole('complementary', { name: 'Person' })
  await panel.waitFor()
  await window.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  await mainJob.pickFirst(window, pushed)
  await mainJob.review(window)
  await mainJob.push(window)
  await mainJob.pushed(window)

  await go(window, /^Runs/)
  await window.getByRole('grid', { name: 'Runs' }).getByRole('button').last().click()
  await window.getByRole('heading', { name: /pushed/, level: 1 }).waitFor()
  await go(window, /^K2 accounts/)
  await window.getByRole('grid', { name: 'K2 accounts' }).locator('tr[data-index="0"]:not([aria-busy])').waitFor()
  for (const section of sections) await openSection(window, section)
  await window.emulateMedia({ colorScheme: round % 2 === 0 ? 'dark' : 'light' })
}

/** What is held now: what the page has thrown away is collected first, since when Chromium does that by itself is chance. */
async function weigh(world: World, muster: Launched, round: number): Promise<Memory> {
  const page = await muster.window.context().newCDPSession(muster.window)
  await page.send('HeapProfiler.collectGarbage')
  const { usedSize } = await page.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await page.send('Memory.getDOMCounters')
  await page.detach()
  const [window, main] = [residentOf(await muster.windowProcess()), residentOf(await muster.mainProcess())]
  world.note(
    `after round ${round}: window ${window.toFixed(0)} MB (its objects ${(usedSize / 1e6).toFixed(1)} MB, ${nodes} nodes, ` +
      `${jsEventListeners} listeners), main ${main.toFixed(0)} MB`,
  )
  return { window, main }
}

/** The hour, once for all of its measures. */
const measured = perWorld(async (world: World) => {
  const size = world.sized(10_000, 500)
  const { settings, login, peopleFile } = await world.tenant({ people: size, accounts: size / 2, delay: 0 })
  const browser = createAdminBrowser(login)
  world.later(browser.close)
  const env = { MUSTER_RECORD_IPC: '' }
  const muster = await launchMuster({ userData: join(world.folder, 'hour'), openUrl: browser.openUrl, env })
  world.later(muster.close)
  await mainJob.pasteSettings(muster.window, settings)
  await mainJob.connect(muster.window, 'Bench')
  await mainJob.openPeople(muster.window, peopleFile)
  const memories: Memory[] = []
  for (let round = 1; round <= rounds; round++) {
    await work(muster.window, round)
    memories.push(await weigh(world, muster, round))
  }
  await muster.close()
  return { memories, host: muster.host }
})

type Taking = Pick<Measure, 'id' | 'what' | 'unit'> & {
  readonly take: (memories: readonly Memory[]) => Omit<Taken, 'host'>
}

const takings: readonly Taking[] = [
  {
    id: 'hour-window-memory',
    what: 'memory that the window’s process has resident after an hour of use',
    unit: 'MB',
    take: (memories) => ({ value: memories.at(-1)?.window ?? Number.NaN, n: 1 }),
  },
  {
    id: 'hour-window-growth',
    what: 'the same in the last rounds of the hour ÷ in its first',
    unit: 'ratio',
    take: (memories) => ({ value: growth(memories.map(({ window }) => window)), n: memories.length }),
  },
  {
    id: 'hour-main-memory',
    what: 'memory that main’s process has resident after an hour of use',
    unit: 'MB',
    take: (memories) => ({ value: memories.at(-1)?.main ?? Number.NaN, n: 1 }),
  },
  {
    id: 'hour-main-growth',
    what: 'the same in the last rounds of the hour ÷ in its first',
    unit: 'ratio',
    take: (memories) => ({ value: growth(memories.map(({ main }) => main)), n: memories.length }),
  },
]

/** An hour of an admin's work in the real window, with 10,000 people: what is held after it, and whether it grew. */
export const hourMeasures: readonly Measure[] = takings.map(({ id, what, unit, take }) => ({
  id,
  what,
  unit,
  budget: null,
  async run(world) {
    const { memories, host } = await measured(world)
    return { ...take(memories), host }
  },
}))
