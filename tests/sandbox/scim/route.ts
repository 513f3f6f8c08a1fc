import { Refusal } from './refusal.ts'
import type { Kind } from './schema.ts'

/** What a request's address means. */
export interface Place {
  /** True below `/tokens/{token}`, false below `/scim/v2`, which is for discovery alone. */
  readonly tenant: boolean
  /** What follows the base, decoded. */
  readonly segments: readonly string[]
  /** The kind of resource, null when the place is no collection. */
  readonly kind: Kind | null
  /** The collection as it was written: `Users`, `users`, … */
  readonly collection: string
  /** Decoded; may hold slashes; empty for the collection itself. */
  readonly id: string
  readonly parameters: URLSearchParams
}

const kinds: Readonly<Record<string, Kind>> = { users: 'User', groups: 'Group' }

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal(400, 'The path is not properly encoded.', 'invalidPath')
  }
}

/** The path without the part that leads to the tenant, or null when there is nothing at it. */
function below(path: string, token: string): { tenant: boolean; rest: string } | null {
  const discovery = /^\/scim\/v2\/(.+)$/i.exec(path)?.[1]
  if (discovery !== undefined) return { tenant: false, rest: discovery }
  const [, given, rest] = /^\/tokens\/([^/]+)\/(?:scim\/v2\/)?(.+)$/i.exec(path) ?? []
  // A wrong token looks like a path that does not exist.
  if (given === undefined || rest === undefined || decode(given) !== token) return null
  return { tenant: true, rest }
}

/**
 * Reads an address: `/tokens/{token}/scim/v2/…`, its shorthand `/tokens/{token}/…`, or `/scim/v2/…`.
 * @throws Refusal 404 for any other path or a wrong path token.
 */
export function placeOf(url: string, token: string): Place {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const found = below(path, token)
  if (!found) throw new Refusal(404, 'There is nothing at this path.')
  const raw = found.rest.replace(/\/$/, '').split('/')
  const segments = raw.map(decode)
  const collection = segments[0] ?? ''
  const kind = found.tenant ? (kinds[collection.toLowerCase()] ?? null) : null
  return {
    tenant: found.tenant,
    segments,
    kind,
    collection,
    // An id with a slash may come encoded, as it should, or bare, as some clients send it.
    id: segments.slice(1).join('/'),
    parameters: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
  }
}
