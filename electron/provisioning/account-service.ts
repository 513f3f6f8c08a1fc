import type { MusterError } from '../../shared/errors.ts'
import type { Capabilities, Overrides } from '../../shared/model/capabilities.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { Json } from '../../shared/model/json.ts'
import type { Exchange } from '../../shared/model/run.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import type { Turn } from '../scim/request.ts'
import type { GroupService } from './group-service.ts'

/** What is heard of one call to the service, when its requests may leave, and how it is stopped. */
export interface CallOptions extends Turn {
  /** Told every request and its reply, redacted, the failed ones included. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined
  /** A request failed and is about to be sent again, `wait` milliseconds later. */
  readonly onRetry?: ((retry: { attempt: number; wait: number; error: MusterError }) => void) | undefined
}

/** Some of the service's accounts, in its order. */
interface AccountPage {
  readonly users: readonly ScimUser[]
  /** How many the service says there are; null when it does not say. */
  readonly total: number | null
  /** On the last page: whether the pages held every account. Null on the others. */
  readonly complete: boolean | null
}

/** Whom to look for; an account that has either is found. */
export interface Wanted {
  readonly userName: string | null
  readonly externalId: string | null
}

/** What a write gave. */
export interface Written {
  /** Null when the service did not even say which account it was. */
  readonly id: string | null
  /** The account as it is now; null when the service did not send it. */
  readonly account: ScimUser | null
  /** The account's version now, for If-Match (RFC 7644 section 3.14); null when the service did not say. */
  readonly version: string | null
  /** Null when no reply said so: it was looked up after a lost reply, or nothing had to be sent. */
  readonly status: number | null
}

/**
 * The accounts of one service, as provisioning needs them. Every call throws a MusterError. A service that is busy (429,
 * 503) is waited for inside; a write that got no usable reply is looked up before it is sent again.
 */
export interface AccountService {
  /** Every account, page by page. */
  list(options?: CallOptions): AsyncIterable<AccountPage>
  /** One account. `scim-not-found` when there is none. */
  read(id: string, options?: CallOptions): Promise<ScimUser>
  /** `accounts-incomplete` when the service offers no way to tell. */
  find(wanted: Wanted, options?: CallOptions): Promise<ScimUser[]>
  /**
   * Creates an account from its attributes by path.
   * @param settle looks, after a lost reply, whether the account was made; null when it was not and may be sent again.
   */
  create(
    attributes: Readonly<Record<string, Json>>,
    settle: () => Promise<ScimUser | null>,
    options?: CallOptions,
  ): Promise<Written>
  /**
   * Makes diffs true of an account by PATCH or PUT, whichever the service takes.
   * @param base the account as it is, or as `version` proves it to be still.
   * @param version for If-Match (RFC 7644 section 3.14); null sends no condition. `scim-changed` when it does not hold.
   */
  update(
    base: ScimUser,
    version: string | null,
    diffs: readonly Diff[],
    kind: 'update' | 'deactivate' | 'reactivate',
    options?: CallOptions,
  ): Promise<Written>
  /**
   * Deletes an account; gives the reply's status, null when it was looked up after a lost reply.
   * @param version as for {@link update}. `scim-not-found` when there is none; `scim-no-delete` when the service never deletes.
   */
  delete(id: string, version: string | null, options?: CallOptions): Promise<number | null>
  /** The groups of the same service. */
  readonly groups: GroupService
  /** Resolves when the service answers at all, whatever it says. */
  reach(options?: CallOptions): Promise<void>
  /** Asks the service what it supports, by reading only, and follows it from then on, but for what was set by hand. */
  learn(options?: CallOptions): Promise<void>
  /** What every call goes by: what is known about the service, and what the admin has set in its place. */
  readonly capabilities: Capabilities | null
  /** What was learnt, to be kept: nothing goes by it alone. Changes also when a write teaches something new. */
  readonly learnt: Capabilities | null
  /** Follows what was learnt earlier, if anything was, and what the admin has set by hand. */
  adopt(learnt: Capabilities | null, overrides: Overrides): void
}
