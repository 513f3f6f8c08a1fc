import { readPeopleFile } from '../../../electron/sources/file.ts'
import { openMuster, type Place } from '../muster.ts'
import { serve } from '../part.ts'

const duties = {
  /** Fills a database as the app does: what the service supports, its accounts, the people of a file. */
  async prepare({ file, place, peopleFile }: { file: string; place: Place; peopleFile: string }) {
    const began = performance.now()
    const muster = openMuster({ file, place })
    await muster.accounts.learn()
    await muster.source.store(await readPeopleFile(peopleFile))
    await muster.accounts.refresh()
    await muster.close()
    return { seconds: (performance.now() - began) / 1000 }
  },
}
/** See {@link serve}. */
export type PreparerDuties = typeof duties

serve(duties)
