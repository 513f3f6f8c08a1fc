import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider from 'oidc-provider'
import { type ProviderOptions, providerConfiguration, writeScope } from './oidc/configuration.ts'
import { Interactions } from './oidc/interactions.ts'
import { type Tampering, tamperReply } from './oidc/tamper.ts'
import { TokenStore } from './oidc/token-store.ts'

/** What happened at the provider since it started. */
export interface ProviderCounts {
  /** Sign-ins that ended with tokens. */
  signIns: number
  refreshes: number
  refusedRefreshes: number
  /** Tokens that a client gave back (RFC 7009). */
  revocations: number
  clientCredentials: number
}

/** A running OpenID provider that looks like K2's: paths below a tenant GUID, IdentityServer's endpoint names. */
export interface TenantProvider {
  /** Answers requests below the tenant's path; tells whether the request was one. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Whether the access token is live and carries the write scope. Fast: it is asked at every SCIM request. */
  accepts(accessToken: string): 'yes' | 'unknown-token' | 'no-scope'
  readonly counts: ProviderCounts
  /** Ends every refresh token now, as if its lifetime had passed; access tokens stay. */
  expireRefreshTokens(): void
  /** Revokes every access token now; refresh tokens stay. */
  revokeAccessTokens(): void
  /** Makes the next token reply wrong, once. */
  tamperNext(how: Tampering): void
  /** Every token and code given out so far, for searches that must not find them. */
  secrets(): { name: string; value: string }[]
}

function countEvents(provider: Provider): ProviderCounts {
  const counts = { signIns: 0, refreshes: 0, refusedRefreshes: 0, revocations: 0, clientCredentials: 0 }
  provider.on('grant.success', (ctx) => {
    const kind = ctx.oidc.params?.grant_type
    if (kind === 'authorization_code') counts.signIns += 1
    if (kind === 'refresh_token') counts.refreshes += 1
    if (kind === 'client_credentials') counts.clientCredentials += 1
  })
  provider.on('grant.error', (ctx) => {
    if (ctx.oidc.params?.grant_type === 'refresh_token') counts.refusedRefreshes += 1
  })
  provider.on('server_error', (_ctx, error) => process.stderr.write(`${error.stack ?? error.message}\n`))
  return counts
}

/**
 * oidc-provider gives no refresh token unless the request says `prompt=consent`; K2 needs no such hint, since it always
 * asks for consent. So the hint is added where a client leaves it out.
 */
function withConsentPrompt(url: string): string {
  const parsed = new URL(url, 'http://sandbox')
  const prompts = parsed.searchParams.get('prompt')?.split(' ') ?? []
  if (parsed.pathname !== '/connect/authorize' || prompts.includes('none') || prompts.includes('consent')) return url
  parsed.searchParams.set('prompt', [...prompts, 'consent'].join(' '))
  return parsed.pathname + parsed.search
}

/** Starts a provider for one tenant. It listens to nothing itself: its owner hands it the requests. */
export function createProvider(options: ProviderOptions): TenantProvider {
  const store = new TokenStore()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'sandbox' }
  const provider = new Provider(options.issuer, providerConfiguration(options, store, [key]))
  const counts = countEvents(provider)
  const mount = new URL(options.issuer).pathname
  const interactions = new Interactions({ provider, mount, login: options.login })
  const callback = provider.callback()
  let tampering: Tampering | null = null

  return {
    counts,
    async handle(request, response) {
      const url = request.url ?? '/'
      if (!url.startsWith(`${mount}/`)) return false
      if (await interactions.handle(request, response)) return true
      request.url = withConsentPrompt(url.slice(mount.length))
      // The provider finds out its mount path by comparing these two.
      Object.assign(request, { originalUrl: mount + request.url })
      const path = request.url.split('?')[0]
      if (path === '/connect/revocation') response.once('finish', () => countRevocation(response))
      if (path === '/connect/token' && tampering) {
        tamperReply(response, tampering, privateKey)
        tampering = null
      }
      await callback(request, response)
      return true
    },
    accepts(accessToken) {
      const payload = store.live('AccessToken', accessToken) ?? store.live('ClientCredentials', accessToken)
      if (!payload) return 'unknown-token'
      return payload.scope?.split(' ').includes(writeScope) ? 'yes' : 'no-scope'
    },
    expireRefreshTokens: () => store.endAll('RefreshToken', Math.floor(Date.now() / 1000) - 1),
    revokeAccessTokens: () => store.dropAll('AccessToken'),
    tamperNext: (how) => {
      tampering = how
    },
    secrets: () => store.issued(),
  }

  function countRevocation(response: ServerResponse): void {
    if (response.statusCode === 200) counts.revocations += 1
  }
}
