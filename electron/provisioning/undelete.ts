import type { Diff } from '../../shared/model/change.ts'
import type { Accounts } from '../store/accounts.ts'
import type { AccountsIndex } from './accounts-index.ts'
import { foldUserName } from './fold.ts'
import type { NewChange } from './freeze.ts'
import { type Intended, intendedOf } from './intended.ts'
import { judge, readOrNull, wantedOf } from './lookup.ts'
import { eachAtOnce } from './pool.ts'
import type { WorkspaceContext } from './workspace-context.ts'

/** Accounts read at once. */
const atOnce = 8

/**
 * Looks whether the accounts that a run has deleted are gone: a service may keep them, and what is still there is given
 * back what it had instead of being made twice.
 */
export async function lookForDeleted(
  run: string,
  context: Pick<WorkspaceContext, 'plans' | 'runChanges' | 'accounts' | 'service' | 'clock' | 'overview'>,
): Promise<void> {
  const { accounts, service, clock, overview } = context
  await eachAtOnce(intendedOf(run, ['done'], context), atOnce, async ({ change: { kind, accountId } }) => {
    if (kind !== 'delete' || accountId === null) return
    const account = await readOrNull(service, accountId, {})
    if (account === null) return
    accounts.put([account], clock.now())
    overview.touch([accountId])
  })
}

/**
 * The change that makes an account anew from what it said before it was deleted; null when that was done already.
 * @param diff what the new account gets.
 */
export function makeAnew(
  { planned }: Intended,
  diff: readonly Diff[],
  index: Pick<AccountsIndex, 'lines' | 'bySignIn'>,
  accounts: Accounts,
): NewChange | null {
  const { userName: signIn } = wantedOf(diff)
  const there = signIn === null ? [] : index.bySignIn.at(foldUserName(signIn))
  const found = there.flatMap((at) => accounts.get(index.lines[at]?.id ?? '')?.resource ?? [])
  if (judge(found, diff).kind === 'made') return null
  const { personId, name, userName } = planned.content
  return {
    kind: 'create',
    reason: 'undo',
    pass: 1,
    resource: 'User',
    group: null,
    personId,
    accountId: null,
    name,
    userName,
    match: 'none',
    diff: [...diff],
    warnings: ['made-anew'],
    manager: null,
  }
}
