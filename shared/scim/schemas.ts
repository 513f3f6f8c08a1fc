import { z } from 'zod'
import type { Json, JsonObject } from '../model/json.ts'
import { attributeOf, isJsonObject, keyOf, readPath } from './path.ts'

/**
 * A User resource (RFC 7643 section 4.1) as the service sent it, with three things made sure of: `id` and `userName` are
 * texts and `active` is a boolean. Everything else is kept whatever its type; read it with `readPath`, which never fails.
 * Names of the core attributes are in the schema's case even where the service wrote them otherwise.
 */
export type ScimUser = JsonObject & { id: string; userName: string; active: boolean }

/** A Group resource (RFC 7643 section 4.2); `members` may be cut off by the service (K2: at most 100). */
export type ScimGroup = JsonObject & { id: string; displayName: string; members: { value: string }[] }

const userNames = [
  'schemas',
  'id',
  'externalId',
  'meta',
  'userName',
  'name',
  'displayName',
  'nickName',
  'profileUrl',
  'title',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'active',
  'emails',
  'phoneNumbers',
  'ims',
  'photos',
  'addresses',
  'groups',
  'entitlements',
  'roles',
  'x509Certificates',
]
const groupNames = ['schemas', 'id', 'externalId', 'meta', 'displayName', 'members']
const canonicalOf = (names: readonly string[]) => new Map(names.map((name) => [name.toLowerCase(), name]))
const userCanonical = canonicalOf(userNames)
const groupCanonical = canonicalOf(groupNames)

/** The resource with its core attributes named as the schema writes them; the same object when they already are. */
function renamed(resource: JsonObject, canonical: ReadonlyMap<string, string>): JsonObject {
  const right = (key: string): string => canonical.get(key.toLowerCase()) ?? key
  if (Object.keys(resource).every((key) => right(key) === key)) return resource
  return Object.fromEntries(Object.entries(resource).map(([key, value]) => [right(key), value]))
}

/** A text where the value is a non-empty text or a number, which some services send for ids; else null. */
function textOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}

/** `active` as services write it: a boolean, "True", "false", 1, 0. Absent or unreadable counts as active. */
function activeOf(value: Json | undefined): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value.trim().toLowerCase() !== 'false' && value.trim() !== '0'
  return value !== 0
}

/** Any JSON object. Its values come from JSON.parse, so checking each of them again would only cost time. */
const objectSchema = z.custom<JsonObject>(isJsonObject, 'Expected a JSON object')

/** Reads one User; fails only where there is no object or no id. See {@link ScimUser}. */
export const scimUserSchema: z.ZodType<ScimUser, JsonObject> = objectSchema.transform((raw, context) => {
  const resource = renamed(raw, userCanonical)
  const id = textOf(resource.id)
  if (id === null) {
    context.addIssue({ code: 'custom', message: 'A user without an id', path: ['id'] })
    return z.NEVER
  }
  return { ...resource, id, userName: textOf(resource.userName) ?? '', active: activeOf(resource.active) }
})

/** Reads one Group; fails only where there is no object or no id. Members without a value are dropped. */
export const scimGroupSchema: z.ZodType<ScimGroup, JsonObject> = objectSchema.transform((raw, context) => {
  const resource = renamed(raw, groupCanonical)
  const id = textOf(resource.id)
  if (id === null) {
    context.addIssue({ code: 'custom', message: 'A group without an id', path: ['id'] })
    return z.NEVER
  }
  const listed = Array.isArray(resource.members) ? resource.members : []
  const members = listed.flatMap((member) => {
    const value = isJsonObject(member) ? textOf(attributeOf(member, 'value')) : textOf(member)
    return value === null ? [] : [{ ...(isJsonObject(member) ? member : {}), value }]
  })
  return { ...resource, id, displayName: textOf(resource.displayName) ?? '', members }
})

/** The service's version of a resource, for If-Match (RFC 7644 section 3.14): `meta.version`; null when it sends none. */
export function versionOf(resource: JsonObject): string | null {
  return textOf(readPath(resource, 'meta.version'))
}

/** The resource as of another version; null takes away what it says of one, since it is no longer that one. */
export function withVersion<T extends JsonObject>(resource: T, version: string | null): T {
  const { version: _old, ...other } = isJsonObject(resource.meta) ? resource.meta : {}
  return { ...resource, meta: version === null ? other : { ...other, version } }
}

/** A page of resources: `notes` says what could not be used. */
export interface ScimPage<T> {
  readonly resources: readonly T[]
  /** What the service says the list holds in all; null when it does not say. */
  readonly totalResults: number | null
  readonly startIndex: number | null
  readonly itemsPerPage: number | null
  /** Cursor paging (RFC 9865); null when there is no further page or the service has no cursors. */
  readonly nextCursor: string | null
  /** One sentence for each entry that had to be dropped. */
  readonly notes: readonly string[]
}

function countOf(value: Json): number | null {
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null
}

/**
 * Reads a list response (RFC 7644 section 3.4.2) of resources read by `item`. A missing `Resources` is an empty page, a
 * bare array is a page too, and an entry that can't be read is dropped with a note instead of failing the page.
 */
const listSchema = <T>(item: z.ZodType<T, JsonObject>): z.ZodType<ScimPage<T>> =>
  z
    .union([objectSchema, z.array(z.custom<Json>())])
    .refine((raw) => Array.isArray(raw) || looksLikeList(raw), 'Expected a SCIM list response')
    .transform((raw) => {
      const whole: JsonObject = Array.isArray(raw) ? { Resources: raw } : raw
      const listed = attributeOf(whole, 'Resources')
      const resources: T[] = []
      const notes: string[] = []
      for (const [index, entry] of (Array.isArray(listed) ? listed : []).entries()) {
        const read = item.safeParse(entry)
        if (read.success) resources.push(read.data)
        else notes.push(`Entry ${index + 1}: ${read.error.issues[0]?.message ?? 'unreadable'}.`)
      }
      return {
        resources,
        totalResults: countOf(attributeOf(whole, 'totalResults')),
        startIndex: countOf(attributeOf(whole, 'startIndex')),
        itemsPerPage: countOf(attributeOf(whole, 'itemsPerPage')),
        nextCursor: textOf(attributeOf(whole, 'nextCursor')),
        notes,
      }
    })

/** An object that is no list at all (an error body, a single resource) must not pass for an empty list. */
function looksLikeList(raw: JsonObject): boolean {
  const listed = attributeOf(raw, 'Resources')
  return Array.isArray(listed) || (listed === null && keyOf(raw, 'totalResults') !== null)
}

/** A page of users. */
export const userListSchema: z.ZodType<ScimPage<ScimUser>> = listSchema(scimUserSchema)
/** A page of groups. */
export const groupListSchema: z.ZodType<ScimPage<ScimGroup>> = listSchema(scimGroupSchema)
/** A single description where a list of them belongs: a schema has attributes, a resource type an endpoint. */
const oneDescriptionSchema = objectSchema
  .refine((raw) => !looksLikeList(raw) && ['attributes', 'endpoint'].some((name) => attributeOf(raw, name) !== null))
  .transform((raw): unknown => [raw])
/** A page of schemas or resource types. Some services give the only one they have instead of a list. */
export const descriptionListSchema: z.ZodType<ScimPage<JsonObject>> = z.union([
  listSchema(objectSchema),
  oneDescriptionSchema.pipe(listSchema(objectSchema)),
])
