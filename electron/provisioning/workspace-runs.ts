import { confirms } from '../../shared/confirmation.ts'
import { MusterError } from '../../shared/errors.ts'
import type { RunChange, RunProgress, RunQuery, RunSummary } from '../../shared/model/run.ts'
import { termsOf } from './fold.ts'
import { assertUnaltered } from './freeze.ts'
import { diffsIn, inStretches } from './intended.ts'
import { assertWritable } from './read-only.ts'
import { copiedOutcomes } from './reports/copied-lists.ts'
import { exportRun } from './reports/export.ts'
import { retryFailed } from './retry.ts'
import { type ActiveRun, carryOutRun } from './run.ts'
import { underLimits } from './safety.ts'
import { searchRuns } from './search-runs.ts'
import { verifyRun } from './verify.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import type { PlansGroup } from './workspace-plans.ts'
import type { Workspace } from './workspace-types.ts'

/** `runs.*`, with what the workspace itself needs of them. */
export interface RunsGroup {
  readonly operations: Workspace['runs']
  resumeRuns(): void
  /** Whether a run begins, is under way or is paused. */
  busy(): boolean
  /** Pauses whatever is being pushed. */
  hold(): void
  close(ms: number): Promise<void>
}

/** Outcomes that are read at once while they are copied. */
const atOnce = 500

/** See {@link RunsGroup}. */
export function runsGroup(context: WorkspaceContext, plansGroup: PlansGroup): RunsGroup {
  const { runs, runChanges, plans, overview, clock, session, events, service, learnt, connection } = context
  const active = new Map<string, ActiveRun>()
  let starting = false
  let closing = false

  function carryOut(run: RunSummary): ActiveRun {
    const begun = carryOutRun(run, { ...context, emit: events.runProgress })
    active.set(run.id, begun)
    begun.over
      .then(() => ended(run.id))
      .catch((error) => context.log.error('A run’s end could not be shown', { run: run.id, reason: String(error) }))
    return begun
  }

  async function ended(run: string): Promise<void> {
    active.delete(run)
    if (closing) return
    if (service.learnt !== null) learnt.set(service.learnt)
    await overview.fresh()
    events.peopleChanged()
  }

  const summaryOf = (run: string): RunSummary => {
    const found = active.get(run)?.progress().run ?? runs.get(run)
    if (found === null) throw new MusterError('run-not-found')
    return found
  }
  const list = (): RunSummary[] => runs.list().map((run) => active.get(run.id)?.progress().run ?? run)
  const activeOf = (run: string): ActiveRun | null => {
    const found = active.get(run)
    if (found === undefined) summaryOf(run)
    return found ?? null
  }
  const changeOf = (run: string, id: number): RunChange => {
    summaryOf(run)
    const change = runChanges.get(run, id)
    if (change === null) throw new MusterError('change-not-found')
    return change
  }

  const askedFor = ({ show, search }: RunQuery) => ({ show, terms: termsOf(search) })

  /** Everything that stands between a reviewed plan and its push. */
  async function start(plan: string, hash: string, typed: string | null): Promise<RunSummary> {
    assertWritable(connection())
    const found = plansGroup.header(plan)
    const { summary } = found
    if (runs.get(plan) !== null) throw new MusterError('plan-used')
    if (starting || active.size > 0) throw new MusterError('run-active')
    if (summary.outdated) throw new MusterError('plan-outdated')
    if (hash !== summary.hash) throw new MusterError('plan-changed')
    if (clock.now() >= summary.expiresAt) throw new MusterError('plan-expired')
    if (summary.total === 0) throw new MusterError('plan-empty')
    // The limits the admin reviewed, and those of now: they may have been tightened since.
    const { safety } = underLimits(summary, connection().safety)
    if (!confirms(safety.typeToConfirm, typed)) throw new MusterError('plan-limit')
    starting = true
    try {
      await assertUnaltered(plans, found)
      await runs.begin({
        id: plan,
        planHash: hash,
        by: session.state().admin?.name ?? 'Unknown',
        startedAt: clock.now(),
        total: summary.total,
        kinds: summary.counts,
        undoes: summary.undoes,
      })
      return carryOut(summaryOf(plan)).progress().run
    } finally {
      starting = false
    }
  }

  const asked = (run: string, what: 'pause' | 'resume' | 'stop'): RunSummary => {
    activeOf(run)?.[what]()
    return summaryOf(run)
  }

  return {
    operations: {
      start: ({ plan, hash, typed }) => start(plan, hash, typed),
      pause: ({ run }) => asked(run, 'pause'),
      resume: ({ run }) => {
        assertWritable(connection())
        return asked(run, 'resume')
      },
      stop: ({ run }) => asked(run, 'stop'),
      list,
      search: ({ search }) => searchRuns(search, list(), context),
      get: ({ run }): RunProgress =>
        activeOf(run)?.progress() ?? { run: summaryOf(run), rate: 0, secondsLeft: null, latest: [] },
      changes: ({ run, query, offset, limit }) => {
        summaryOf(run)
        return runChanges.page(run, askedFor(query), offset, limit)
      },
      change: ({ run, change: id }) => {
        const change = changeOf(run, id)
        const planned = plans.change(run, id)
        if (planned === null) throw new MusterError('change-not-found')
        const { personId } = planned.content
        return {
          change,
          personId,
          diff: [...diffsIn(run, planned, runChanges)],
          exchanges: runChanges.exchanges(run, id),
        }
      },
      copied: async ({ run, query }) => {
        const { verified } = summaryOf(run)
        const asked = askedFor(query)
        const outcomes = inStretches((after) => runChanges.shownAfter(run, asked, after, atOnce))
        return copiedOutcomes(outcomes, verified !== null)
      },
      retryFailed: async ({ run }) => {
        assertWritable(connection())
        return retryFailed(summaryOf(run), context, plansGroup)
      },
      verify: async ({ run }) => {
        if (summaryOf(run).endedAt === null) throw new MusterError('run-active')
        runs.setVerified(run, await verifyRun(run, context))
        return summaryOf(run)
      },
      undo: async ({ run }) => {
        assertWritable(connection())
        if (summaryOf(run).endedAt === null) throw new MusterError('run-active')
        return plansGroup.undo(run)
      },
      export: ({ run, format }) => exportRun(summaryOf(run), format, context),
    },
    busy: () => starting || active.size > 0,
    resumeRuns: () => {
      for (const run of runs.unfinished()) {
        if (active.has(run.id)) continue
        // What was being pushed when the connection became read-only waits for the admin.
        carryOut(connection().readOnly && run.status !== 'stopping' ? { ...run, status: 'paused' } : run)
      }
    },
    hold: () => {
      for (const run of active.values()) run.pause()
    },
    close: async (ms) => {
      closing = true
      await Promise.all([...active.values()].map((run) => run.close(ms)))
    },
  }
}
