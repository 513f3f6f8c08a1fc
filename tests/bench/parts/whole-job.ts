import { readPeopleFile } from '../../../electron/sources/file.ts'
import { openMuster, type Place } from '../muster.ts'
import { serve } from '../part.ts'

const duties = {
  /**
   * Reads the people of a file and the accounts of a service into a new database, and plans the changes for everybody.
   * `resident` is what this process has in memory then, in MB.
   */
  async work({ file, place, peopleFile }: { file: string; place: Place; peopleFile: string }) {
    const muster = openMuster({ file, place })
    await muster.source.store(await readPeopleFile(peopleFile))
    await muster.accounts.learn()
    await muster.accounts.refresh()
    const sort = { by: 'name', descending: false } as const
    const people = await muster.people.ids({ query: { search: '', state: null, sort } })
    const { total } = await muster.plans.create({ people, deactivate: [] })
    const resident = process.memoryUsage.rss() / 1e6
    await muster.close()
    return { people: people.length, total, resident }
  },
}
/** See {@link serve}. */
export type WholeJobDuties = typeof duties

serve(duties)
