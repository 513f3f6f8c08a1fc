import type { ChangeKind } from '../../../shared/model/change.ts'
import { type Outcome, type OutcomeCounts, outcomes, type RunSummary } from '../../../shared/model/run.ts'
import type { RunChanges } from '../../store/run-changes.ts'
import { noOutcomes } from '../../store/runs.ts'
import { createSlices } from '../../store/slices.ts'

/** How many changes of each kind came to which outcome. */
interface Tally {
  readonly tally: Record<ChangeKind, OutcomeCounts>
  /** The outcomes that occur, in their usual order, `done` always among them. */
  readonly outcomes: readonly Outcome[]
}

/** Counts the changes of a run by kind and outcome, in slices. */
export async function tallyOf(run: RunSummary, runChanges: RunChanges): Promise<Tally> {
  const tally: Tally['tally'] = {
    create: noOutcomes(),
    update: noOutcomes(),
    reactivate: noOutcomes(),
    deactivate: noOutcomes(),
    delete: noOutcomes(),
    none: noOutcomes(),
  }
  const slices = createSlices()
  for (let after = 0; ; ) {
    const { last, counts } = runChanges.tally(run.id, after, 500)
    for (const { kind, outcome, n } of counts) tally[kind][outcome] += n
    if (last === null) break
    after = last
    if (slices.due()) await slices.rest()
  }
  return { tally, outcomes: outcomes.filter((outcome) => outcome === 'done' || run.outcomes[outcome] > 0) }
}
