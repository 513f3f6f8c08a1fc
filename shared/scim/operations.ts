import type { Diff } from '../model/change.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { eq } from './filter.ts'
import { groupOf, membersPatch } from './group.ts'
import { type ServiceProviderConfig, serviceProviderConfigSchema } from './messages.ts'
import { asBody, asWritten, type KnownFailure, type Operation, type Written } from './operation.ts'
import { createOf, patchOf, putOf } from './patch.ts'
import {
  descriptionListSchema,
  groupListSchema,
  type ScimGroup,
  type ScimPage,
  type ScimUser,
  scimGroupSchema,
  scimUserSchema,
  userListSchema,
} from './schemas.ts'
import type { OperationPath } from './urls.ts'

/** Which stretch of a list to read (RFC 7644 section 3.4.2.4, RFC 9865). */
export interface ListInput {
  /** Counted from 1. */
  readonly startIndex?: number
  readonly count?: number
  readonly cursor?: string
  readonly filter?: string
}
/** Where a service describes itself: beside the tenants (as K2 does) or within the tenant. */
export interface PlaceInput {
  readonly place: OperationPath['place']
}
/** Names one resource. */
export interface IdInput {
  readonly id: string
}
/** Names one account by an attribute. */
export interface FindInput {
  readonly attribute: 'userName' | 'externalId'
  readonly value: string
}
/** Names a group as people know it. */
interface GroupNameInput {
  readonly displayName: string
}
/** A new account: its attributes by path. */
export interface CreateInput {
  readonly attributes: Readonly<Record<string, Json>>
}
/** Members that come into a group and members that leave it; all others stay. */
export interface MembersInput extends IdInput {
  /** Ids of accounts. */
  readonly add: readonly string[]
  readonly remove: readonly string[]
}
/** A change of an account by PATCH; `resource` is the account as it was read last, null when it is not known. */
export interface PatchInput extends IdInput {
  readonly diffs: readonly Diff[]
  readonly resource: JsonObject | null
}
/** A change of an account by PUT, which needs the account as it is. */
export interface ReplaceInput extends PatchInput {
  readonly resource: JsonObject
}

/** Forgetting a field of an operation does not compile. */
const operation = <I, O>(entry: Operation<I, O>): Operation<I, O> => entry

const writtenUser = asWritten(scimUserSchema, ({ userName }) => userName)
const writtenGroup = asWritten(scimGroupSchema, ({ displayName }) => displayName)

const conflict: KnownFailure[] = [
  { status: 400, scimType: 'uniqueness', code: 'scim-conflict' },
  { status: 403, scimType: 'uniqueness', code: 'scim-conflict' },
]
/** For a list, 404 says that there is no such service, not that there is no such account. */
const noService: KnownFailure[] = [{ status: 404, code: 'scim-address' }]
const noFilter: KnownFailure[] = [
  ...noService,
  { status: 400, code: 'scim-unsupported' },
  { status: 403, scimType: 'toomany', code: 'scim-unsupported' },
]

const noGroup: KnownFailure[] = [{ status: 404, code: 'group-not-found' }]

const list = <T>(resource: 'Users' | 'Groups', label: string, read: Operation<ListInput, ScimPage<T>>['read']) =>
  operation<ListInput, ScimPage<T>>({
    label,
    method: 'GET',
    path: (input) => ({ place: 'tenant', segments: [resource], query: { ...input } }),
    body: () => null,
    success: [200],
    failures: noService,
    risk: 'none',
    read,
  })

const describe = <T>(endpoint: string, label: string, read: Operation<PlaceInput, T>['read']) =>
  operation<PlaceInput, T>({
    label,
    method: 'GET',
    path: ({ place }) => ({ place, segments: [endpoint] }),
    body: () => null,
    success: [200],
    failures: noService,
    risk: 'none',
    read,
  })

const one = <T>(
  resource: 'Users' | 'Groups',
  label: string,
  read: Operation<IdInput, T>['read'],
  failures: KnownFailure[] = [],
) =>
  operation<IdInput, T>({
    label,
    method: 'GET',
    path: ({ id }) => ({ place: 'tenant', segments: [resource, id] }),
    body: () => null,
    success: [200],
    failures,
    risk: 'none',
    read,
  })

type UserWrite<I> = Operation<I, Written<ScimUser>>

const byPatch = (label: string, risk: 'update' | 'deactivate'): UserWrite<PatchInput> =>
  operation<PatchInput, Written<ScimUser>>({
    label,
    method: 'PATCH',
    path: ({ id }) => ({ place: 'tenant', segments: ['Users', id] }),
    body: ({ diffs, resource }) => patchOf(diffs, resource),
    success: [200, 202, 204],
    failures: conflict,
    risk,
    read: writtenUser,
  })

const byPut = (label: string, risk: 'update' | 'deactivate'): UserWrite<ReplaceInput> =>
  operation<ReplaceInput, Written<ScimUser>>({
    label,
    method: 'PUT',
    path: ({ id }) => ({ place: 'tenant', segments: ['Users', id] }),
    body: ({ diffs, resource }) => putOf(resource, diffs),
    success: [200, 201, 202, 204],
    failures: conflict,
    risk,
    read: writtenUser,
  })

/** Every request that Muster makes of a SCIM service. A new one is one new entry here. */
export const operations = {
  readConfig: describe<ServiceProviderConfig>(
    'ServiceProviderConfig',
    'Read what the service supports',
    asBody(serviceProviderConfigSchema),
  ),
  readSchemas: describe<ScimPage<JsonObject>>('Schemas', 'Read the schemas', asBody(descriptionListSchema)),
  readResourceTypes: describe<ScimPage<JsonObject>>(
    'ResourceTypes',
    'Read the resource types',
    asBody(descriptionListSchema),
  ),

  listUsers: list<ScimUser>('Users', 'List accounts', asBody(userListSchema)),
  findUser: operation<FindInput, ScimPage<ScimUser>>({
    label: 'Find an account',
    method: 'GET',
    path: ({ attribute, value }) => ({
      place: 'tenant',
      segments: ['Users'],
      query: { filter: eq(attribute, value) },
    }),
    body: () => null,
    success: [200],
    failures: noFilter,
    risk: 'none',
    read: asBody(userListSchema),
  }),
  getUser: one<ScimUser>('Users', 'Read an account', asBody(scimUserSchema)),
  createUser: operation<CreateInput, Written<ScimUser>>({
    label: 'Create an account',
    method: 'POST',
    path: () => ({ place: 'tenant', segments: ['Users'] }),
    body: ({ attributes }) => createOf(attributes),
    success: [200, 201, 202],
    failures: [...conflict, ...noService],
    risk: 'create',
    read: (reply) => writtenUser(reply, {}),
  }),
  patchUser: byPatch('Update an account', 'update'),
  replaceUser: byPut('Update an account', 'update'),
  deactivateUser: byPatch('Deactivate an account', 'deactivate'),
  deactivateUserByReplace: byPut('Deactivate an account', 'deactivate'),
  reactivateUser: byPatch('Reactivate an account', 'update'),
  reactivateUserByReplace: byPut('Reactivate an account', 'update'),
  deleteUser: operation<IdInput, IdInput>({
    label: 'Delete an account',
    method: 'DELETE',
    path: ({ id }) => ({ place: 'tenant', segments: ['Users', id] }),
    body: () => null,
    success: [200, 202, 204],
    failures: [],
    risk: 'delete',
    read: (_reply, { id }) => ({ id }),
  }),

  listGroups: list<ScimGroup>('Groups', 'List groups', asBody(groupListSchema)),
  findGroup: operation<GroupNameInput, ScimPage<ScimGroup>>({
    label: 'Find a group',
    method: 'GET',
    path: ({ displayName }) => ({
      place: 'tenant',
      segments: ['Groups'],
      query: { filter: eq('displayName', displayName) },
    }),
    body: () => null,
    success: [200],
    failures: noFilter,
    risk: 'none',
    read: asBody(groupListSchema),
  }),
  getGroup: one<ScimGroup>('Groups', 'Read a group', asBody(scimGroupSchema), noGroup),
  createGroup: operation<GroupNameInput, Written<ScimGroup>>({
    label: 'Create a group',
    method: 'POST',
    path: () => ({ place: 'tenant', segments: ['Groups'] }),
    body: ({ displayName }) => groupOf(displayName),
    success: [200, 201, 202],
    failures: [...conflict, ...noService],
    risk: 'create',
    read: (reply) => writtenGroup(reply, {}),
  }),
  patchGroup: operation<MembersInput, Written<ScimGroup>>({
    label: 'Change the members of a group',
    method: 'PATCH',
    path: ({ id }) => ({ place: 'tenant', segments: ['Groups', id] }),
    body: ({ add, remove }) => membersPatch(add, remove),
    success: [200, 202, 204],
    failures: noGroup,
    risk: 'update',
    read: writtenGroup,
  }),
} as const
