import { MusterError } from '../errors.ts'

/** Where a service is and how it writes its paths; the settings of a connection are one. */
export interface ServiceAddress {
  readonly baseUrl: string
  /** What stands between the base and the resources, `{token}` where the path token goes; empty for a plain service. */
  readonly path: string
  readonly lowerCase: boolean
}

/** Where an operation goes, before it is known which service. */
export interface OperationPath {
  /** `root` lies beside the tenants, without a path token; `tenant` is the admin's own part of the service. */
  readonly place: 'root' | 'tenant'
  /** Unencoded parts of the path; an id is one part, whatever is in it. */
  readonly segments: readonly string[]
  /** Unencoded query parameters; those left undefined are not sent. */
  readonly query?: Readonly<Record<string, string | number | undefined>>
}

/** The absolute address of an operation. Holds the path token, so it goes to the service and nowhere else. */
export function urlOf(settings: ServiceAddress, pathToken: string, path: OperationPath): string {
  return `${baseOf(settings).origin}${pathOf(settings, encodeURIComponent(pathToken), path)}`
}

/** Path and query of an operation as evidence and logs show it: `/tokens/••••f7f4/scim/v2/Users/42`. */
export function shownPath(settings: ServiceAddress, pathToken: string, path: OperationPath): string {
  return pathOf(settings, `••••${pathToken.slice(-4)}`, path)
}

/** An operation’s path below the service’s own, as a Bulk names it (RFC 7644 section 3.7): `/Users/42`. */
export function relativePath(settings: ServiceAddress, { segments }: OperationPath): string {
  const parts = segments.map((segment, index) => encoded(index === 0 && settings.lowerCase ? lower(segment) : segment))
  return `/${parts.join('/')}`
}

function pathOf(settings: ServiceAddress, token: string, path: OperationPath): string {
  const { place, query = {} } = path
  const layout = place === 'root' ? '/scim/v2' : settings.path.replace('{token}', token)
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `${baseOf(settings).path}${layout}${relativePath(settings, path)}${asked.length === 0 ? '' : `?${asked.join('&')}`}`
}

/** The base address taken apart: without a sign-in name in it, query, fragment and closing slashes. */
function baseOf({ baseUrl }: ServiceAddress): { origin: string; path: string } {
  const parts = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#]+)([^?#]*)/i.exec(baseUrl)
  const [, scheme = '', host = '', path = ''] = parts ?? []
  if (host === '') {
    throw new MusterError('settings-field', {
      where: 'baseUrl',
      detail: 'The SCIM address has to start with https://.',
    })
  }
  return { origin: `${scheme}${host}`, path: path.replace(/\/+$/, '') }
}

/** Nintex's public sample writes the two endpoints that it uses in lower case. */
const lower = (segment: string): string => (/^(users|groups)$/i.test(segment) ? segment.toLowerCase() : segment)

function encoded(segment: string): string {
  // Even percent-encoded, URL parsers take these two for “here” and “up”, and the request would go to another resource.
  if (segment === '' || segment === '.' || segment === '..' || !segment.isWellFormed()) {
    throw new MusterError('scim-invalid', { where: 'id', detail: `The id “${segment}” can’t be put into a URL.` })
  }
  return encodeURIComponent(segment)
}

/** The id at the end of a Location header (RFC 7644 section 3.3); null when there is none. Never gives the address itself. */
export function idOfLocation(location: string | null): string | null {
  const last = /\/(?:users|groups)\/([^/?#]+)\/?(?:[?#].*)?$/i.exec(location ?? '')?.[1]
  if (last === undefined) return null
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
