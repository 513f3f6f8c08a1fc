import { type ErrorCode, MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { ScimGroup, ScimUser } from '../../shared/scim/schemas.ts'
import { lookUntil, visibleAfter } from '../look-until.ts'
import type { Clock } from '../ports.ts'
import type { AccountService, CallOptions, Wanted } from './account-service.ts'
import { isAsWanted } from './diff.ts'
import { foldUserName } from './fold.ts'
import type { GroupService } from './group-service.ts'

/** What a lookup of a create that may have been carried out says. */
export type Looked =
  /** It was carried out: this is the account. */
  | { readonly kind: 'made'; readonly account: ScimUser }
  /** Another account stands in its way. */
  | { readonly kind: 'taken'; readonly account: ScimUser }
  /** There is nothing: it was not carried out. */
  | { readonly kind: 'absent' }

/** Whom the diffs of a create would make. */
export function wantedOf(diffs: readonly Diff[]): Wanted {
  const textAt = (wanted: string): string | null => {
    const value = diffs.find(({ path }) => path === wanted)?.after
    return typeof value === 'string' ? value : null
  }
  return { userName: textAt('userName'), externalId: textAt('externalId') }
}

/** Whether an account says all that the diffs of a create ask for. */
export const isAsSent = (account: ScimUser, diffs: readonly Diff[]): boolean =>
  diffs.every(({ path, after }) => isAsWanted(account, path, after))

/**
 * What accounts that were found say about a create that may have been carried out. An account is ours when it has both
 * our sign-in name and our externalId; where a service keeps no externalId, when it has everything else we sent.
 */
export function judge(found: readonly ScimUser[], diffs: readonly Diff[]): Looked {
  const { userName, externalId } = wantedOf(diffs)
  const named = found.find((user) => userName !== null && foldUserName(user.userName) === foldUserName(userName))
  const [other] = found
  if (named === undefined) return other === undefined ? { kind: 'absent' } : { kind: 'taken', account: other }
  const theirs = typeof named.externalId === 'string' && named.externalId !== '' ? named.externalId : null
  if (externalId !== null && theirs !== null) {
    return { kind: theirs === externalId ? 'made' : 'taken', account: named }
  }
  const rest = diffs.filter(({ path }) => path !== 'externalId' && path !== 'userName')
  const isOurs = theirs === null && isAsSent(named, rest)
  return { kind: isOurs ? 'made' : 'taken', account: named }
}

/**
 * Looks whether a create that was sent at `sentAt` was carried out. “Nothing there” is believed only some time after the
 * request, since a service may accept an account and show it later.
 */
export function lookUpCreate(
  service: AccountService,
  clock: Clock,
  diffs: readonly Diff[],
  sentAt: number,
  options: CallOptions,
  patience = visibleAfter,
): Promise<Looked> {
  return lookUntil(clock, {
    look: async () => judge(await service.find(wantedOf(diffs), options), diffs),
    enough: ({ kind }) => kind !== 'absent',
    until: sentAt + patience,
    pause: 1000,
    signal: options.signal,
  })
}

/** What a conflicting account looks like when it is offered as a match. */
export function offerOf({ id, userName, active, externalId }: ScimUser) {
  return { accountId: id, userName, active, externalId: typeof externalId === 'string' ? externalId : null }
}

/** An account, or null where the service has none of that id. */
export function readOrNull(service: AccountService, id: string, options: CallOptions): Promise<ScimUser | null> {
  return orNull('scim-not-found', service.read(id, options))
}

/** A group, or null where the service has none of that id. */
export function readGroupOrNull(
  service: GroupService,
  id: string,
  options: CallOptions = {},
): Promise<ScimGroup | null> {
  return orNull('group-not-found', service.read(id, options))
}

/** What comes of asking a service, or null where it answers with this error. */
export async function orNull<T>(code: ErrorCode, asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof MusterError && error.code === code) return null
    throw error
  }
}
