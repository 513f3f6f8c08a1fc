import { join } from 'node:path'
import { mainJob } from '../../e2e/main-job.ts'
import { createAdminBrowser } from '../../support/admin-browser.ts'
import { launchMuster } from '../../support/launch.ts'
import type { Measure, Taken } from '../measure.ts'
import { residentOf } from '../resident.ts'
import { median, percentile } from '../statistics.ts'
import { type FirstRows, firstRowsAfterReload, framesWhileScrolling, noteFirstRows, watchFor } from '../window-clock.ts'
import { perWorld, type World } from '../world.ts'

/** What is searched, each once, from the whole list. */
const searches = ['k', 'mar', 'walker', 'sales', 'buyer', 'legal', 'chen', 'noor', 'z', 'berlin', 'counsel'] as const
const reloads = 5
const turns = 5
/** Milliseconds of scrolling. */
const scrolling = 4000

/** The sizes that the grid's budgets are looked at; design's own is the last. */
const sizes = [1000, 10_000, 100_000] as const
type Size = (typeof sizes)[number]

/** The People grid in the real window, with people from a file and the accounts of a tenant beside them. */
async function measure(world: World, people: Size) {
  const size = world.sized(people, 1000)
  const { settings, login, peopleFile } = await world.tenant({ people: size, accounts: size, delay: 0 })
  const browser = createAdminBrowser(login)
  world.later(browser.close)
  const userData = join(world.folder, `grid-${people}`)
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
  const memory = residentOf(await muster.windowProcess())

  const firstRows: FirstRows[] = []
  await noteFirstRows(window)
  for (let reload = 0; reload < reloads; reload++) firstRows.push(await firstRowsAfterReload(window))
  await muster.close()
  return { host, firstRows, search, selectAll, frames, memory }
}

type Grid = Awaited<ReturnType<typeof measure>>
type Taking = Pick<Measure, 'id' | 'what' | 'unit' | 'budget'> & { readonly take: (grid: Grid) => Omit<Taken, 'host'> }

const medianOf = (values: readonly number[]) => ({ value: median(values), n: values.length })

/** What is taken of the grid at each size. */
const takings: readonly Taking[] = [
  {
    // From the People screen's coming up in a window that knows nothing yet to its rows.
    id: 'grid-first-rows',
    what: 'its first rows',
    unit: 'ms',
    budget: { atMost: 100 },
    take: ({ firstRows }) => medianOf(firstRows.map(({ afterTitle }) => afterTitle)),
  },
  {
    // The same from the reload on: a screen that came up later would be none the better for it.
    id: 'grid-reload',
    what: 'its first rows, from the reload on',
    unit: 'ms',
    budget: null,
    take: ({ firstRows }) => medianOf(firstRows.map(({ afterReload }) => afterReload)),
  },
  {
    // From the words put into the search field to the rows they leave.
    id: 'grid-search',
    what: 'a search',
    unit: 'ms',
    budget: { atMost: 50 },
    take: ({ search }) => medianOf(search),
  },
  {
    // From the click on the header's checkbox to everybody selected, asked of main anew.
    id: 'grid-select-all',
    what: 'select all that match',
    unit: 'ms',
    budget: { atMost: 50 },
    take: ({ selectAll }) => medianOf(selectAll),
  },
  {
    id: 'grid-scroll-p95',
    what: 'time between two frames while scrolling, 95th percentile',
    unit: 'ms',
    budget: { atMost: 17 },
    take: ({ frames }) => ({ value: percentile(frames, 0.95), n: frames.length }),
  },
  {
    id: 'window-memory',
    what: 'memory that the window’s process has resident after all of this',
    unit: 'MB',
    budget: null,
    take: ({ memory }) => ({ value: memory, n: 1 }),
  },
]

/** The grid's measures at each size. The ids of the largest, which are design's, say no size. */
export const gridMeasures: readonly Measure[] = sizes.flatMap((size) => {
  const measured = perWorld((world) => measure(world, size))
  return takings.map(({ id, what, unit, budget, take }) => ({
    id: budget !== null && size === sizes.at(-1) ? id : `${id}-${size}`,
    what: `grid with ${size.toLocaleString('en')} people: ${what}`,
    unit,
    budget,
    async run(world: World) {
      const grid = await measured(world)
      return { ...take(grid), host: grid.host }
    },
  }))
})
