import type { Diff } from '../model/change.ts'
import type { JsonObject } from '../model/json.ts'
import type { PatchRequest } from './patch.ts'
import type { ScimGroup } from './schemas.ts'
import { groupUrn, patchOpUrn } from './urn.ts'

/** So many members K2 shows of a group at the most (k2.md); other services cut at other round numbers. */
const shownByK2 = 100

const begin = 'members[value eq '

/** The path of one member of a group (RFC 7644 section 3.5.2): `members[value eq "2819c223"]`. */
export const memberPath = (id: string): string => `${begin}${JSON.stringify(id)}]`

/** The member that a path made by {@link memberPath} names; null for any other path. */
export function memberOf(path: string): string | null {
  if (!path.startsWith(begin) || !path.endsWith(']')) return null
  try {
    const id: unknown = JSON.parse(path.slice(begin.length, -1))
    return typeof id === 'string' ? id : null
  } catch {
    return null
  }
}

/** The members that the diffs of a membership are about, in their order. */
export const membersOf = (diffs: readonly Diff[]): string[] => diffs.flatMap(({ path }) => memberOf(path) ?? [])

/**
 * Whether the service may know more members than it shows. A list that ends at a round hundred may have been cut there:
 * the reply does not say.
 */
export const mayBeCut = ({ members }: ScimGroup): boolean => members.length > 0 && members.length % shownByK2 === 0

/** A group with whether the service may know more members than those it holds. */
export interface SeenGroup {
  readonly resource: ScimGroup
  readonly cut: boolean
}

/** A group as the service showed it. */
export const seenGroup = (resource: ScimGroup): SeenGroup => ({ resource, cut: mayBeCut(resource) })

/** Whether the service shows an account as a member of a group. */
export const hasMember = ({ members }: ScimGroup, id: string): boolean => members.some(({ value }) => value === id)

/** The group with members added and removed. */
export function withMembers(group: ScimGroup, add: readonly string[], remove: readonly string[]): ScimGroup {
  const gone = new Set(remove)
  const there = new Set(group.members.map(({ value }) => value))
  const kept = group.members.filter(({ value }) => !gone.has(value))
  return { ...group, members: [...kept, ...add.filter((id) => !there.has(id)).map((value) => ({ value }))] }
}

/**
 * The PATCH that adds and removes members of a group; members that are not named stay, whether the service shows them or
 * not. Adding somebody who is a member already changes nothing (RFC 7644 section 3.5.2.1).
 */
export function membersPatch(add: readonly string[], remove: readonly string[]): PatchRequest {
  const operations: PatchRequest['Operations'] = remove.map((id) => ({ op: 'remove', path: memberPath(id) }))
  if (add.length > 0) operations.push({ op: 'add', path: 'members', value: add.map((value) => ({ value })) })
  return { schemas: [patchOpUrn], Operations: operations }
}

/** The body that creates a group without members; they follow by {@link membersPatch}. */
export function groupOf(displayName: string): JsonObject {
  return { schemas: [groupUrn], displayName }
}
