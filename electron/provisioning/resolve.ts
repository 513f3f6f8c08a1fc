import { MusterError } from '../../shared/errors.ts'
import type { AdminDecision } from '../../shared/model/decision.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'
import type { WorkspaceContext } from './workspace-context.ts'

/** What the admin asks for: a decision about people, or (null) to take theirs back. */
export interface Resolving {
  readonly people: readonly number[]
  readonly decision: AdminDecision | null
}

/**
 * Remembers a decision about people. Whatever the window has shown, people and accounts are looked at once more as they are
 * now. Plans that were made without the decision can no longer be pushed.
 * @returns how many people it is about; of several, those who have left the source meanwhile are passed over.
 * @throws MusterError `person-not-found`, `scim-not-found` when the account is gone, `account-decided` when another person
 *   is linked to it.
 */
export async function resolve(
  { people: ids, decision }: Resolving,
  view: View,
  { decisions, plans, clock }: Pick<WorkspaceContext, 'decisions' | 'plans' | 'clock'>,
): Promise<number> {
  const entries = ids.flatMap((id) => view.people.entries[view.people.positionOf(id) ?? -1] ?? [])
  const [first] = entries
  if (first === undefined) throw new MusterError('person-not-found')
  if (decision?.kind === 'link') assertFree(decision.account, first, view)
  plans.outdate()
  if (decision === null) await decisions.forget(entries.map(({ id }) => id))
  else if (decision.kind === 'skip') await decisions.skip(entries, clock.now())
  else decisions.set(first, decision, clock.now())
  return entries.length
}

function assertFree(account: string, { id }: PersonEntry, { world, accounts }: View): void {
  const at = accounts.byId.at(account)[0]
  if (at === undefined) throw new MusterError('scim-not-found')
  const holder = world.decided.holder(at)
  if (holder !== undefined && holder !== id) throw new MusterError('account-decided')
}
