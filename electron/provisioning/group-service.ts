import type { ScimGroup } from '../../shared/scim/schemas.ts'
import type { CallOptions } from './account-service.ts'

/** Some of the service's groups, in its order. */
interface GroupPage {
  readonly groups: readonly ScimGroup[]
  /** On the last page: whether the pages held every group. Null on the others. */
  readonly complete: boolean | null
}

/** Who comes into a group and who leaves it; ids of accounts. Members that are not named stay. */
export interface MembersChange {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** What a write to a group gave. */
export interface GroupWritten {
  /** Null when the service did not even say which group it was. */
  readonly id: string | null
  /** The group's version now; null when the service did not say. */
  readonly version: string | null
  /** Null when no reply said so: it was looked up after a lost reply. */
  readonly status: number | null
}

/** The groups of one service, as provisioning needs them. Every call throws a MusterError; see AccountService for the rest. */
export interface GroupService {
  /** Every group, page by page. The members of each may be cut off. */
  list(options?: CallOptions): AsyncIterable<GroupPage>
  /** One group. `group-not-found` when there is none. */
  read(id: string, options?: CallOptions): Promise<ScimGroup>
  /** Groups of that display name, whatever its letter case. `groups-incomplete` when the service offers no way to tell. */
  find(displayName: string, options?: CallOptions): Promise<ScimGroup[]>
  /**
   * Creates a group without members.
   * @param settle looks, after a lost reply, whether it was made; null when it was not and may be sent again.
   */
  create(displayName: string, settle: () => Promise<ScimGroup | null>, options?: CallOptions): Promise<GroupWritten>
  /**
   * Adds and removes members by PATCH, and never by PUT: a group that was read may lack members that the service has.
   * @param version for If-Match (RFC 7644 section 3.14); null sends no condition. `scim-changed` when it does not hold.
   * @param settle looks, after a lost reply, whether it was carried out; null when nobody can tell or it was not.
   */
  changeMembers(
    id: string,
    version: string | null,
    change: MembersChange,
    settle: () => Promise<ScimGroup | null>,
    options?: CallOptions,
  ): Promise<GroupWritten>
}
