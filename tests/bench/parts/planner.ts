import { watchLoop } from '../loop-delay.ts'
import { openMuster, type Place } from '../muster.ts'
import { serve } from '../part.ts'

const duties = {
  /**
   * Opens a database, brings up what the People screen shows, and plans the changes for everybody, several times. Times in
   * milliseconds; `peak` is the most memory this process had, in MB.
   */
  async plan({ file, place, times }: { file: string; place: Place; times: number }) {
    const muster = openMuster({ file, place })
    const loop = watchLoop()
    const began = performance.now()
    const sort = { by: 'name', descending: false } as const
    const people = await muster.people.ids({ query: { search: '', state: null, sort } })
    const overview = performance.now() - began
    const took: number[] = []
    let total = 0
    for (let time = 0; time < times; time++) {
      const asked = performance.now()
      total = (await muster.plans.create({ people, deactivate: [] })).total
      took.push(performance.now() - asked)
    }
    const delays = loop.end()
    await muster.close()
    return { people: people.length, total, overview, took, delays, peak: process.resourceUsage().maxRSS / 1000 }
  },
}
/** See {@link serve}. */
export type PlannerDuties = typeof duties

serve(duties)
