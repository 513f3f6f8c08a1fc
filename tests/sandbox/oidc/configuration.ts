import { randomBytes } from 'node:crypto'
import type { Configuration, JWK, KoaContextWithOIDC } from 'oidc-provider'
import type { Login } from './interactions.ts'
import { messagePage, signOutPage } from './pages.ts'
import type { TokenStore } from './token-store.ts'

/** The scope without which the SCIM service does not accept an access token. */
export const writeScope = 'https://scim.onk2.com/write'

/** A client that proves itself with a secret instead of a person (RFC 6749 section 4.4). */
interface ConfidentialClient {
  readonly clientId: string
  readonly clientSecret: string
}

/** What a provider is made of. Lifetimes are in whole seconds. */
export interface ProviderOptions {
  /** Origin and tenant, `http://127.0.0.1:PORT/{TENANT_GUID}`. */
  readonly issuer: string
  readonly clientId: string
  readonly confidential: ConfidentialClient
  readonly login: Login & { readonly name: string }
  readonly accessTtl: number
  readonly refreshTtl: number
  /** Read at each refresh, so that both can change while the provider runs. */
  readonly rotates: () => boolean
  readonly slides: () => boolean
}

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]']

/** With an absolute lifetime, a rotated token ends when the first one would have. */
const refreshLifetime = (options: ProviderOptions) => (ctx: KoaContextWithOIDC) => {
  const rotated = ctx.oidc.entities.RotatedRefreshToken
  return rotated && !options.slides() ? Math.max(1, rotated.remainingTTL) : options.refreshTtl
}

/** The configuration of `oidc-provider` that makes it look and behave like K2's identity service. */
export function providerConfiguration(options: ProviderOptions, store: TokenStore, keys: JWK[]): Configuration {
  const { login, issuer } = options
  const mount = new URL(issuer).pathname
  return {
    adapter: (model: string) => store.adapter(model),
    clients: [
      {
        client_id: options.clientId,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        // A loopback address matches with any port (RFC 8252 section 7.3); the path has to be the registered one.
        redirect_uris: loopbackHosts.flatMap((host) => [
          `http://${host}/callback`,
          `http://${host}/`,
          `http://${host}`,
        ]),
      },
      {
        client_id: options.confidential.clientId,
        client_secret: options.confidential.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        scope: writeScope,
      },
    ],
    clockTolerance: 0,
    jwks: { keys },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    scopes: ['openid', 'offline_access', 'profile', writeScope],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'email', 'email_verified'] },
    // K2 puts the profile into the id token; there is no need to ask the userinfo endpoint.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(form)
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = messagePage('You are signed out', {})
        },
      },
    },
    routes: {
      authorization: '/connect/authorize',
      token: '/connect/token',
      revocation: '/connect/revocation',
      userinfo: '/connect/userinfo',
      end_session: '/connect/endsession',
      jwks: '/.well-known/openid-configuration/jwks',
    },
    interactions: { url: (_ctx, interaction) => `${mount}/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) =>
      sub === login.user
        ? {
            accountId: sub,
            claims: () => ({
              sub,
              name: login.name,
              preferred_username: login.user,
              email: login.user,
              email_verified: true,
            }),
          }
        : undefined,
    issueRefreshToken: (_ctx, client, source) =>
      client.grantTypeAllowed('refresh_token') && source.scopes.has('offline_access'),
    rotateRefreshToken: (ctx) => {
      const rotates = options.rotates()
      const used = ctx.oidc.entities.RefreshToken
      const payload = used && store.live('RefreshToken', used.jti)
      if (!rotates && options.slides() && payload) payload.exp = Math.floor(Date.now() / 1000) + options.refreshTtl
      return rotates
    },
    ttl: {
      AccessToken: options.accessTtl,
      ClientCredentials: options.accessTtl,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      // Longer than any token, so that it is always the token that ends and never what stands behind it.
      Session: 365 * 86_400,
      Grant: 2 * 365 * 86_400,
      RefreshToken: refreshLifetime(options),
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = messagePage('The sign-in failed', { error: out.error, description: out.error_description ?? '' })
    },
  }
}
