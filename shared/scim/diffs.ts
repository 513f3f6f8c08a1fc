import type { Diff } from '../model/change.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { attributeOf, isJsonObject, parsePath, readPath, type ScimPath, writePath } from './path.ts'

/** A diff with its path parsed. */
export interface ParsedDiff {
  readonly path: ScimPath
  readonly before: Json
  readonly after: Json
}

/**
 * Parses a diff. One between two complex values becomes a diff for each sub-attribute that differs, since replacing the
 * whole would not remove what is gone (RFC 7644 section 3.5.2.3).
 * @throws MusterError `path-invalid`
 */
export function parseDiff(diff: Diff): ParsedDiff[] {
  const path = parsePath(diff.path)
  const { before, after } = diff
  if (path.sub !== null || !isJsonObject(before) || !isJsonObject(after)) return [{ path, before, after }]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((sub) => ({ path: { ...path, sub }, before: attributeOf(before, sub), after: attributeOf(after, sub) }))
    .filter((part) => !sameJson(part.before, part.after))
}

/** Sub-attributes that only describe the `value` beside them. */
const describing = ['$ref', 'displayName', 'display']

/** {@link applyDiffs} for diffs that are parsed already. */
export function withDiffs(resource: JsonObject, diffs: readonly ParsedDiff[]): JsonObject {
  return diffs.reduce<JsonObject>(
    (whole, diff) => writePath(withoutStale(whole, diff), diff.path, diff.after),
    resource,
  )
}

/**
 * The resource with the diffs made true; the one passed in is left as it was. What described a value that is replaced
 * goes with it: the name of the manager before, the display form of the address before.
 * @throws MusterError `path-invalid`
 */
export function applyDiffs(resource: JsonObject, diffs: readonly Diff[]): JsonObject {
  return withDiffs(resource, diffs.flatMap(parseDiff))
}

/** Whether the diffs are true of a resource already: it has every after-value. */
export function holds(resource: JsonObject, diffs: readonly Diff[]): boolean {
  return diffs.every(({ path, after }) => sameAt(path, readPath(resource, path), after))
}

/** Whether a resource is, in the attributes that would change, as it was when the diffs were made. */
export function unchanged(resource: JsonObject, diffs: readonly Diff[]): boolean {
  return diffs.every(({ path, before }) => sameAt(path, readPath(resource, path), before))
}

/** Whether two values at one path are the same. An element that does not say whether it is primary is not (RFC 7643 section 2.4). */
export function sameAt(path: string, one: Json, other: Json): boolean {
  return /\.primary$/i.test(path) ? sameJson(one ?? false, other ?? false) : sameJson(one, other)
}

/** Whether two JSON values are equal; the order of an object's names does not count (RFC 8259 section 4). */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => sameJson(value, other[index] ?? null))
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(one[name] ?? null, other[name] ?? null))
  )
}

function withoutStale(resource: JsonObject, { path, after }: ParsedDiff): JsonObject {
  if (path.sub?.toLowerCase() !== 'value' || readPath(resource, path) === after) return resource
  if (!isJsonObject(readPath(resource, { ...path, sub: null }))) return resource
  return describing.reduce((whole, sub) => writePath(whole, { ...path, sub }, null), resource)
}
