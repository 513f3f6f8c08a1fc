import type { Diff } from '../model/change.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { applyDiffs } from './diffs.ts'
import { attributeOf, writePath } from './path.ts'
import { userUrn } from './urn.ts'

/** What only the service writes (RFC 7643 sections 3.1 and 4.1.2). `id` stays: many services compare it with the URL's. */
const readOnly = ['meta', 'groups']

/**
 * The whole User for a PUT (RFC 7644 section 3.5.1): the resource with the diffs applied. Nothing else is changed or left
 * out, since what a PUT does not mention may be cleared.
 * @throws MusterError `path-invalid`
 */
export function putOf(resource: JsonObject, diffs: readonly Diff[]): JsonObject {
  const body = applyDiffs(resource, diffs)
  const kept = withoutReferences(
    Object.fromEntries(Object.entries(body).filter(([key]) => !readOnly.includes(key.toLowerCase()))),
  )
  // An extension whose last value the diffs took away is no longer one of the account's schemas.
  const emptied = Object.keys(resource).filter((key) => /^urn:/i.test(key) && attributeOf(kept, key) === null)
  const gone = new Set(emptied.map((urn) => urn.toLowerCase()))
  return { ...kept, schemas: schemasOf(kept).filter((urn) => !gone.has(urn.toLowerCase())) }
}

/** Without `$ref` (RFC 7643 section 2.4): the service makes it from the `value` beside it, and ours has the path token masked. */
export const withoutReferences = <T extends Json>(value: T): T =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === '$ref' ? undefined : part)))

/**
 * The body that creates a User from its attributes by path (RFC 7644 section 3.3). Absent values are left out.
 * @throws MusterError `path-invalid`
 */
export function createOf(attributes: Readonly<Record<string, Json>>): JsonObject {
  const body = Object.entries(attributes).reduce<JsonObject>(
    (whole, [path, value]) => writePath(whole, path, value),
    {},
  )
  return { schemas: schemasOf(body), ...body }
}

/** The schemas a body has to list: what it lists already, the core User, and each extension it holds. */
function schemasOf(body: JsonObject): string[] {
  const listed = attributeOf(body, 'schemas')
  const known = Array.isArray(listed) ? listed.filter((urn) => typeof urn === 'string') : []
  const used = Object.keys(body).filter((key) => /^urn:/i.test(key))
  const all = new Map<string, string>()
  for (const urn of [...known, userUrn, ...used]) if (!all.has(urn.toLowerCase())) all.set(urn.toLowerCase(), urn)
  return [...all.values()]
}
