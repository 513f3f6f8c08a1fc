import { join } from 'node:path'
import { mainJob } from '../../e2e/main-job.ts'
import { createAdminBrowser } from '../../support/admin-browser.ts'
import { launchMuster } from '../../support/launch.ts'
import type { Measure, Taken } from '../measure.ts'
import { median, percentile } from '../statistics.ts'
import { firstRowsAfterReload, framesWhileScrolling, noteFirstRows, watchFor } from '../window-clock.ts'
import { perWorld } from '../world.ts'

/** What is searched, each once, from the whole list. */
const searches = ['k', 'mar', 'walker', 'sales', 'buyer', 'legal', 'chen', 'noor', 'z', 'berlin', 'counsel'] as const
const reloads = 5
const turns = 5
/** Milliseconds of scrolling. */
const scrolling = 4000

/** The People grid in the real window, with people from a file and the accounts of a tenant beside them. */
const measured = perWorld(async (world) => {
  const size = world.sized(100_000, 1000)
  const { settings, login, peopleFile } = await world.tenant({ people: size, accounts: size, delay: 0 })
  const browser = createAdminBrowser(login)
  world.later(browser.close)
  const userData = join(world.folder, 'grid')
  // Without the record of every message, which tests ask for.
  const muster = await launchMuster({ userData, openUrl: browser.openUrl, env: { MUSTER_RECORD_IPC: '' } })
  world.later(muster.close)
  const { window, host } = muster
  await mainJob.pasteSettings(window, settings)
  await mainJob.connect(window, 'Bench')
  await mainJob.openPeople(window, peopleFile)
  await window.getByRole('button', { name: /^In sync [1-9]/ }).waitFor({ timeout: 120_000 })
  const grid = window.getByRole('grid', { name: 'People' })
  const total = async () => Number(await grid.getAttribute('aria-rowcount')) - 1

  const search: number[] = []
  const field = window.getByRole('searchbox', { name: 'Search people' })
  for (const text of searches) {
    const watch = await watchFor(window, 'input', { otherRows: true })
    await field.focus()
    await window.keyboard.insertText(text)
    search.push(await watch.seen())
    const whole = await watchFor(window, 'input', { otherRows: true })
    await field.fill('')
    await whole.seen()
  }

  const selectAll: number[] = []
  const all = grid.getByRole('checkbox', { name: /^Select all/ })
  for (let turn = 0; turn < turns; turn++) {
    // Another order is another list, of which the window has no ids yet.
    await grid.getByRole('button', { name: turn % 2 === 0 ? 'Department' : 'Sign-in name' }).click()
    await all.waitFor()
    const watch = await watchFor(window, 'click', { selected: await total() })
    await all.click()
    selectAll.push(await watch.seen())
    await window.getByRole('button', { name: 'Clear' }).click()
  }

  const frames = await framesWhileScrolling(window, scrolling)

  const firstRows: number[] = []
  await noteFirstRows(window)
  for (let reload = 0; reload < reloads; reload++) firstRows.push(await firstRowsAfterReload(window))
  await muster.close()
  return { host, firstRows, search, selectAll, frames }
})

type Grid = Awaited<ReturnType<typeof measured>>

const gridMeasure = (id: string, what: string, atMost: number, take: (grid: Grid) => Omit<Taken, 'host'>): Measure => ({
  id,
  what: `grid with 100,000 people: ${what}`,
  unit: 'ms',
  budget: { atMost },
  async run(world) {
    const grid = await measured(world)
    return { ...take(grid), host: grid.host }
  },
})

const medianOf = (values: readonly number[]) => ({ value: median(values), n: values.length })

/** From the People screen's coming up in a window that knows nothing yet to its rows. */
export const gridFirstRows = gridMeasure('grid-first-rows', 'first rows', 100, ({ firstRows }) => medianOf(firstRows))

/** From the words put into the search field to the rows they leave. */
export const gridSearch = gridMeasure('grid-search', 'a search', 50, ({ search }) => medianOf(search))

/** From the click on the header's checkbox to everybody selected, asked of main anew. */
export const gridSelectAll = gridMeasure('grid-select-all', 'select all that match', 50, ({ selectAll }) =>
  medianOf(selectAll),
)

/** Time between two frames while the wheel turns. */
export const gridScroll = gridMeasure(
  'grid-scroll-p95',
  'a frame while scrolling, 95th percentile',
  17,
  ({ frames }) => ({
    value: percentile(frames, 0.95),
    n: frames.length,
  }),
)
