import type { Json, JsonObject } from '../model/json.ts'
import { attributeOf, isJsonObject } from './path.ts'
import { idOfLocation } from './urls.ts'
import { bulkRequestUrn } from './urn.ts'

/** One write as a part of a Bulk (RFC 7644 section 3.7). */
export interface BulkOperation {
  readonly method: string
  /** The resource below the tenant, encoded: `/Users/42`, or the endpoint of a create. */
  readonly path: string
  /** Tells the operations of one Bulk apart. Sent with every method, since a refusal need not say which resource it is about. */
  readonly bulkId: string
  /** Version that the resource has to have still; null sends no condition. */
  readonly version: string | null
  /** The body that the request would have on its own, as JSON; null without one. */
  readonly data: string | null
}

/** An operation as JSON. */
export function bulkOperationText({ method, path, bulkId, version, data }: BulkOperation): string {
  const head = JSON.stringify({ method, path, bulkId, ...(version === null ? {} : { version }) })
  return data === null ? head : `${head.slice(0, -1)},"data":${data}}`
}

/** The body of a Bulk request. Every operation is tried, whatever becomes of the others: there is no `failOnErrors`. */
export function bulkRequestText(operations: readonly string[]): string {
  return `{"schemas":["${bulkRequestUrn}"],"Operations":[${operations.join(',')}]}`
}

/** What a Bulk reply says of one operation. */
export interface BulkResult {
  /** Null when it can't be understood. */
  readonly status: number | null
  readonly location: string | null
  readonly version: string | null
  /** What the body of the reply would be; null for none. */
  readonly response: Json
  /** All of it, as it came. */
  readonly whole: JsonObject
}

/** A Bulk reply. */
export interface BulkReply {
  /** How many operations it speaks of. */
  readonly count: number
  /** What it says of an operation; null when it says nothing, or not for certain. */
  readonly of: (operation: Pick<BulkOperation, 'method' | 'path' | 'bulkId'>) => BulkResult | null
}

/**
 * Reads the body of a Bulk reply; null when it is none. Services differ in what they name an operation by, so it is found
 * by its bulkId, else by the resource at its location, and never by its place in the list.
 */
export function readBulkResponse(body: Json): BulkReply | null {
  const operations = isJsonObject(body) ? attributeOf(body, 'Operations') : null
  if (!Array.isArray(operations)) return null
  const all = operations.filter(isJsonObject)
  const byBulkId = Map.groupBy(all, (one) => textOf(one, 'bulkId'))
  const unnamed = byBulkId.get(null) ?? []
  const byResource = Map.groupBy(unnamed, (one) => resourceAt(textOf(one, 'location')))
  const of: BulkReply['of'] = ({ method, path, bulkId }) => {
    const resource = resourceAt(path)
    const named = byBulkId.get(bulkId) ?? (resource === null ? undefined : byResource.get(resource)) ?? []
    const [found, another] = named.filter((one) => (textOf(one, 'method') ?? method).toUpperCase() === method)
    return found === undefined || another !== undefined ? null : resultOf(found)
  }
  return { count: all.length, of }
}

function resultOf(whole: JsonObject): BulkResult {
  return {
    status: statusOf(attributeOf(whole, 'status')),
    location: textOf(whole, 'location'),
    version: textOf(whole, 'version'),
    response: attributeOf(whole, 'response'),
    whole,
  }
}

/** A status is a text by the standard; services also write a number, or `{ code }` as SCIM 1.1 did. */
function statusOf(value: Json): number | null {
  if (isJsonObject(value)) return statusOf(attributeOf(value, 'code'))
  const status = typeof value === 'string' && /^\d{3}$/.test(value.trim()) ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599 ? status : null
}

/** An attribute that is a text, or a number written without quotes; null for anything else. */
function textOf(object: JsonObject, name: string): string | null {
  const value = attributeOf(object, name)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
}

/** Which resource an address or a path names; null for an endpoint. */
function resourceAt(address: string | null): string | null {
  const id = idOfLocation(address)
  return id === null ? null : `${/\/groups\/[^/]+\/?$/i.test(address ?? '') ? 'Groups' : 'Users'}/${id}`
}
