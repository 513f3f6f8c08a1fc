import type { Diff } from '../../../shared/model/change.ts'
import type { Connection } from '../../../shared/model/connection.ts'
import type { Exchange, Outcome, RunChange, RunSummary } from '../../../shared/model/run.ts'
import type { ChangeContent, PlanHeader, Plans } from '../../store/plans.ts'
import type { RunChanges } from '../../store/run-changes.ts'
import type { Runs } from '../../store/runs.ts'
import { intendedOf } from '../intended.ts'

/** What reports are made from. */
export interface ReportParts {
  readonly plans: Plans
  readonly runs: Runs
  readonly runChanges: RunChanges
  readonly connection: () => Connection
  readonly clock: { now(): number }
}

/** A run with its plan, as all its reports begin with them. */
export interface ReportedRun {
  readonly run: RunSummary
  readonly plan: PlanHeader['summary']
}

/** Everything kept about one change of a run. */
export interface Evidence {
  readonly change: RunChange
  readonly planned: ChangeContent
  readonly diffs: readonly Diff[]
  readonly exchanges: readonly Exchange[]
}

/** Everything kept about the changes of a run with these outcomes, in order; about all of them when none is named. */
export function* evidenceOf(
  run: string,
  parts: Pick<ReportParts, 'plans' | 'runChanges'>,
  outcomes: readonly Outcome[] = [],
): Generator<Evidence> {
  for (const { change, planned, diffs } of intendedOf(run, outcomes, parts)) {
    yield { change, planned: planned.content, diffs, exchanges: parts.runChanges.exchanges(run, change.id) }
  }
}

/** The changes that were left out of a plan, in order. */
export function* leftOutOf(plan: string, { plans }: Pick<ReportParts, 'plans'>): Generator<ChangeContent> {
  for (const id of plans.leftOut(plan)) {
    const change = plans.change(plan, id)
    if (change !== null) yield change.content
  }
}

/** When the first request of a change left and when its last reply was there, Unix milliseconds; null when none was sent. */
export function timesOf(exchanges: readonly Exchange[]): { startedAt: number | null; endedAt: number | null } {
  const last = exchanges.at(-1)
  return { startedAt: exchanges[0]?.at ?? null, endedAt: last === undefined ? null : last.at + (last.duration ?? 0) }
}

/** A time as ISO 8601 has it, to the millisecond, in UTC. */
export const isoTime = (at: number): string => new Date(at).toISOString()

/** {@link isoTime}, or null where there is no time. */
export const isoTimeOrNull = (at: number | null): string | null => (at === null ? null : isoTime(at))
