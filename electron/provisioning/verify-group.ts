import type { Diff } from '../../shared/model/change.ts'
import { hasMember, memberOf } from '../../shared/scim/group.ts'
import type { ScimGroup } from '../../shared/scim/schemas.ts'
import { lookUntil } from '../look-until.ts'
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
export function verifyGroup(
  { change: { accountId, kind }, diffs }: Intended,
  deadline: number,
  { service, clock }: { service: AccountService; clock: Clock },
): Promise<GroupVerdict> {
  return lookUntil(clock, {
    look: async () => {
      const group = accountId === null ? null : await readGroupOrNull(service.groups, accountId)
      return judged(group, kind === 'create' ? [] : diffs)
    },
    enough: ({ group, drift }) => group !== null && drift.length === 0,
    until: deadline,
    pause: 500,
  })
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
