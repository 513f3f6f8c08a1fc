import type { Diff } from '../model/change.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { type ParsedDiff, parseDiff, withDiffs } from './diffs.ts'
import { fits, isJsonObject, type PathCondition, readPath, type ScimPath, writePath } from './path.ts'
import { patchOpUrn } from './urn.ts'

export { createOf, putOf } from './body.ts'

/** One operation of a PATCH (RFC 7644 section 3.5.2). Always with a path: what it touches can be read off it. */
type PatchOperation = { op: 'add' | 'replace'; path: string; value: Json } | { op: 'remove'; path: string }

/** The body of a PATCH. Without operations there is nothing to send, and a service may refuse it. */
export type PatchRequest = { schemas: [typeof patchOpUrn]; Operations: PatchOperation[] }

/**
 * The PATCH that makes the diffs true: one operation an attribute, a new element or complex attribute added as a whole.
 * A value filter that matches nothing must fail with `noTarget` (RFC 7644 section 3.5.2.3), so it matters what is there:
 * `resource` says so; without it, the diffs' own before-values have to.
 * @throws MusterError `path-invalid`
 */
export function patchOf(diffs: readonly Diff[], resource: JsonObject | null = null): PatchRequest {
  const parsed = diffs.flatMap(parseDiff)
  const before = resource ?? parsed.reduce<JsonObject>((whole, diff) => writePath(whole, diff.path, diff.before), {})
  const after = withDiffs(before, parsed)
  const operations: PatchOperation[] = []
  for (const group of Map.groupBy(parsed, ({ path }) => prefixOf(path).toLowerCase()).values()) {
    operations.push(...attributeOperations(group, before, after, resource !== null))
  }
  return { schemas: [patchOpUrn], Operations: operations }
}

/** All diffs on one attribute as operations. */
function attributeOperations(
  group: ParsedDiff[],
  before: JsonObject,
  after: JsonObject,
  sure: boolean,
): PatchOperation[] {
  const first = group[0]?.path
  if (first === undefined) return []
  const attribute = prefixOf(first)
  const all = { ...first, filter: null, sub: null }
  const was = readPath(before, all)
  if (group.some(({ path }) => !addressable(path, was))) return setOperation(attribute, was, readPath(after, all))
  const operations: PatchOperation[] = []
  const added: Json[] = []
  for (const some of Map.groupBy(group, ({ path }) => filterText(path.filter)).values()) {
    const element = { ...(some[0]?.path ?? first), sub: null }
    const then = readPath(before, element)
    const now = readPath(after, element)
    const whole = some.some(({ path }) => isWhole(path)) && (now === null || element.filter === null)
    const emptied = now === null && sure && element.filter !== null
    if (then === null && now !== null && element.filter !== null) added.push(now)
    else if (then === null || whole || emptied) operations.push(...setOperation(addressOf(element), then, now))
    else operations.push(...leafOperations(some, before))
  }
  if (added.length > 0) operations.push({ op: 'add', path: attribute, value: added })
  return operations
}

/** Without a `value` an element or a reference says nothing, so it goes as a whole, and a reference is set as a whole. */
const isWhole = ({ sub }: ScimPath): boolean => sub === null || sub.toLowerCase() === 'value'

/**
 * Whether a path names one place in what is there. It doesn't when several elements fit its filter: the service would
 * change them all, and telling them apart by the value that is being replaced is more than services understand. That holds
 * for a filter that names the value itself.
 */
function addressable({ filter, sub }: ScimPath, was: Json): boolean {
  if (filter === null) return sub !== null && !Array.isArray(was)
  if (filter.some(({ attribute }) => attribute.toLowerCase() === 'value')) return false
  return !Array.isArray(was) || was.filter((one) => isJsonObject(one) && fits(one, filter)).length <= 1
}

function setOperation(path: string, before: Json, after: Json): PatchOperation[] {
  if (after !== null) return [{ op: before === null ? 'add' : 'replace', path, value: after }]
  return before === null ? [] : [{ op: 'remove', path }]
}

/** Sub-attributes that the filter names come last: once they are changed it no longer matches. */
function leafOperations(diffs: ParsedDiff[], before: JsonObject): PatchOperation[] {
  const named = ({ path: { filter, sub } }: ParsedDiff): boolean =>
    filter?.some(({ attribute }) => attribute.toLowerCase() === sub?.toLowerCase()) ?? false
  return [...diffs.filter((diff) => !named(diff)), ...diffs.filter(named)].flatMap((diff) =>
    setOperation(addressOf(diff.path), readPath(before, diff.path), diff.after),
  )
}

function addressOf(path: ScimPath): string {
  return `${prefixOf(path)}${filterText(path.filter)}${path.sub === null ? '' : `.${path.sub}`}`
}

function prefixOf({ schema, attribute }: ScimPath): string {
  return schema === null ? attribute : `${schema}:${attribute}`
}

function filterText(filter: readonly PathCondition[] | null): string {
  if (filter === null) return ''
  return `[${filter.map(({ attribute, value }) => `${attribute} eq ${JSON.stringify(value)}`).join(' and ')}]`
}
