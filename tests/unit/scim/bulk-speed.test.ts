import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createRedactor } from '../../../electron/redact.ts'
import { createScimClient } from '../../../electron/scim/client.ts'
import { createPace } from '../../../electron/scim/pace.ts'
import { operations } from '../../../shared/scim/operations.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { silentLog } from '../../support/silent-log.ts'

/** What a service is like, in milliseconds of a clock that stands still while anybody works: no computer's speed is in it. */
interface Service {
  /** Until a reply is there. */
  readonly distance: number
  /** For each change; the changes of one request one after the other, requests side by side. */
  readonly work: number
  /** Requests it takes in a second before it answers 429; no limit when left out. */
  readonly rate?: number
}

/** Creates so many accounts as a run does, and gives the milliseconds it takes. */
async function pushed({ distance, work, rate = Number.POSITIVE_INFINITY }: Service, inBulk: boolean, count: number) {
  const clock = manualClock()
  const pace = createPace(clock)
  let second = 0
  let inSecond = 0
  const client = createScimClient({
    http: async ({ body = '{}', url }) => {
      const now = Math.floor(clock.now() / 1000)
      inSecond = now === second ? inSecond + 1 : 1
      second = now
      if (inSecond > rate) {
        await clock.sleep(distance)
        return { status: 429, headers: new Headers({ 'retry-after': '1' }), text: '' }
      }
      const parts: { bulkId: string }[] = url.endsWith('/Bulk') ? JSON.parse(body).Operations : [{ bulkId: '' }]
      await clock.sleep(distance + work * parts.length)
      const headers = new Headers({ location: '/Users/1' })
      if (!url.endsWith('/Bulk')) return { status: 201, headers, text: '' }
      const Operations = parts.map(({ bulkId }) => ({ bulkId, status: '201', location: '/Users/1' }))
      return { status: 200, headers, text: JSON.stringify({ Operations }) }
    },
    tokens: { current: async () => 'an-access-token', renew: async () => 'an-access-token' },
    clock,
    settings: { baseUrl: 'https://scim.test', path: '/tokens/{token}/scim/v2', lowerCase: false },
    pathToken: '11111111-2222-3333-4444-55555555f7f4',
    log: silentLog,
    redactor: createRedactor(),
  })
  if (inBulk) client.shareRequests({ limits: () => ({ operations: 100, bytes: 1e6 }), learnt: () => {} })
  const began = clock.now()
  let left = count
  const oneByOne = async () => {
    while (left-- > 0) await client.send(operations.createUser, { attributes: { userName: `u${left}` } }, { pace })
  }
  // As many as electron/provisioning/run.ts lets be under way.
  let isOver = false
  const all = Promise.all(Array.from({ length: inBulk ? 128 : 16 }, oneByOne)).then(() => {
    isOver = true
  })
  while (!isOver) {
    await setImmediate()
    if (clock.sleepers() > 0) clock.advance(1)
  }
  await all
  return clock.now() - began
}

it.each<[string, Service, number]>([
  ['near and quick', { distance: 2, work: 1 }, 0.8],
  ['far away', { distance: 50, work: 2 }, 0.4],
  ['very far away', { distance: 800, work: 2 }, 0.4],
  ['near and slow', { distance: 5, work: 200 }, 1.1],
  ['far away and slow', { distance: 100, work: 100 }, 0.8],
  ['strict about requests', { distance: 20, work: 2, rate: 20 }, 0.4],
])(
  'on a service that is %s, Bulk takes at most its share of the time',
  async (_what, service, most) => {
    const count = 600
    const [alone, together] = [await pushed(service, false, count), await pushed(service, true, count)]
    expect(together / alone).toBeLessThanOrEqual(most)
  },
  60_000,
)
