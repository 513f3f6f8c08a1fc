import type { MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { RunChange } from '../../shared/model/run.ts'
import type { SeenGroup } from '../../shared/scim/group.ts'
import type { ScimGroup, ScimUser } from '../../shared/scim/schemas.ts'
import type { Clock } from '../ports.ts'
import type { Pace } from '../scim/pace.ts'
import type { Accounts } from '../store/accounts.ts'
import type { Groups } from '../store/groups.ts'
import type { WorkItem } from '../store/run-changes.ts'
import type { AccountService, CallOptions } from './account-service.ts'
import type { Obstacles } from './obstacles.ts'
import type { Turns } from './turns.ts'

/** A change ready to be sent: whom it is about is known by now. */
export interface Ready {
  readonly item: WorkItem
  /** Of the account, or group, it is about; null for a create. */
  readonly accountId: string | null
  readonly diffs: readonly Diff[]
  /** What had to be left out of it; null when nothing had to. */
  readonly note: string | null
}

/** How a change ended. */
export interface Ending {
  readonly outcome: Extract<RunChange['outcome'], 'done' | 'failed' | 'stale'>
  /** The account it made or was about, as far as it is known. */
  readonly accountId: string | null
  /** The account as it is now; null when nothing new is known. */
  readonly account: ScimUser | null
  /** The group as it is now; null when it is not about one. */
  readonly group: SeenGroup | null
  /** The account or group as it was when it was changed; null when it was made, or left as it was. */
  readonly before: ScimUser | ScimGroup | null
  readonly status: number | null
  readonly note: string | null
  readonly error: MusterError | null
  readonly offer: RunChange['offer']
}

/** What carrying out a change needs. */
export interface CarryOutParts {
  readonly service: AccountService
  /** What was read of the accounts last. */
  readonly accounts: Accounts
  readonly groups: Groups
  /** One change of a group at a time. */
  readonly turns: Turns
  readonly clock: Clock
  /** When this start of the run began, Unix milliseconds. */
  readonly since: number
  readonly obstacles: Obstacles
  /** Aborted as soon as the run is stopped: ends every wait for an obstacle. */
  readonly stopped: AbortSignal
  /** Aborted when requests under way have had time enough to end. */
  readonly cut: AbortSignal
  /** Resolves at once, or when a pause is over; rejects with the reason of `stopped`. */
  readonly hold: () => Promise<void>
  /** Requests of the run take turns in it. */
  readonly pace: Pace
  /** How each request is heard. */
  readonly hooks: Pick<CallOptions, 'onExchange' | 'onRetry'>
  /** Says what is going on with the change. */
  readonly say: (note: string) => void
}

/** One try at a change. `doubt` is until when an earlier try may have been carried out, Unix milliseconds; null when none was. */
export type Try = (doubt: number | null, options: CallOptions) => Promise<Ending>

/** An ending without success. */
export function failed(error: MusterError, accountId: string | null, more: Partial<Ending> = {}): Ending {
  const outcome = error.code === 'scim-changed' ? 'stale' : 'failed'
  return {
    outcome,
    accountId,
    account: null,
    group: null,
    before: null,
    status: error.status,
    note: null,
    error,
    offer: null,
    ...more,
  }
}

/** An ending with success. */
export function done(
  account: ScimUser | null,
  accountId: string | null,
  status: number | null,
  note: string | null,
  before: ScimUser | ScimGroup | null = null,
  group: SeenGroup | null = null,
): Ending {
  return { outcome: 'done', accountId, account, group, before, status, note, error: null, offer: null }
}
