import type { Diff } from '../../shared/model/change.ts'
import { hasMember, memberOf } from '../../shared/scim/group.ts'
import type { ScimGroup } from '../../shared/scim/schemas.ts'
import type { Clock } from '../ports.ts'
import type { AccountService } from './account-service.ts'
import { isSo, membersIn } from './change-members.ts'
import type { Intended } from './intended.ts'
import { readGroupOrNull } from './lookup.ts'

/** What a group looks like after a run. */
export interface GroupVerdict {
  /** Null when there is none. */
  readonly group: ScimGroup | null
  readonly drift: readonly Diff[]
  /** Nothing is wrong as far as the service shows it, and it does not show enough to be sure. */
  readonly unseen: boolean
}

/** Reads a group again and compares it with what was intended; what is accepted and shows later is waited for until `deadline`. */
export async function verifyGroup(
  { change: { accountId, kind }, diffs }: Intended,
  deadline: number,
  { service, clock }: { service: AccountService; clock: Clock },
): Promise<GroupVerdict> {
  for (let wait = 500; ; wait *= 2) {
    const group = accountId === null ? null : await readGroupOrNull(service.groups, accountId)
    const verdict = judged(group, kind === 'create' ? [] : diffs)
    const left = deadline - clock.now()
    if (left <= 0 || (group !== null && verdict.drift.length === 0)) return verdict
    await clock.sleep(Math.min(wait, left))
  }
}

function judged(group: ScimGroup | null, diffs: readonly Diff[]): GroupVerdict {
  if (group === null) return { group, drift: [], unseen: false }
  const said = isSo(group, membersIn(diffs))
  if (said !== 'no') return { group, drift: [], unseen: said === 'unseen' }
  const drift = diffs.flatMap(({ path, before, after }) => {
    const isThere = hasMember(group, memberOf(path) ?? '')
    return isThere === (after !== null) ? [] : [{ path, before: isThere ? before : null, after }]
  })
  return { group, drift, unseen: false }
}
