import type { Measure } from '../measure.ts'
import type { PageLoopDuties } from '../parts/page-loop.ts'
import type { ReaderDuties } from '../parts/reader.ts'
import { median } from '../statistics.ts'

const rounds = 5

/** The app's SCIM client beside a bare loop of fetches, turn by turn. */
export const readThroughput: Measure = {
  id: 'read-throughput',
  what: 'reading 100,000 accounts ÷ a bare page loop over the same service',
  unit: 'ratio',
  budget: { atLeast: 0.9 },
  async run(world) {
    const size = world.sized(100_000, 1000)
    const { place, base, accessToken } = await world.tenant({ people: size, accounts: size, delay: 0 })
    const reader = world.part<ReaderDuties>('reader')
    const loop = world.part<PageLoopDuties>('page-loop')
    const ratios: number[] = []
    // The first round warms both up.
    for (let round = 0; round <= rounds; round++) {
      const bare = await loop.ask('read', { base, token: accessToken })
      const read = await reader.ask('read', { place })
      if (!read.complete || read.total !== size || bare.total !== size) throw new Error('Not all accounts were read.')
      if (round > 0) ratios.push(bare.seconds / read.seconds)
    }
    await Promise.all([reader.end(), loop.end()])
    return { value: median(ratios), n: ratios.length, host: 'node' }
  },
}
