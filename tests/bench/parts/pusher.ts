import type { Http } from '../../../electron/ports.ts'
import type { Workspace } from '../../../electron/provisioning/workspace-types.ts'
import { readPeopleFile } from '../../../electron/sources/file.ts'
import type { Database } from '../../../electron/store/database.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { PersonId } from '../../../shared/model/person.ts'
import type { RunProgress } from '../../../shared/model/run.ts'
import { createOf } from '../../../shared/scim/body.ts'
import { watchLoop } from '../loop-delay.ts'
import { openMuster, type Place } from '../muster.ts'
import { serve } from '../part.ts'

/** Milliseconds spent in transactions since it was last set to 0. */
let inTransactions = 0
/** Requests under way, the most there were, and how many in all. */
let underWay = 0
let mostUnderWay = 0
let requests = 0
let muster: Workspace | undefined
let people: PersonId[] = []
let ended = Promise.withResolvers<RunProgress>()

/** Adds up what outermost transactions take, the wait for the disk included. */
function timed(database: Database): Database {
  let inside = false
  return {
    ...database,
    transaction: (work) => {
      if (inside) return database.transaction(work)
      inside = true
      const began = performance.now()
      try {
        return database.transaction(work)
      } finally {
        inTransactions += performance.now() - began
        inside = false
      }
    },
  }
}

const counted =
  (http: Http): Http =>
  async (request) => {
    requests++
    mostUnderWay = Math.max(mostUnderWay, ++underWay)
    try {
      return await http(request)
    } finally {
      underWay--
    }
  }

const opened = (): Workspace => {
  if (muster === undefined) throw new Error('The pusher is not open.')
  return muster
}

const duties = {
  /** Opens a database, reads the people of a file into it, and the accounts of the service. Gives how many people are not in K2. */
  async open({ file, place, peopleFile }: { file: string; place: Place; peopleFile: string }) {
    const runProgress = (progress: RunProgress): void => {
      if (progress.run.endedAt !== null) ended.resolve(progress)
    }
    muster = openMuster({ file, place, throughHttp: counted, throughDatabase: timed, events: { runProgress } })
    await muster.source.store(await readPeopleFile(peopleFile))
    await muster.accounts.learn()
    await muster.accounts.refresh()
    const sort = { by: 'name', descending: false } as const
    people = await muster.people.ids({ query: { search: '', state: 'not-in-k2', sort } })
    return people.length
  },

  /** Plans the creation of the next people. Gives the plan, and the bodies that it will send. */
  async plan({ count }: { count: number }) {
    const { id, hash, total, counts } = await opened().plans.create({ people: people.splice(0, count), deactivate: [] })
    const bodies: JsonObject[] = []
    while (bodies.length < total) {
      const { rows } = opened().plans.changes({ plan: id, offset: bodies.length, limit: 500 })
      for (const { diff } of rows)
        bodies.push(createOf(Object.fromEntries(diff.map(({ path, after }) => [path, after]))))
    }
    return { plan: id, hash, creates: counts.create, total, bodies }
  },

  /** Pushes a plan. Times in milliseconds. */
  async push({ plan, hash }: { plan: string; hash: string }) {
    ended = Promise.withResolvers()
    inTransactions = 0
    mostUnderWay = 0
    requests = 0
    const loop = watchLoop()
    const began = performance.now()
    await opened().runs.start({ plan, hash, typed: null })
    const { run } = await ended.promise
    const took = performance.now() - began
    return { took, done: run.outcomes.done, journal: inTransactions, delays: loop.end(), mostUnderWay, requests }
  },
}
/** See {@link serve}. */
export type PusherDuties = typeof duties

serve(duties, () => muster?.close())
