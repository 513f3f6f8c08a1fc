import * as client from 'openid-client'
import { MusterError } from '../../shared/errors.ts'
import { t } from '../../shared/words/text.ts'
import type { Redactor } from '../ports.ts'
import { oidcError } from './oidc-errors.ts'
import { isLoopback } from './redirect-uri.ts'

/** The provider behind an authority, as discovery found it. */
export interface Authority {
  /**
   * The provider's own metadata (OpenID Connect Discovery 1.0, section 3). Remembered once read; a failure is not, so the
   * next call tries again. `fresh` reads it anew.
   * @throws MusterError `authority-invalid`, `authority-unreachable` or a network code; the signal's reason.
   */
  metadata(fetch: client.CustomFetch, fresh?: 'fresh'): Promise<client.ServerMetadata>
  /** Plain http is allowed because the authority is on this computer. */
  readonly insecure: boolean
}

/** Endpoints that Muster sends secrets to or opens in the browser. */
const endpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
] as const satisfies readonly (keyof client.ServerMetadata)[]

/** Reads and remembers the metadata of one authority. */
export function createAuthority(address: string, clientId: string, redactor: Pick<Redactor, 'clean'>): Authority {
  const url = new URL(address)
  const insecure = url.protocol === 'http:' && isLoopback(url)
  let known: client.ServerMetadata | null = null

  async function discover(server: URL, fetch: client.CustomFetch): Promise<client.ServerMetadata> {
    const found = await client.discovery(server, clientId, undefined, client.None(), {
      [client.customFetch]: fetch,
      ...(insecure ? { execute: [client.allowInsecureRequests] } : {}),
    })
    return { ...found.serverMetadata() }
  }

  return {
    insecure,
    async metadata(fetch, fresh) {
      if (known && !fresh) return known
      try {
        const found = await discover(url, fetch).catch((error) => {
          const issuer = otherSpelling(error, url)
          if (!issuer) throw error
          return discover(issuer, fetch)
        })
        checkEndpoints(found)
        known = found
        return found
      } catch (error) {
        throw withWhere(oidcError(error, 'discovery', redactor), url)
      }
    },
  }
}

/**
 * The issuer as the provider writes it, when that is the configured authority but for letter case or a slash at the end:
 * IdentityServer writes its issuer in lower case, and tenant ids get copied in either. Null for any other mismatch.
 */
function otherSpelling(error: unknown, authority: URL): URL | null {
  if (!(error instanceof client.ClientError) || error.code !== 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return null
  const { cause } = error
  const issuer =
    typeof cause === 'object' &&
    cause !== null &&
    'body' in cause &&
    typeof cause.body === 'object' &&
    cause.body !== null
      ? Reflect.get(cause.body, 'issuer')
      : null
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) return null
  const plain = (url: URL) => url.href.toLowerCase().replace(/\/+$/, '')
  return plain(new URL(issuer)) === plain(authority) ? new URL(issuer) : null
}

/** Each endpoint is on https, or on this computer; the two that every sign-in needs are there. */
function checkEndpoints(metadata: client.ServerMetadata): void {
  for (const name of endpoints) {
    const value = metadata[name]
    const needed = name === 'authorization_endpoint' || name === 'token_endpoint'
    if (value === undefined && !needed) continue
    const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) continue
    throw new MusterError('authority-invalid', { detail: t('Its {name} can’t be used.', { name }) })
  }
}

function withWhere(error: unknown, url: URL): unknown {
  if (!(error instanceof MusterError) || error.where) return error
  return new MusterError(error.code, {
    where: url.host + url.pathname,
    ...(error.detail ? { detail: error.detail } : {}),
    ...(error.status === null ? {} : { status: error.status }),
  })
}
