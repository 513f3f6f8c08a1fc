import type { Exchange } from '../../../shared/model/run.ts'
import type { ReportedChange, ReportedPlannedChange, RunReport } from '../../../shared/model/run-report.ts'
import { isPending } from '../../../shared/words/run-words.ts'
import type { ChangeContent } from '../../store/plans.ts'
import {
  type Evidence,
  evidenceOf,
  isoTime,
  isoTimeOrNull,
  leftOutOf,
  type ReportedRun,
  type ReportParts,
  timesOf,
} from './evidence.ts'

/** Everything kept of a run as JSON, in the shape of {@link RunReport}; a line for each change. */
export function* runJson({ run, plan }: ReportedRun, parts: ReportParts): Generator<string> {
  const { id, name, environment, scim } = parts.connection()
  const { verified } = run
  const head: Omit<RunReport, 'changes' | 'leftOut'> = {
    format: 'muster-run',
    version: 1,
    writtenAt: isoTime(parts.clock.now()),
    connection: { id, name, environment, service: scim.baseUrl },
    run: {
      id: run.id,
      status: run.status,
      by: run.by,
      startedAt: isoTime(run.startedAt),
      endedAt: isoTimeOrNull(run.endedAt),
      total: run.total,
      kinds: run.kinds,
      outcomes: run.outcomes,
      undoes: run.undoes,
      undoneBy: run.undoneBy,
      verified: verified && { ...verified, at: isoTime(verified.at) },
    },
    plan: {
      id: plan.id,
      hash: run.planHash,
      frozenAt: isoTime(plan.frozenAt),
      expiresAt: isoTime(plan.expiresAt),
      counts: plan.counts,
      total: plan.total,
      leftOut: plan.leftOut,
      unchanged: plan.unchanged,
      groupChanges: plan.groupChanges,
      groupProblems: plan.groupProblems,
      warnings: plan.warnings,
      blocked: plan.blocked.map(({ name: person, accountId, reasons }) => ({ name: person, accountId, reasons })),
      skipped: plan.skipped.map(({ name: person }) => ({ name: person })),
      outdated: plan.outdated,
      safety: plan.safety,
    },
  }
  // The lists come a piece at a time, so the object that holds them is never whole.
  yield `${JSON.stringify(head).slice(0, -1)},\n"changes":[`
  yield* list(evidenceOf(run.id, parts), (evidence) => changeOf(evidence, verified !== null))
  yield '],\n"leftOut":['
  yield* list(leftOutOf(run.id, parts), plannedOf)
  yield ']}\n'
}

function* list<T>(items: Iterable<T>, shaped: (item: T) => ReportedChange | ReportedPlannedChange): Generator<string> {
  let separator = '\n'
  for (const item of items) {
    yield separator + JSON.stringify(shaped(item))
    separator = ',\n'
  }
}

function plannedOf(planned: ChangeContent): ReportedPlannedChange {
  const { id, kind, resource, pass, reason, match, name, userName, accountId, group, warnings, diff } = planned
  return { id, kind, resource, pass, reason, match, name, userName, accountId, group, warnings, diff }
}

function changeOf({ change, planned, diffs, exchanges }: Evidence, verified: boolean): ReportedChange {
  const { accountId, outcome, status, attempts, duration, note, failure, offer, drift } = change
  const { startedAt, endedAt } = timesOf(exchanges)
  return {
    ...plannedOf(planned),
    accountId,
    diff: [...diffs],
    outcome,
    status,
    attempts,
    startedAt: isoTimeOrNull(startedAt),
    endedAt: isoTimeOrNull(endedAt),
    milliseconds: duration,
    note,
    failure,
    offer,
    drift,
    pending: isPending(change, verified),
    exchanges: exchanges.map(exchangeOf),
  }
}

const exchangeOf = ({ at, duration, ...rest }: Exchange): ReportedChange['exchanges'][number] => ({
  ...rest,
  at: isoTime(at),
  milliseconds: duration,
})
