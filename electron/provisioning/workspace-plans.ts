import { MusterError } from '../../shared/errors.ts'
import type { Change, PlanSummary } from '../../shared/model/plan.ts'
import { canLookUp } from '../scim/find.ts'
import type { PlanHeader } from '../store/plans.ts'
import { createSlices } from '../store/slices.ts'
import { foldUserName } from './fold.ts'
import { leaveOut } from './freeze.ts'
import { plannedOf } from './intended.ts'
import { orNull, readOrNull } from './lookup.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'
import { createPlan, type Picks } from './plan.ts'
import { changesLike, picksOf } from './plan-again.ts'
import { eachAtOnce } from './pool.ts'
import { copiedChanges } from './reports/copied-lists.ts'
import { exportPlan } from './reports/export.ts'
import { underLimits } from './safety.ts'
import { createTurns } from './turns.ts'
import { lookForDeleted } from './undelete.ts'
import { planUndo } from './undo.ts'
import type { WorkspaceContext } from './workspace-context.ts'
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
  /** Whether a plan is in the making, or something that plans rest on. */
  busy(): boolean
  /** Does one thing at a time that plans rest on; `work` gets a view with everything in it that has happened. */
  alone<T>(work: (view: View) => Promise<T>): Promise<T>
  /** Makes one plan at a time, and forgets those that nobody looks at any more. */
  make(make: (view: View) => Promise<PlanSummary>): Promise<PlanSummary>
  /** Plans what was picked, after looking for those of whom the list of accounts can't tell. */
  create(picks: Picks): Promise<PlanSummary>
  /** Plans the way back from a run, after looking whether what it deleted is really gone. */
  undo(run: string): Promise<PlanSummary>
}

/**
 * The picked people, and their managers, of whom the list of accounts can't tell whether they have an account, with the
 * account the admin has linked them to; those alone who can be looked for, by that link or by filter.
 */
async function uncertainOf({ people, standings, world }: View, picks: Picks, byFilter: boolean) {
  const slices = createSlices()
  const uncertain = new Map<number, PersonEntry & { readonly linked: string | null }>()
  const look = (at: number): void => {
    const entry = people.entries[at]
    const isOpen = entry !== undefined && standings.account(at) === -1 && !world.isCertain(entry)
    if (!isOpen || uncertain.has(at) || standings.state(at) === 'left-out') return
    const decision = world.decided.of(entry.id)
    const linked = decision?.kind === 'link' ? decision.account : null
    if (linked !== null || (byFilter && entry.signIn !== null)) uncertain.set(at, { ...entry, linked })
  }
  for (const [index, id] of picks.people.entries()) {
    if ((index & 255) === 0 && slices.due()) await slices.rest()
    const at = people.positionOf(id)
    if (at === undefined) continue
    look(at)
    if (world.managerPath !== null) look(people.managerOf(at))
  }
  return uncertain.values()
}

/** See {@link PlansGroup}. */
export function plansGroup(context: WorkspaceContext): PlansGroup {
  const { plans, runs, overview, clock, roster } = context
  const turns = createTurns()
  let underWay = 0

  const header = (plan: string): PlanHeader => {
    const found = plans.get(plan)
    if (found === null) throw new MusterError('plan-not-found')
    return found
  }

  const alone = <T>(work: (view: View) => Promise<T>): Promise<T> =>
    turns('plans', async () => {
      underWay += 1
      try {
        return await work(await overview.fresh())
      } finally {
        underWay -= 1
      }
    })

  const make = (work: (view: View) => Promise<PlanSummary>): Promise<PlanSummary> =>
    alone(async (view) => {
      await plans.forgetBefore(clock.now() - kept)
      return work(view)
    })

  /**
   * Looks one by one for picked people, and for their managers, of whom the list of accounts can't tell whether they have
   * an account: for the account the admin has linked them to by its id, else by filter where that is possible. Of whom a
   * lookup can't tell either, nothing is known still, and nothing is planned.
   */
  async function lookFor(view: View, picks: Picks): Promise<void> {
    const { service, accounts } = context
    const uncertain = await uncertainOf(view, picks, canLookUp(service.capabilities))
    await eachAtOnce(uncertain, atOnce, async ({ id, userName, signIn, externalId, linked }) => {
      const read = linked === null ? null : await readOrNull(service, linked, {})
      // As the source writes it, where that is the sign-in name: a service may mind upper and lower case after all.
      const name = userName !== null && foldUserName(userName) === signIn ? userName : signIn
      const find = () => orNull('accounts-incomplete', service.find({ userName: name, externalId }))
      const found = linked === null ? await find() : read === null ? [] : [read]
      // The lookup can't tell.
      if (found === null) return
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

  async function undo(run: string): Promise<PlanSummary> {
    await lookForDeleted(run, context)
    return make((view) => planUndo(run, view, context))
  }

  /** The changes of a plan that nobody has left out. */
  function* pushedOf(plan: string): Generator<Change> {
    for (const change of plannedOf(plan, context)) if (!change.leftOut) yield change
  }

  return {
    header,
    busy: () => underWay > 0,
    alone,
    make,
    create,
    undo,
    operations: {
      create,
      again: async ({ plan }) => {
        const { undoes } = header(plan).summary
        const { gathered, leftOut } = await picksOf(header(plan), plans)
        const made = await (undoes === null ? create(gathered.picks(await overview.fresh())) : undo(undoes))
        const out = await changesLike(leftOut, made.id, plans)
        return out.length === 0 ? made : leaveOut(context, header(made.id), out, true)
      },
      get: ({ plan }) => underLimits(header(plan).summary, context.connection().safety),
      latest: plans.latest,
      changes: ({ plan, offset, limit, warned }) => {
        if (!plans.has(plan)) throw new MusterError('plan-not-found')
        return plans.changes(plan, offset, limit, warned)
      },
      copied: async ({ plan }) => {
        header(plan)
        return copiedChanges(pushedOf(plan))
      },
      leaveOut: async ({ plan, changes, leftOut }) => {
        const found = header(plan)
        if (runs.get(plan) !== null) throw new MusterError('plan-used')
        return leaveOut(context, found, changes, leftOut)
      },
      export: ({ plan, format }) => exportPlan(header(plan).summary, format, context),
    },
  }
}
