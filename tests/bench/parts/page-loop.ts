import { serve } from '../part.ts'

const duties = {
  /** The least a client can do: fetches page after page and parses it. Gives seconds, and how many accounts there were. */
  async read({ base, token }: { base: string; token: string }) {
    const headers = { authorization: `Bearer ${token}` }
    const began = performance.now()
    let read = 0
    for (;;) {
      const reply = await fetch(`${base}/Users?startIndex=${read + 1}&count=100`, { headers })
      // The shape of a list (RFC 7644 section 3.4.2).
      const page = (await reply.json()) as { totalResults: number; Resources: unknown[] }
      read += page.Resources.length
      if (read >= page.totalResults || page.Resources.length === 0) break
    }
    return { seconds: (performance.now() - began) / 1000, total: read }
  },
}
/** See {@link serve}. */
export type PageLoopDuties = typeof duties

serve(duties)
