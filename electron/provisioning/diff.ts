import type { ChangeKind, Diff } from '../../shared/model/change.ts'
import type { Json, JsonObject } from '../../shared/model/json.ts'
import { sameJson } from '../../shared/scim/diffs.ts'
import { attributeOf, isJsonObject, parsePath, readPath } from '../../shared/scim/path.ts'
import { foldUserName } from './fold.ts'
import type { Desired } from './mapping.ts'

/** What a new account gets. */
export function diffOfCreate(desired: readonly Desired[]): Diff[] {
  return desired.map(({ path, value }) => ({ path, before: null, after: value }))
}

/** The attributes of an account that are not as the mapping wants them. What the mapping does not name is not looked at. */
export function diffOfUpdate(desired: readonly Desired[], account: JsonObject): Diff[] {
  const diffs: Diff[] = []
  for (const { path, value, when } of desired) {
    if (when === 'create' || isAsWanted(account, path, value)) continue
    diffs.push({ path, before: readPath(account, path), after: value })
  }
  return diffs
}

/**
 * Whether an attribute says what is wanted. Elements of a multi-valued attribute are compared by value and type; one that
 * the service keeps without any type counts for every type, since adding it again would only double it.
 */
export function isAsWanted(account: JsonObject, path: string, wanted: Json): boolean {
  const actual = readPath(account, path)
  if (sameValue(actual, wanted)) return true
  // userName is not case-exact (RFC 7643 section 4.1.1), and changing one can lock the person out of K2: letter case alone
  // is no reason for that.
  if (/^userName$/i.test(path) && typeof actual === 'string' && typeof wanted === 'string')
    return foldUserName(actual) === foldUserName(wanted)
  const { filter, sub, attribute, schema } = parsePath(path)
  if (actual !== null || filter === null || sub !== 'value') return false
  const holder = schema === null ? account : attributeOf(account, schema)
  const elements = isJsonObject(holder) ? attributeOf(holder, attribute) : null
  if (!Array.isArray(elements)) return false
  return elements.some(
    (element) =>
      isJsonObject(element) &&
      attributeOf(element, 'type') === null &&
      sameValue(attributeOf(element, 'value'), wanted),
  )
}

/** Whether two values say the same: a number kept as text, or an accent composed differently, is no difference to push. */
function sameValue(actual: Json, wanted: Json): boolean {
  if (sameJson(actual, wanted)) return true
  if (actual === null || wanted === null || typeof actual === 'object' || typeof wanted === 'object') return false
  return String(actual).normalize('NFC') === String(wanted).normalize('NFC')
}

/** What a change with these diffs does to an existing account. */
export function kindOf(diffs: readonly Diff[]): ChangeKind {
  if (diffs.length === 0) return 'none'
  const active = diffs.find(({ path }) => path === 'active')
  if (active === undefined) return 'update'
  return active.after === false ? 'deactivate' : 'reactivate'
}
