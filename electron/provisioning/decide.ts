import { most } from '../../shared/expression/tree.ts'
import type { BlockedReason, ChangeKind, ChangeReason, ChangeWarning, Diff } from '../../shared/model/change.ts'
import type { JsonObject } from '../../shared/model/json.ts'
import { readPath } from '../../shared/scim/path.ts'
import { t } from '../../shared/words/text.ts'
import { diffOfCreate, diffOfUpdate, kindOf } from './diff.ts'
import type { Desired } from './mapping.ts'

/** What a push would do for one person. */
export interface Decision {
  readonly kind: ChangeKind
  readonly reason: ChangeReason
  readonly diff: readonly Diff[]
  /** What is wrong with the person's own values; who has any of these is blocked. */
  readonly invalid: readonly BlockedReason[]
}

const nothing: Decision = { kind: 'none', reason: 'attributes-differ', diff: [], invalid: [] }

/**
 * What has to happen for one person. Somebody whom the source has disabled is deactivated and otherwise left as they are:
 * leavers' data is often emptied at the source, and their account should keep saying who it was.
 * @param desired what the mapping wants, the manager included where that account is known.
 * @param account the matched account; null when there is none.
 * @param missing what a new account with these attributes would lack.
 */
export function decide(
  active: boolean,
  desired: readonly Desired[],
  account: JsonObject | null,
  missing: (desired: readonly Desired[]) => readonly BlockedReason[],
): Decision {
  if (!active) {
    const mapped = desired.some(({ path }) => path === 'active')
    const before = account === null ? false : readPath(account, 'active')
    if (!mapped || before === false) return nothing
    const diff = [{ path: 'active', before, after: false }]
    return { kind: 'deactivate', reason: 'disabled-at-source', diff, invalid: [] }
  }
  const invalid = invalidOf(desired)
  if (account === null) {
    invalid.push(...missing(desired))
    return { kind: 'create', reason: 'no-account', diff: diffOfCreate(desired), invalid }
  }
  const diff = diffOfUpdate(desired, account)
  const kind = kindOf(diff)
  const reason = kind === 'reactivate' ? 'active-again' : 'attributes-differ'
  return diff.length === 0 && invalid.length === 0 ? nothing : { kind, reason, diff, invalid }
}

/** What the admin should look at before a change is pushed. Whether the address is on another account is only asked where it is set. */
export function warningsOf(
  { kind, diff }: Pick<Decision, 'kind' | 'diff'>,
  isEmailElsewhere: () => boolean,
): ChangeWarning[] {
  const warnings: ChangeWarning[] = []
  if (kind !== 'create' && diff.some(({ path }) => path === 'userName')) warnings.push('user-name-changes')
  if (diff.some(({ path }) => path.startsWith('emails')) && isEmailElsewhere()) warnings.push('email-on-other-account')
  return warnings
}

/**
 * Values that no service can mean to keep: endless ones, control characters, and an e-mail address that is none. Whatever else K2
 * refuses, it says itself; guessing its rules here would block people for nothing.
 */
function invalidOf(desired: readonly Desired[]): BlockedReason[] {
  const invalid: BlockedReason[] = []
  for (const { path, value } of desired) {
    if (typeof value !== 'string') continue
    if (value.length > most.result) {
      const detail = t('It has more than {most, number} characters.', { most: most.result })
      invalid.push({ code: 'invalid-value', where: path, detail })
    } else if (/\p{Cc}/u.test(value)) {
      invalid.push({ code: 'invalid-value', where: path, detail: t('It holds a control character.') })
    } else if (path.startsWith('emails') && path.endsWith('value') && !/^[^\s@]+@[^\s@]+$/.test(value)) {
      invalid.push({
        code: 'invalid-value',
        where: path,
        detail: t('“{value}” is not an e-mail address.', { value: value.slice(0, 100) }),
      })
    }
  }
  return invalid
}
