import type { Diff } from '../../shared/model/change.ts'
import type { Change } from '../../shared/model/plan.ts'
import type { Outcome, RunChange } from '../../shared/model/run.ts'
import type { Plans, StoredChange } from '../store/plans.ts'
import type { RunChanges } from '../store/run-changes.ts'
import { resolveMembers } from './new-member.ts'

/** A change of a run beside what was planned for it. */
export interface Intended {
  readonly change: RunChange
  readonly planned: StoredChange
  /** What was to become true, with the accounts in it that the run itself has made. */
  readonly diffs: readonly Diff[]
}

/** The diffs of a planned change; a manager or member whose account the run has made stands in them by that account's id. */
export function diffsIn(run: string, { content, manager }: StoredChange, runChanges: RunChanges): readonly Diff[] {
  if (content.resource === 'Group') return resolveMembers(content.diff, (person) => runChanges.accountOf(run, person))
  const account = manager === null ? null : runChanges.accountOf(run, manager)
  return account === null ? content.diff : content.diff.map((diff) => ({ ...diff, after: account }))
}

/** Changes in order of id, a stretch at a time. @param next those after an id, none at the end. */
export function* inStretches<T extends { readonly id: number }>(next: (after: number) => readonly T[]): Generator<T> {
  for (let after = 0; ; ) {
    const some = next(after)
    if (some.length === 0) return
    yield* some
    after = some.at(-1)?.id ?? after
  }
}

/** The changes of a plan in order. */
export const plannedOf = (plan: string, { plans }: { plans: Plans }): Generator<Change> =>
  inStretches((after) => plans.changesAfter(plan, after, 100))

/** The changes of a run with these outcomes, in order. */
export function* intendedOf(
  run: string,
  outcomes: readonly Outcome[],
  { plans, runChanges }: { plans: Plans; runChanges: RunChanges },
): Generator<Intended> {
  for (const change of inStretches((after) => runChanges.after(run, after, 100, outcomes))) {
    const planned = plans.change(run, change.id)
    if (planned !== null) yield { change, planned, diffs: diffsIn(run, planned, runChanges) }
  }
}
