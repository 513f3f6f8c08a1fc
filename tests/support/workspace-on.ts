import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../../electron/clock.ts'
import type { Clock } from '../../electron/ports.ts'
import type { AccountService } from '../../electron/provisioning/account-service.ts'
import { createWorkspace } from '../../electron/provisioning/workspace.ts'
import type { Workspace } from '../../electron/provisioning/workspace-types.ts'
import { type Database, openDatabase } from '../../electron/store/database.ts'
import { MusterError } from '../../shared/errors.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import type { RunSummary } from '../../shared/model/run.ts'
import { connection } from './connection.ts'
import { silentLog } from './silent-log.ts'
import { FakeSession } from './workspace-desk.ts'

/** What a workspace of a test may be made of instead of the ordinary. */
interface Instead {
  readonly database?: Database
  readonly clock?: Clock
}

/** A signed-in workspace on any service, with an empty database in memory and nobody listening. */
export function workspaceOn(service: AccountService, { database, clock = systemClock }: Instead = {}): Workspace {
  return createWorkspace({
    connection: () => connection,
    database: database ?? openDatabase(':memory:', { log: silentLog }),
    service,
    session: new FakeSession(connection.id),
    clock,
    log: silentLog,
    events: { accountsChanged: () => {}, peopleChanged: () => {}, runProgress: () => {} },
  })
}

/** A plan, or null where there is nothing to change. */
export async function orNothing(plan: Promise<PlanSummary>): Promise<PlanSummary | null> {
  try {
    const made = await plan
    return made.total === 0 ? null : made
  } catch (error) {
    if (error instanceof MusterError && error.code === 'plan-empty') return null
    throw error
  }
}

const everybody = { search: '', state: null, sort: { by: 'name' as const, descending: false } }

/** Plans everybody. */
export async function planEverybody(workspace: Workspace): Promise<PlanSummary> {
  return workspace.plans.create({ people: await workspace.people.ids({ query: everybody }), deactivate: [] })
}

/** Waits until a run has ended, at most `ms` milliseconds. */
export async function endOf(workspace: Workspace, run: string, ms = 90_000): Promise<RunSummary> {
  for (const until = Date.now() + ms; ; await sleep(2)) {
    const { run: now } = workspace.runs.get({ run })
    if (now.endedAt !== null) return now
    if (Date.now() > until) throw new Error(`The run did not end: ${JSON.stringify(now)}`)
  }
}

/** Pushes a plan to its end, whatever has to be typed for it. */
export async function pushPlan(workspace: Workspace, { id, hash, safety }: PlanSummary): Promise<RunSummary> {
  await workspace.runs.start({ plan: id, hash, typed: safety.typeToConfirm })
  return endOf(workspace, id)
}
