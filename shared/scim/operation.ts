import type { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { attributeOf, isJsonObject } from './path.ts'
import { idOfLocation, type OperationPath } from './urls.ts'
import { errorUrn } from './urn.ts'

/** A refusal that means something particular for one operation; without a `scimType` any will do. */
export interface KnownFailure {
  readonly status: number
  /** RFC 7644 table 9, in lower case. */
  readonly scimType?: string
  readonly code: ErrorCode
}

/** A reply with a success status, as far as an operation looks at it. */
export interface OperationReply {
  /** Null when the body is empty. */
  readonly body: Json
  readonly location: string | null
}

/** One kind of request to a SCIM service: everything that is particular to it, and no I/O. */
export interface Operation<I, O> {
  /** What it does, as evidence and logs show it. */
  readonly label: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: (input: I) => OperationPath
  /** Null for requests without a body. */
  readonly body: (input: I) => JsonObject | null
  /** Statuses that mean it was done. */
  readonly success: readonly number[]
  /** Looked through in order before the general meaning of a status. */
  readonly failures: readonly KnownFailure[]
  /** How bad it would be to do it by mistake. */
  readonly risk: 'none' | 'create' | 'update' | 'deactivate' | 'delete'
  /** What a successful reply says; null when it can't be understood. */
  readonly read: (reply: OperationReply, input: I) => O | null
}

/** What a write gave: `resource` is null when the service did not send it, `id` when it did not even say that. */
export interface Written<T> {
  readonly id: string | null
  readonly resource: T | null
}

/** Some services send a refusal with a status of success. */
function isError(body: JsonObject): boolean {
  const schemas = attributeOf(body, 'schemas')
  return Array.isArray(schemas) && schemas.includes(errorUrn)
}

/** Reads a body by a schema; an empty one is not understood. */
export const asBody =
  <T, S>(schema: z.ZodType<T, S>) =>
  ({ body }: OperationReply): T | null =>
    schema.safeParse(body).data ?? null

/**
 * Reads the reply to a write: the resource, or nothing (204, and 201 or 200 with an empty body), then the id comes from
 * the Location header or is the one that was asked for. A resource without its id gets it the same way; one without its
 * name is none, and must not take the place of what is known.
 */
export const asWritten =
  <T extends { id: string }, S>(schema: z.ZodType<T, S>, nameOf: (resource: T) => string) =>
  ({ body, location }: OperationReply, input: { readonly id?: string }): Written<T> | null => {
    const id = input.id ?? idOfLocation(location)
    if (body === null) return { id, resource: null }
    if (!isJsonObject(body) || isError(body)) return null
    const resource = schema.safeParse(attributeOf(body, 'id') === null ? { ...body, id } : body).data ?? null
    return resource === null || nameOf(resource) === '' ? null : { id: resource.id, resource }
  }
