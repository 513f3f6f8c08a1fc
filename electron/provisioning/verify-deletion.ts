import type { RunChange } from '../../shared/model/run.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { VerifyParts } from './verify.ts'

/** What a deletion came to when it was looked up again. */
type Deleted = 'gone' | 'kept-inactive' | 'there'

/** What is said of an account that is still there although the service said that it was deleted. */
const keptInactive = 'The service keeps deleted accounts as inactive'

/**
 * Notes what a deletion came to: gone, or still there. A service that answers “deleted” and keeps the account inactive has
 * done what it does; that is said, and is neither drift nor what was intended.
 */
export function noteDeletion(
  run: string,
  { id, accountId, note }: RunChange,
  account: ScimUser | null,
  { runChanges, accounts, links, clock }: Pick<VerifyParts, 'runChanges' | 'accounts' | 'links' | 'clock'>,
): Deleted {
  if (account === null) {
    runChanges.setDrift(run, id, [])
    if (note === keptInactive) runChanges.setNote(run, id, null)
    // A list that was read meanwhile may still have held it.
    if (accountId !== null) {
      accounts.remove(accountId)
      links.forget(accountId)
    }
    return 'gone'
  }
  accounts.put([account], clock.now())
  if (account.active) {
    runChanges.setDrift(run, id, [{ path: 'active', before: true, after: null }])
    return 'there'
  }
  runChanges.setDrift(run, id, [])
  runChanges.setNote(run, id, keptInactive)
  return 'kept-inactive'
}
