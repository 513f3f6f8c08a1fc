import { join } from 'node:path'
import type { Measure } from '../measure.ts'
import type { PusherDuties } from '../parts/pusher.ts'
import type { ReaderDuties } from '../parts/reader.ts'
import { median } from '../statistics.ts'
import { planOnce } from './planning.ts'

const full = 100_000
const least = 1000

/** How the time of reading grows with the number of accounts. */
export const readGrowth: Measure = {
  id: 'read-growth',
  what: 'time an account of reading 100,000 ÷ time an account of reading 1,000',
  unit: 'ratio',
  budget: { atMost: 1.2 },
  async run(world) {
    const [large, small] = [world.sized(full, 1000), world.sized(least, 100)]
    const reader = world.part<ReaderDuties>('reader')
    const timeAt = async (size: number): Promise<number> => {
      const { place } = await world.tenant({ people: size, accounts: size, delay: 0 })
      const { seconds, total } = await reader.ask('read', { place })
      if (total !== size) throw new Error('Not all accounts were read.')
      return seconds / size
    }
    const ratios: number[] = []
    // The first round warms both up; a thousand are read too fast to be timed once.
    for (let round = 0; round <= 3; round++) {
      const times: number[] = []
      for (let time = 0; time < 9; time++) times.push(await timeAt(small))
      const ratio = (await timeAt(large)) / median(times)
      if (round > 0) ratios.push(ratio)
    }
    await reader.end()
    return { value: median(ratios), n: ratios.length, host: 'node' }
  },
}

/** How the time of pushing grows with the length of the run: the journal, the database and the evidence grow with it. */
export const pushGrowth: Measure = {
  id: 'push-growth',
  what: 'time a change of a run of 100,000 ÷ time a change of runs of 1,000',
  unit: 'ratio',
  budget: { atMost: 1.3 },
  async run(world) {
    const [large, small] = [world.sized(full, 1000), world.sized(least, 100)]
    const people = Math.ceil((large + 6 * small) * 1.2) + 100
    const { place, peopleFile } = await world.tenant({ people, accounts: 20, delay: 0 })
    const pusher = world.part<PusherDuties>('pusher')
    await pusher.ask('open', { file: join(world.folder, 'pushed-growing.db'), place, peopleFile })
    const timeOf = async (count: number): Promise<{ each: number; p99: number }> => {
      const { plan, hash, total } = await pusher.ask('plan', { count })
      const { took, done, delays } = await pusher.ask('push', { plan, hash })
      if (done !== total) throw new Error('Not everything was created.')
      return { each: took / total, p99: delays.p99 }
    }
    // The first warms up.
    await timeOf(small)
    const times: number[] = []
    for (let time = 0; time < 5; time++) times.push((await timeOf(small)).each)
    const long = await timeOf(large)
    world.note(`Main's event loop was late by ${long.p99.toFixed(1)} ms in the long run, 99th percentile.`)
    await pusher.end()
    return { value: long.each / median(times), n: 1, host: 'node' }
  },
}

/** What planning takes of time, memory and the event loop from 1,000 people on, for the curve between the budgets. */
export const planCurve: Measure = {
  id: 'plan-curve',
  what: 'time a person of a plan at 100,000 ÷ time a person at 1,000',
  unit: 'ratio',
  budget: { atMost: 1.5 },
  async run(world) {
    const each: number[] = []
    for (const share of [least, full / 10, full]) {
      const size = world.sized(share, 100)
      const { took, peak, delays } = await planOnce(world, size, share === full ? 3 : 9, 'curve')
      each.push(median(took) / size)
      world.note(
        `${size} people: ${median(took).toFixed(0)} ms, ${peak.toFixed(0)} MB at most, event loop late by ` +
          `${delays.p99.toFixed(1)} ms (99th percentile)`,
      )
    }
    return { value: (each.at(-1) ?? Number.NaN) / (each[0] ?? Number.NaN), n: 3, host: 'node' }
  },
}
