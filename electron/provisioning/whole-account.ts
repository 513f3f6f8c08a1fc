import { MusterError } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { Json, JsonObject } from '../../shared/model/json.ts'
import { withoutReferences } from '../../shared/scim/body.ts'
import { isJsonObject, parsePath } from '../../shared/scim/path.ts'
import { canonicalJson } from './canonical.ts'

/** What the service alone writes (RFC 7643 sections 3.1, 4.1.2 and 4.3): it can't be given back. */
const ofService = ['id', 'meta', 'schemas', 'groups', '$ref']

/** All that goes with an account that is deleted, by path: what is reviewed, compared before it is sent, and kept for the undo. */
export function diffOfDelete(account: JsonObject): Diff[] {
  return leavesOf(account).flatMap(([path, before]) => (isPath(path) ? [{ path, before, after: null }] : []))
}

/** The diffs that make the account anew which diffs of {@link diffOfDelete} took away. */
export function diffOfMakeAnew(deleted: readonly Diff[]): Diff[] {
  return deleted.map(({ path, before }) => ({ path, before: null, after: withoutReferences(before) }))
}

/** Whether an account says all that the diffs of its deletion say, and nothing else; the order of elements says nothing. */
export function isAsReviewed(account: JsonObject, reviewed: readonly Diff[]): boolean {
  return textOf(diffOfDelete(account)) === textOf(reviewed)
}

const textOf = (diffs: readonly Diff[]): string =>
  diffs
    .map(({ path, before }) => {
      const parts = Array.isArray(before) ? before.map(canonicalJson).sort() : [canonicalJson(before)]
      return `${path} ${parts.join(' ')}`
    })
    .sort()
    .join('\n')

/** An extension and a complex attribute are taken apart; the elements of a multi-valued attribute stay together. */
function leavesOf(account: JsonObject): [string, Json][] {
  return Object.entries(account).flatMap(([name, value]) => {
    if (ofService.includes(name.toLowerCase())) return []
    if (!/^urn:/i.test(name) || !isJsonObject(value)) return partsOf(name, value)
    return Object.entries(value).flatMap(([sub, inner]) => partsOf(`${name}:${sub}`, inner))
  })
}

function partsOf(path: string, value: Json): [string, Json][] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return []
  if (!isJsonObject(value)) return [[path, value]]
  // The name of the manager is the service's: it follows from the id (RFC 7643 section 4.3).
  const own = /:manager$/i.test(path) ? ['$ref', 'displayname'] : ['$ref']
  return Object.entries(value).flatMap(([sub, inner]): [string, Json][] =>
    inner === null || own.includes(sub.toLowerCase()) ? [] : [[`${path}.${sub}`, inner]],
  )
}

/** Names that no path can hold are not SCIM's (RFC 7643 section 2.1), and no service could be asked to set them. */
function isPath(text: string): boolean {
  try {
    return parsePath(text).text === text
  } catch (error) {
    if (error instanceof MusterError) return false
    throw error
  }
}
