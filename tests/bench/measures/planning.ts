import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtPart } from '../built-part.ts'
import type { Measure } from '../measure.ts'
import type { PlannerDuties } from '../parts/planner.ts'
import { median } from '../statistics.ts'
import { perWorld, type World } from '../world.ts'

const rounds = 3
const full = 100_000

/** Plans everybody of a database of that size, in a process that has done nothing before. */
export async function planOnce(world: World, size: number, times: number, name: string) {
  const file = join(world.folder, `${name}-${size}.db`)
  copyFileSync(await world.prepared(size), file)
  const { place } = await world.tenant({ people: size, accounts: size, delay: 0 })
  const planner = world.part<PlannerDuties>('planner', await builtPart(world, 'planner'))
  const planned = await planner.ask('plan', { file, place, times })
  await planner.end()
  return planned
}

/** Plans of the full size and of a tenth of it, turn by turn. */
export const planned = perWorld(async (world) => {
  const large = []
  const small = []
  for (let round = 0; round < rounds; round++) {
    small.push(await planOnce(world, world.sized(full / 10, 100), 9, `plan-${round}`))
    large.push(await planOnce(world, world.sized(full, 1000), 3, `plan-${round}`))
  }
  const [first] = large
  const overview = median(large.map(({ overview }) => overview))
  world.note(
    `Everybody was matched and compared in ${(overview / 1000).toFixed(1)} s when the People screen came up, ` +
      `and ${first?.total} of ${first?.people} had something to be changed.`,
  )
  return { large, small }
})

/** Milliseconds of a plan, for each process that planned. */
const timeOf = (rounds: readonly { took: readonly number[] }[]): number[] => rounds.map(({ took }) => median(took))

/** From the wish to review to the frozen plan, with the people and accounts that the grid shows. */
export const planTime: Measure = {
  id: 'plan-time',
  what: 'plan 100,000 people against 100,000 accounts',
  unit: 's',
  budget: { atMost: 2 },
  async run(world) {
    const times = timeOf((await planned(world)).large)
    return { value: median(times) / 1000, n: times.length, host: 'node' }
  },
}

/** The most memory the process ever had resident, from its start on. */
export const planMemory: Measure = {
  id: 'plan-memory',
  what: 'peak memory of the process that matches, compares and plans them',
  unit: 'MB',
  budget: { atMost: 350 },
  async run(world) {
    const peaks = (await planned(world)).large.map(({ peak }) => peak)
    return { value: median(peaks), n: peaks.length, host: 'node' }
  },
}

/** How the time grows with the number of people. */
export const planGrowth: Measure = {
  id: 'plan-growth',
  what: 'time of a plan at 100,000 ÷ 10 × its time at 10,000',
  unit: 'ratio',
  budget: { atMost: 1.1 },
  async run(world) {
    const { large, small } = await planned(world)
    const smaller = timeOf(small)
    const ratios = timeOf(large).map((time, round) => time / (10 * (smaller[round] ?? Number.NaN)))
    return { value: median(ratios), n: ratios.length, host: 'node' }
  },
}
