import type { Capabilities } from '../../shared/model/capabilities.ts'
import type { BlockedReason, ChangeWarning } from '../../shared/model/change.ts'
import type { BlockedEntry } from '../../shared/model/plan.ts'
import type { AccountLine } from '../store/accounts.ts'
import type { NewChange } from './freeze.ts'
import type { View } from './overview.ts'
import type { PersonEntry } from './people-index.ts'
import { diffOfDelete } from './whole-account.ts'

/** What becomes of accounts that were picked to be deleted. Changes are worked out as they are walked. */
export interface Deletions {
  readonly changes: Iterable<NewChange>
  readonly blocked: readonly BlockedEntry[]
}

/**
 * Plans the deletion of accounts. One that is still active is blocked: deactivating it first leaves time to find out who
 * misses it. So is every one where the service is known to delete nothing. An account that is not there needs nothing.
 * @param people whose the accounts are, by account id.
 */
export function planDeletions(
  view: View,
  ids: ReadonlySet<string>,
  people: ReadonlyMap<string, PersonEntry>,
  capabilities: Pick<Capabilities, 'delete'> | null,
): Deletions {
  const { lines, byId } = view.accounts
  const picked = [...ids].flatMap((id) => lines[byId.at(id)[0] ?? -1] ?? [])
  const sorted = picked.map((line) => ({ line, reasons: reasonsOf(line, capabilities) }))
  return {
    changes: changesOf(
      view,
      sorted.flatMap(({ line, reasons }) => (reasons.length === 0 ? [line] : [])),
      people,
    ),
    blocked: sorted.flatMap(({ line: { id, name }, reasons }) =>
      reasons.length === 0 ? [] : [{ personId: people.get(id)?.id ?? null, accountId: id, name, reasons }],
    ),
  }
}

function reasonsOf({ active }: AccountLine, capabilities: Pick<Capabilities, 'delete'> | null): BlockedReason[] {
  const reasons: BlockedReason[] = []
  if (active) reasons.push({ code: 'account-active', where: 'active', detail: null })
  if (capabilities?.delete.value === 'no') {
    reasons.push({ code: 'deletes-nothing', where: null, detail: capabilities.delete.from })
  }
  return reasons
}

function* changesOf(
  { world }: View,
  lines: readonly AccountLine[],
  people: ReadonlyMap<string, PersonEntry>,
): Generator<NewChange> {
  for (const { row, id, name, userName } of lines) {
    const image = world.accountTextsOf([row]).get(row)
    if (image === undefined) continue
    const person = people.get(id)
    const warnings: ChangeWarning[] = ['deleted-for-good']
    if (person?.active) warnings.push('owner-active')
    yield {
      kind: 'delete',
      reason: 'picked-for-deletion',
      pass: 1,
      resource: 'User',
      group: null,
      personId: person?.id ?? null,
      accountId: id,
      name,
      userName,
      match: 'none',
      // Written by the store out of a parsed resource.
      diff: diffOfDelete(JSON.parse(image.text)),
      warnings,
      manager: null,
    }
  }
}
