import { MusterError } from '../../shared/errors.ts'
import type { PlanSummary } from '../../shared/model/plan.ts'
import type { PlanHeader } from '../store/plans.ts'
import { leaveOut } from './freeze.ts'
import { readOrNull } from './lookup.ts'
import type { View } from './overview.ts'
import { createPlan, type Picks } from './plan.ts'
import { eachAtOnce } from './pool.ts'
import { canLookUp, type WorkspaceContext } from './workspace-context.ts'
import type { Workspace } from './workspace-types.ts'

/** Plans that were never pushed are kept this long, in milliseconds; then nobody looks at them any more. */
const kept = 24 * 60 * 60_000
/** People looked for at once. */
const atOnce = 8

/** `plans.*`, and what other groups need of planning. */
export interface PlansGroup {
  readonly operations: Workspace['plans']
  /** @throws MusterError `plan-not-found` */
  header(plan: string): PlanHeader
  /** Does one thing at a time that plans rest on; `work` gets a view with everything in it that has happened. */
  alone<T>(work: (view: View) => Promise<T>): Promise<T>
  /** Makes one plan at a time, and forgets those that nobody looks at any more. */
  make(make: (view: View) => Promise<PlanSummary>): Promise<PlanSummary>
  /** Plans what was picked, after looking for those of whom the list of accounts can't tell. */
  create(picks: Picks): Promise<PlanSummary>
}

/** See {@link PlansGroup}. */
export function plansGroup(context: WorkspaceContext): PlansGroup {
  const { plans, runs, overview, clock, roster } = context
  let last: Promise<unknown> = Promise.resolve()

  const header = (plan: string): PlanHeader => {
    const found = plans.get(plan)
    if (found === null) throw new MusterError('plan-not-found')
    return found
  }

  function alone<T>(work: (view: View) => Promise<T>): Promise<T> {
    const next = last.catch(() => {}).then(async () => work(await overview.fresh()))
    last = next
    return next
  }

  const make = (work: (view: View) => Promise<PlanSummary>): Promise<PlanSummary> =>
    alone(async (view) => {
      await plans.forgetBefore(clock.now() - kept)
      return work(view)
    })

  /**
   * Looks one by one for picked people of whom the list of accounts can't tell whether they have one: for the account the
   * admin has linked them to by its id, else by filter where that is possible.
   */
  async function lookFor({ people, standings, world }: View, picks: Picks): Promise<void> {
    const { service, accounts } = context
    const byFilter = canLookUp(service.capabilities)
    const uncertain = picks.people.flatMap((id) => {
      const at = people.positionOf(id)
      const entry = at === undefined ? undefined : people.entries[at]
      const isOpen = entry !== undefined && standings.account(at ?? -1) === -1 && !world.isCertain(entry)
      if (!isOpen || standings.state(at ?? -1) === 'left-out') return []
      const decision = world.decided.of(entry.id)
      const linked = decision?.kind === 'link' ? decision.account : null
      return linked !== null || (byFilter && entry.signIn !== null) ? [{ ...entry, linked }] : []
    })
    await eachAtOnce(uncertain, atOnce, async ({ id, signIn, externalId, linked }) => {
      const read = linked === null ? null : await readOrNull(service, linked, {})
      const found = linked === null ? await service.find({ userName: signIn, externalId }) : read === null ? [] : [read]
      accounts.put(found, clock.now())
      overview.touch(found.map((account) => account.id))
      overview.lookedFor([id])
    })
  }

  const create = (picks: Picks): Promise<PlanSummary> =>
    make(async (view) => {
      if (picks.people.length > 0 && roster.summary() === null) throw new MusterError('source-none')
      await lookFor(view, picks)
      return createPlan(context, await overview.fresh(), picks)
    })

  return {
    header,
    alone,
    make,
    create,
    operations: {
      create,
      get: ({ plan }) => header(plan).summary,
      changes: ({ plan, offset, limit }) => {
        header(plan)
        return plans.changes(plan, offset, limit)
      },
      leaveOut: async ({ plan, changes, leftOut }) => {
        const found = header(plan)
        if (runs.get(plan) !== null) throw new MusterError('plan-used')
        return leaveOut(context, found, changes, leftOut)
      },
    },
  }
}
