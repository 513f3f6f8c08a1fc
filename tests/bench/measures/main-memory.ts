import { join } from 'node:path'
import { builtPart } from '../built-part.ts'
import type { Measure } from '../measure.ts'
import type { WholeJobDuties } from '../parts/whole-job.ts'

/** What main has resident once it has read people and accounts and planned, in a process that did nothing before. */
export const mainMemories: readonly Measure[] = [1000, 10_000, 100_000].map((people) => ({
  id: `main-memory-${people}`,
  what: `memory that main has resident after reading ${people.toLocaleString('en')} people and accounts, and planning`,
  unit: 'MB',
  budget: null,
  async run(world) {
    const size = world.sized(people, 100)
    const { place, peopleFile } = await world.tenant({ people: size, accounts: size, delay: 0 })
    const part = world.part<WholeJobDuties>('whole-job', await builtPart(world, 'whole-job'))
    const done = await part.ask('work', { file: join(world.folder, `whole-job-${people}.db`), place, peopleFile })
    await part.end()
    if (done.people !== size || done.total === 0) throw new Error('Not everybody was read and planned.')
    return { value: done.resident, n: 1, host: 'node' }
  },
}))
