import autocannon from 'autocannon'
import type { JsonObject } from '../../../shared/model/json.ts'
import { serve } from '../part.ts'

const duties = {
  /** Creates an account of each body, that many requests at once, as fast as the service takes them. Milliseconds. */
  async create({
    base,
    token,
    bodies,
    connections,
  }: {
    base: string
    token: string
    bodies: JsonObject[]
    connections: number
  }) {
    const texts = bodies.map((body) => JSON.stringify(body))
    const next = texts[Symbol.iterator]()
    let created = 0
    let last = 0
    const began = performance.now()
    const ended = Promise.withResolvers<void>()
    const options: autocannon.Options = {
      url: `${base}/Users`,
      connections,
      amount: texts.length,
      excludeErrorStats: true,
      requests: [
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
          setupRequest: (request) => ({ ...request, body: next.next().value ?? '{}' }),
        },
      ],
    }
    const running = autocannon(options, (error) => (error ? ended.reject(error) : ended.resolve()))
    // autocannon itself ends with the next of its seconds; the last reply is what counts.
    running.on('response', (_client, status) => {
      if (status === 201) created++
      last = performance.now()
    })
    await ended.promise
    return { took: last - began, created }
  },
}
/** See {@link serve}. */
export type LoadGeneratorDuties = typeof duties

serve(duties)
