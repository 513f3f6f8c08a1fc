import type { Diff } from '../../shared/model/change.ts'
import type { RunChange, RunSummary } from '../../shared/model/run.ts'
import { sameJson } from '../../shared/scim/diffs.ts'
import { membersOf, seenGroup } from '../../shared/scim/group.ts'
import { readPath } from '../../shared/scim/path.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import { lookUntil } from '../look-until.ts'
import type { Clock } from '../ports.ts'
import type { Accounts } from '../store/accounts.ts'
import type { Groups } from '../store/groups.ts'
import type { Links } from '../store/links.ts'
import type { Plans } from '../store/plans.ts'
import type { RunChanges } from '../store/run-changes.ts'
import type { AccountService } from './account-service.ts'
import { isAsWanted } from './diff.ts'
import { type Intended, intendedOf } from './intended.ts'
import { judge, readOrNull, wantedOf } from './lookup.ts'
import { eachAtOnce } from './pool.ts'
import { noteDeletion } from './verify-deletion.ts'
import { verifyGroup } from './verify-group.ts'

/** What verifying needs. */
export interface VerifyParts {
  readonly plans: Plans
  readonly runChanges: RunChanges
  readonly accounts: Accounts
  readonly groups: Groups
  readonly links: Links
  readonly service: AccountService
  readonly clock: Clock
  /** Told which accounts, or whose memberships, the store now has anew. */
  readonly onAccounts: (ids: string[]) => void
  /** Told that the store has groups anew. */
  readonly onGroups: () => void
}

/** How long, in all, accounts are waited for that the service has accepted and does not show yet; milliseconds. */
const patience = 10_000
/** Accounts read at once. */
const atOnce = 8

/**
 * Reads every account of a run's successful changes again and compares it with what was intended. What differs is kept
 * with the change as drift: `before` is what was found, `after` what was intended. What was accepted and does not show yet is
 * waited for, all of it together for ten seconds; an account that still can't be read then counts as pending.
 */
export async function verifyRun(run: string, parts: VerifyParts): Promise<NonNullable<RunSummary['verified']>> {
  const { runChanges, accounts, groups, links, clock, onAccounts, onGroups } = parts
  const deadline = clock.now() + patience
  const found: string[] = []
  let checked = 0
  let asIntended = 0
  let pending = 0
  let unseen = 0
  let keptInactive = 0
  await eachAtOnce(intendedOf(run, ['done'], parts), atOnce, async (intended) => {
    if (intended.change.resource === 'Group') {
      const verdict = await verifyGroup(intended, deadline, parts)
      checked++
      if (verdict.group === null) pending++
      else if (verdict.unseen) unseen++
      else if (verdict.drift.length === 0) asIntended++
      runChanges.setDrift(run, intended.change.id, verdict.group === null || verdict.unseen ? null : [...verdict.drift])
      if (verdict.group === null) return
      groups.put(seenGroup(verdict.group), clock.now())
      found.push(...membersOf(intended.diffs))
      return
    }
    const account = await readBack(intended, deadline, parts)
    checked++
    if (intended.change.kind === 'delete') {
      const outcome = noteDeletion(run, intended.change, account, parts)
      if (outcome === 'gone') asIntended++
      if (outcome === 'kept-inactive') keptInactive++
      if (intended.change.accountId !== null) found.push(intended.change.accountId)
      return
    }
    if (account === null && intended.change.kind === 'create') {
      pending++
      return runChanges.setDrift(run, intended.change.id, null)
    }
    const drift = driftOf(account, intended.diffs)
    if (drift.length === 0) asIntended++
    runChanges.setDrift(run, intended.change.id, drift)
    if (account === null) return
    accounts.put([account], clock.now())
    found.push(account.id)
    const { personId } = intended.planned.content
    if (personId !== null && intended.change.kind === 'create') links.set(personId, account.id, clock.now())
  })
  onAccounts(found)
  onGroups()
  return { at: clock.now(), checked, asIntended, pending, unseen, keptInactive }
}

/** The account as it is now, given time to show what was accepted. */
function readBack(
  { change, diffs }: Intended,
  deadline: number,
  { service, clock }: VerifyParts,
): Promise<ScimUser | null> {
  const { accountId } = change
  return lookUntil(clock, {
    look: () => (accountId === null ? findMade(service, diffs) : readOrNull(service, accountId, {})),
    enough: (account) => !mayShowLater(account, change, diffs),
    until: deadline,
    pause: 500,
  })
}

/** Whether an account looks as it did before the run, as on a service that accepts at once and shows later. */
function mayShowLater(account: ScimUser | null, { kind }: RunChange, diffs: readonly Diff[]): boolean {
  if (kind === 'delete') return account !== null
  if (account === null) return kind === 'create'
  const drift = driftOf(account, diffs)
  return (
    drift.length > 0 &&
    kind !== 'create' &&
    drift.every(({ path, before }) => diffs.some((diff) => diff.path === path && sameJson(diff.before, before)))
  )
}

async function findMade(service: AccountService, diffs: readonly Diff[]): Promise<ScimUser | null> {
  const looked = judge(await service.find(wantedOf(diffs)), diffs)
  return looked.kind === 'absent' ? null : looked.account
}

function driftOf(account: ScimUser | null, diffs: readonly Diff[]): Diff[] {
  return diffs.flatMap(({ path, after }) => {
    if (account === null) return [{ path, before: null, after }]
    if (after === null ? readPath(account, path) === null : isAsWanted(account, path, after)) return []
    return [{ path, before: readPath(account, path), after }]
  })
}
