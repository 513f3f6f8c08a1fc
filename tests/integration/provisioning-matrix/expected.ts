import type { ErrorCode } from '../../../shared/errors.ts'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Change } from '../../../shared/model/plan.ts'
import type { QuirkName } from '../../sandbox/quirks.ts'
import type { Cell } from './cells.ts'

/** What a service with these switches cannot do, worked out from what the switches mean. */
export interface Limits {
  /** The list of accounts is not whole. */
  readonly cutOff: boolean
  /** Whether a person who is not in the list has an account can't be found out. */
  readonly cannotTell: boolean
  /** An account that exists can't be changed. */
  readonly cannotChange: boolean
  /** A group can't be changed: PATCH is the only way that is safe. */
  readonly cannotChangeGroups: boolean
  /** What a deletion ends with, null when it works. */
  readonly deletes: ErrorCode | null
  /** What is deleted is only deactivated. */
  readonly keepsDeleted: boolean
  /** An account needs an e-mail address. */
  readonly needsEmail: boolean
  /** A new account needs a title, and the service says so. */
  readonly needsTitle: boolean
  /** A new account without a title is refused, whether or not the service says so before. */
  readonly refusesUntitled: boolean
  /** The service says that it has no enterprise extension. */
  readonly deniesEnterprise: boolean
}

/** See {@link Limits}. */
export function limitsOf(cell: Cell): Limits {
  const any = (...names: QuirkName[]): boolean => names.some((name) => cell.includes(name))
  const cutOff = any('page-cap', 'page-cap-empty') && !(any('cursor-paging') && !any('page-cap-empty'))
  const findsNobody = any('no-filter', 'filter-refused', 'filter-not-implemented', 'case-sensitive-user-name')
  const wantsVersion = any('etag-required') && any('no-etag')
  return {
    cutOff,
    cannotTell: cutOff && findsNobody,
    cannotChange: (any('no-patch') && any('no-put')) || wantsVersion,
    cannotChangeGroups: any('no-patch') || wantsVersion,
    deletes: any('no-delete') ? 'scim-no-delete' : wantsVersion ? 'scim-unsupported' : null,
    keepsDeleted: any('soft-delete'),
    needsEmail: any('email-required'),
    refusesUntitled: any('required-title'),
    needsTitle: any('required-title') && !any('no-config'),
    deniesEnterprise: any('no-enterprise-schema') && !any('no-config'),
  }
}

/** Whether a change that is planned elsewhere is not to be planned here, because of what the service says of its attributes. */
export function isKeptBack(
  { kind, pass, name, personId, diff }: Change,
  path: string,
  limits: Limits,
  all: readonly Change[],
): boolean {
  if (limits.deniesEnterprise && path.startsWith('urn:')) return true
  if (!limits.needsTitle) return false
  const lacking = all.filter((one) => one.kind === 'create' && !one.diff.some((part) => part.path === 'title'))
  if (kind === 'create') return lacking.some((one) => one.name === name)
  // A manager is neither set for somebody who is not made, nor to somebody who is not made.
  const after = String(diff[0]?.after)
  return pass === 2 && lacking.some((one) => one.personId === personId || after.startsWith(`${one.name} (`))
}

/** Whether an account holds an e-mail address after a change, or once a change is undone. */
const hasEmail = (account: JsonObject | undefined): boolean =>
  Array.isArray(account?.emails) && account.emails.length > 0
const setsEmail = ({ diff }: Pick<Change, 'diff'>): boolean =>
  diff.some(({ path, after }) => /^emails($|\[.*value$)/.test(path) && after !== null)
const removesEmail = ({ diff }: Pick<Change, 'diff'>): boolean =>
  diff.some(({ path, after }) => path.startsWith('emails') && path.endsWith('value') && after === null)

/**
 * The code that a change has to fail with, `not-sent` when an account that it needs is not made, null when it has to work.
 * @param account the account it is about, as it is before; undefined for a create.
 */
export function failureOf(change: Change, account: JsonObject | undefined, limits: Limits): ErrorCode | null {
  if (change.kind === 'delete') return limits.deletes
  if (change.kind !== 'create' && limits.cannotChange) return 'scim-unsupported'
  // Planned where the service does not say so, and where an account has to be made anew that had none.
  if (change.kind === 'create' && limits.refusesUntitled && !setsTitle(change)) return 'scim-invalid'
  const left = removesEmail(change) ? onlyOneEmail(account) : !hasEmail(account)
  return limits.needsEmail && left && !setsEmail(change) ? 'scim-invalid' : null
}

const setsTitle = ({ diff }: Pick<Change, 'diff'>): boolean =>
  diff.some(({ path, after }) => path === 'title' && after !== null)
const onlyOneEmail = (account: JsonObject | undefined): boolean =>
  Array.isArray(account?.emails) && account.emails.length === 1
