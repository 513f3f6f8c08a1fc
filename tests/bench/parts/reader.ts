import { openService, type Place } from '../muster.ts'
import { serve } from '../part.ts'

const duties = {
  /** Reads all accounts by the app's client: paged, parsed, each one checked and counted once. */
  async read({ place }: { place: Place }) {
    const service = openService(place)
    const began = performance.now()
    let total = 0
    let complete = false
    for await (const page of service.list()) {
      total += page.users.length
      complete = page.complete ?? complete
    }
    return { seconds: (performance.now() - began) / 1000, total, complete }
  },
}
/** See {@link serve}. */
export type ReaderDuties = typeof duties

serve(duties)
