import { createWorkspace } from '../../electron/provisioning/workspace.ts'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import { type Database, openDatabase } from '../../electron/store/database.ts'
import type { Connection } from '../../shared/model/connection.ts'
import type { Person } from '../../shared/model/person.ts'
import type { RunProgress } from '../../shared/model/run.ts'
import type { SessionState } from '../../shared/model/session.ts'
import { recognised, type SourceSummary } from '../../shared/model/source.ts'
import { connection } from './connection.ts'
import { FakeService } from './fake-account-service.ts'
import { silentLog } from './silent-log.ts'

/** A clock whose waits take no time, so that patience does not slow the tests; the time is passed on by each wait. */
export function quickClock() {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    pass: (ms: number) => {
      ahead += ms
    },
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted()
      ahead += ms
      await new Promise((resolve) => setTimeout(resolve, Math.min(ms, 2)))
      signal?.throwIfAborted()
    },
  }
}

/** A session that tests switch. */
export class FakeSession {
  #state: SessionState
  readonly #listeners = new Set<(state: SessionState) => void>()

  constructor(connection: string) {
    this.#state = {
      connection,
      status: 'signed-in',
      admin: { name: 'Dana Adeyemi', email: null },
      signedInAt: 1,
      endsAt: null,
      deadline: null,
      keptIn: 'memory',
      failure: null,
    }
  }
  state = (): SessionState => this.#state
  onChange = (listener: (state: SessionState) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener(this.#state)
  }
}

/** What a file reader says of people who did not come from a file. */
export const summary: SourceSummary = {
  kind: 'file',
  name: 'people.csv',
  format: 'csv',
  product: 'entra',
  encoding: 'UTF-8',
  delimiter: ',',
  quote: '"',
  header: 1,
  sheet: null,
  sheets: [],
  columns: [],
  more: [],
  reading: recognised,
  modifiedAt: null,
  rows: 0,
  people: 0,
  problems: 0,
  readAt: 0,
}

/** A person with a sign-in name and an identifier made of `name`. */
export function person(name: string, more: Partial<Person> & { attributes?: Person['attributes'] } = {}): Person {
  return {
    key: `id-${name}`,
    line: null,
    active: true,
    ...more,
    attributes: {
      externalId: `id-${name}`,
      userName: `${name}@contoso.example`,
      displayName: name,
      ...more.attributes,
    },
  }
}

/** A workspace on a fake service. */
export interface Desk {
  readonly workspace: Workspace
  readonly service: FakeService
  readonly session: FakeSession
  readonly clock: ReturnType<typeof quickClock>
  readonly database: Database
  readonly events: RunProgress[]
  /** Makes these people the roster. */
  people(...people: Person[]): Promise<void>
  /** Plans everybody, pushes it and waits for the end. */
  pushAll(): Promise<string>
  /** Waits until a run has ended. */
  over(run: string): Promise<RunProgress['run']>
  ids(): Promise<number[]>
}

/** Sets up a desk; the database is in memory unless a path is given. */
export function setUp(
  options: {
    service?: FakeService
    path?: string
    /** A function where it changes while the workspace is open. */
    connection?: Connection | (() => Connection)
    clock?: ReturnType<typeof quickClock>
    /** Told before and after every durable commit. */
    onCommit?: () => void
  } = {},
): Desk {
  const service = options.service ?? new FakeService()
  const clock = options.clock ?? quickClock()
  const given = options.connection ?? connection
  const of = typeof given === 'function' ? given : () => given
  const session = new FakeSession(of().id)
  const events: RunProgress[] = []
  /** How often the people were told to have changed; and how often by the time each run ended, which tells once more. */
  let told = 0
  const toldBy = new Map<string, number>()
  const opened = openDatabase(options.path ?? ':memory:', { log: silentLog })
  const database: Database = {
    ...opened,
    transaction: (work) => {
      options.onCommit?.()
      const result = opened.transaction(work)
      options.onCommit?.()
      return result
    },
  }
  const workspace = createWorkspace({
    connection: of,
    database,
    service,
    session,
    clock,
    log: silentLog,
    events: {
      accountsChanged: () => {},
      peopleChanged: () => {
        told++
      },
      runProgress: (progress) => {
        events.push(progress)
        if (progress.run.endedAt !== null) toldBy.set(progress.run.id, told)
      },
    },
  })
  const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }
  const desk: Desk = {
    workspace,
    service,
    session,
    clock,
    database,
    events,
    people: async (...people) => {
      await workspace.source.store({ summary, people, problems: [] })
    },
    ids: () => workspace.people.ids({ query: everybody }),
    over: async (run) => {
      for (let waited = 0; ; waited++) {
        const { run: now } = workspace.runs.get({ run })
        // What the People screen shows follows a moment after the end; a workspace that was closed tells no more.
        const isShown = told > (toldBy.get(run) ?? told) || waited > 500
        if (now.endedAt !== null && isShown) return now
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    },
    pushAll: async () => {
      const plan = await workspace.plans.create({ people: await desk.ids(), deactivate: [] })
      const { hash } = plan
      await workspace.runs.start({ plan: plan.id, hash, typed: plan.safety.typeToConfirm })
      await desk.over(plan.id)
      return plan.id
    },
  }
  return desk
}
