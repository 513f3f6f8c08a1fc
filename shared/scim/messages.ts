import { z } from 'zod'
import type { Json, JsonObject } from '../model/json.ts'
import { attributeOf, isJsonObject, readPath } from './path.ts'

/** What an error body says (RFC 7644 section 3.12). */
export interface ScimErrorBody {
  /** The service's own words; null when it has none. */
  readonly detail: string | null
  /** `uniqueness`, `invalidValue`, `mutability`, … in lower case; null when the service gives none. */
  readonly scimType: string | null
}

function sentencesOf(value: Json): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (Array.isArray(value)) return value.flatMap(sentencesOf)
  if (isJsonObject(value))
    return ['detail', 'message', 'description'].flatMap((name) => sentencesOf(attributeOf(value, name)))
  return []
}

/**
 * Reads the body of a refusal. `detail` may be a text or an array, and services that are not SCIM all the way down say
 * `message`, `error_description`, `title` or `Errors[].description` instead.
 */
export const scimErrorSchema: z.ZodType<ScimErrorBody> = z.custom<JsonObject>(isJsonObject).transform((body) => {
  const names = ['detail', 'message', 'error_description', 'Errors', 'title', 'error']
  const said = names.map((name) => sentencesOf(attributeOf(body, name))).find((sentences) => sentences.length > 0)
  const scimType = attributeOf(body, 'scimType')
  return {
    detail: said?.join(' ') ?? null,
    scimType: typeof scimType === 'string' && scimType !== '' ? scimType.toLowerCase() : null,
  }
})

/** What a service says about itself (RFC 7643 section 5); null where it says nothing. */
export interface ServiceProviderConfig {
  readonly patch: boolean | null
  readonly bulk: { readonly supported: boolean | null; readonly maxOperations: number; readonly maxPayloadSize: number }
  readonly filter: { readonly supported: boolean | null; readonly maxResults: number | null }
  readonly etag: boolean | null
  /** Cursor paging (RFC 9865 section 4). */
  readonly cursor: boolean | null
}

/** A boolean, also one that was written as a text; null for anything else. */
export function flagOf(value: Json): boolean | null {
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return typeof value === 'boolean' ? value : null
}

/** Reads a ServiceProviderConfig; fails where the body holds none of its parts, so that a landing page is not taken for one. */
export const serviceProviderConfigSchema: z.ZodType<ServiceProviderConfig> = z
  .custom<JsonObject>(isJsonObject)
  .refine((body) => ['patch', 'bulk', 'filter', 'etag'].some((name) => isJsonObject(attributeOf(body, name))))
  .transform((body) => {
    const flag = (path: string) => flagOf(readPath(body, path))
    const limit = (path: string): number | null => {
      const said = readPath(body, path)
      // An object can’t always be made a number of, and never is a limit.
      const value = typeof said === 'string' ? Number(said) : said
      return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
    }
    return {
      patch: flag('patch.supported'),
      bulk: {
        supported: flag('bulk.supported'),
        maxOperations: limit('bulk.maxOperations') ?? 0,
        maxPayloadSize: limit('bulk.maxPayloadSize') ?? 0,
      },
      filter: { supported: flag('filter.supported'), maxResults: limit('filter.maxResults') },
      etag: flag('etag.supported'),
      cursor: flag('pagination.cursor'),
    }
  })
