import { join } from 'node:path'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Measure } from '../measure.ts'
import type { LoadGeneratorDuties } from '../parts/load-generator.ts'
import type { PusherDuties } from '../parts/pusher.ts'
import { median } from '../statistics.ts'
import { perWorld, type World } from '../world.ts'

/** Milliseconds that replies take over and above what the sandbox needs: a service in a cloud is never nearer than this. */
const distance = 50
/** Requests under way at once where a run has found its pace: `most` of electron/scim/pace.ts. */
const concurrency = 16
const rounds = 3

/** What one round of pushing gave. */
interface Round {
  readonly ratio: number
  /** Share of the push's time. */
  readonly journal: number
  /** Milliseconds. */
  readonly p99: number
}

/** The same accounts under other names: the service takes each name once. */
const renamed = (bodies: readonly JsonObject[], name: string): JsonObject[] =>
  bodies.map((body, at) => ({ ...body, userName: `${name}-${at}-${body.userName}`, externalId: `${name}-${at}` }))

async function push(world: World, delay: number, count: number, rounds: number): Promise<Round[]> {
  const people = Math.ceil(count * rounds * 1.2) + 100
  const { place, base, accessToken, peopleFile } = await world.tenant({ people, accounts: 20, delay })
  const pusher = world.part<PusherDuties>('pusher')
  const generator = world.part<LoadGeneratorDuties>('load-generator')
  await pusher.ask('open', { file: join(world.folder, `pushed-${delay}.db`), place, peopleFile })
  const done: Round[] = []
  for (let round = 0; round < rounds; round++) {
    const { plan, hash, total, bodies } = await pusher.ask('plan', { count })
    const loaded = { base, token: accessToken, bodies: renamed(bodies, `load-${round}`), connections: concurrency }
    const most = await generator.ask('create', loaded)
    const pushed = await pusher.ask('push', { plan, hash })
    if (pushed.done !== total || most.created !== total) throw new Error('Not everything was created.')
    const ratio = pushed.done / pushed.took / (most.created / most.took)
    done.push({ ratio, journal: pushed.journal / pushed.took, p99: pushed.delays.p99 })
    world.note(
      `${total} creates, ${delay} ms away: ${perSecond(pushed.done, pushed.took)} by Muster with at most ` +
        `${pushed.mostUnderWay} under way, ${perSecond(most.created, most.took)} by the load generator with ${concurrency}`,
    )
  }
  await Promise.all([pusher.end(), generator.end()])
  return done
}

/** Muster alone, on a service that takes Bulk. */
async function pushInBulk(world: World, delay: number, count: number): Promise<void> {
  const people = Math.ceil(count * 1.2) + 100
  const { place, peopleFile } = await world.tenant({ people, accounts: 20, delay, quirks: ['bulk'] })
  const pusher = world.part<PusherDuties>('pusher')
  await pusher.ask('open', { file: join(world.folder, `pushed-in-bulk-${delay}.db`), place, peopleFile })
  const { plan, hash, total } = await pusher.ask('plan', { count })
  const { done, took, requests, mostUnderWay } = await pusher.ask('push', { plan, hash })
  if (done !== total) throw new Error('Not everything was created.')
  world.note(
    `${total} creates, ${delay} ms away, in Bulk: ${perSecond(done, took)} by Muster in ${requests} requests with at most ` +
      `${mostUnderWay} under way`,
  )
  await pusher.end()
}

const perSecond = (count: number, milliseconds: number): string =>
  `${((count * 1000) / milliseconds).toFixed(0)} a second`

/** The rounds of pushing that several measures look at. */
export const pushed = perWorld(async (world) => {
  // Not a budget, for comparison: a service on this very machine that answers at once, so that only processor time counts.
  await push(world, 0, world.sized(2000, 40), 1)
  await pushInBulk(world, 0, world.sized(2000, 40))
  await pushInBulk(world, distance, world.sized(3000, 40))
  return push(world, distance, world.sized(3000, 40), rounds)
})

/** Muster's runs beside autocannon, turn by turn. */
export const pushThroughput: Measure = {
  id: 'push-throughput',
  what: 'push throughput ÷ the most the same service takes from a load generator at the same concurrency',
  unit: 'ratio',
  budget: { atLeast: 0.9 },
  async run(world) {
    const done = await pushed(world)
    return { value: median(done.map(({ ratio }) => ratio)), n: done.length, host: 'node' }
  },
}

/** Time in the journal's transactions, the wait for the disk included. */
export const journalShare: Measure = {
  id: 'journal-share',
  what: 'durable journal, share of push time',
  unit: '%',
  budget: { atMost: 5 },
  async run(world) {
    const done = await pushed(world)
    return { value: 100 * median(done.map(({ journal }) => journal)), n: done.length, host: 'node' }
  },
}
