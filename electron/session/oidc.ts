import * as client from 'openid-client'
import { MusterError } from '../../shared/errors.ts'
import type { Identity } from '../../shared/model/connection.ts'
import { t } from '../../shared/words/text.ts'
import { fetchOn } from '../net/fetch.ts'
import type { Clock, Http, Redactor } from '../ports.ts'
import { type Admin, adminOf, completeAdmin } from './admin.ts'
import { createAuthority } from './authority.ts'
import { clockSkewOf } from './clock-skew.ts'
import { clockTolerance, oidcError, type Step } from './oidc-errors.ts'

/** What a token reply holds (RFC 6749 section 5.1). Lifetimes in seconds from the reply, null where it names none. */
export interface TokenSet {
  readonly accessToken: string
  readonly accessSeconds: number | null
  readonly refreshToken: string | null
  /** 0 means without end. Not in the RFC; some providers say it. */
  readonly refreshSeconds: number | null
}

/** One authorization request (RFC 6749 section 4.1.1, RFC 7636) and what is needed to finish it. */
export interface Authorization {
  /** For the system browser. */
  readonly url: string
  readonly state: string
  /** Checks the reply (state, iss, nonce, signature) and exchanges the code. */
  finish(callback: URL, signal: AbortSignal): Promise<TokenSet & { readonly admin: Admin }>
}

/**
 * The OpenID provider of a connection. Every method throws MusterError: `authority-unreachable`, `authority-invalid`,
 * `offline`, `timeout`, `tls`, `redirect-refused`, and those named there; or the signal's reason.
 */
export interface Oidc {
  /** Reads the provider's metadata anew, so that {@link Oidc.authorize} needs no network. */
  discover(signal: AbortSignal): Promise<void>
  /** `finish` throws `signin-declined`, `signin-refused`, `signin-reply`. */
  authorize(redirectUri: string, signal: AbortSignal): Promise<Authorization>
  /** Refresh grant (RFC 6749 section 6). Throws `session-expired` when the token is no longer accepted. */
  refresh(refreshToken: string): Promise<TokenSet>
  /** Client credentials grant (RFC 6749 section 4.4). Throws `client-refused` when the secret is not accepted. */
  withSecret(secret: string, signal?: AbortSignal): Promise<TokenSet>
  /** Gives a token back (RFC 7009), with the client secret where the client has one. Throws `signin-refused` also where the provider has no place to give it to. */
  revoke(token: string, kind: 'refresh_token' | 'access_token', secret: string | null): Promise<void>
}

/** Seconds that giving a token back may take; nobody waits longer for a sign-out. */
const revocationLimit = 5

/** An {@link Oidc} for a connection's identity settings: a public client (RFC 8252), but for what is given a secret. */
export function createOidc({ identity, http, redactor, clock }: OidcParts): Oidc {
  const authority = createAuthority(identity.authority, identity.clientId, redactor)
  const fetch = fetchOn(http)
  /** How far this computer's clock was ahead of the provider's at the last reply, in milliseconds. */
  let ahead: number | null = null

  /** `fetch` for one exchange: cancellable, and every token is known to the redactor before anything else sees it. */
  function fetchWith(signal?: AbortSignal, change?: (body: URLSearchParams) => void): client.CustomFetch {
    return async (url, options) => {
      if (change && options.body instanceof URLSearchParams) change(options.body)
      const signals = [signal, options.signal].filter((one) => one !== undefined)
      const response = await fetch(url, { ...options, signal: AbortSignal.any(signals) })
      ahead = clockSkewOf(response.headers.get('date'), clock.now())
      learnTokens(await response.clone().text(), redactor)
      return response
    }
  }

  async function configure(
    customFetch: client.CustomFetch,
    authentication = client.None(),
  ): Promise<client.Configuration> {
    const metadata = await authority.metadata(customFetch)
    // Our own clock, so that a test can move it; it is the system's anywhere else.
    const skew = Math.round((clock.now() - Date.now()) / 1000)
    const tolerant = { [client.clockTolerance]: clockTolerance, [client.clockSkew]: skew }
    const configuration = new client.Configuration(metadata, identity.clientId, tolerant, authentication)
    configuration[client.customFetch] = customFetch
    if (authority.insecure) client.allowInsecureRequests(configuration)
    return configuration
  }

  async function inWords<T>(step: Step, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw oidcError(error, step, redactor, ahead)
    }
  }

  return {
    discover: async (signal) => {
      await authority.metadata(fetchWith(signal), 'fresh')
    },

    authorize: async (redirectUri, signal) => {
      const configuration = await configure(fetchWith(signal))
      const verifier = client.randomPKCECodeVerifier()
      const state = client.randomState()
      const nonce = client.randomNonce()
      for (const secret of [verifier, state, nonce]) redactor.learn(secret)
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: identity.scopes.join(' '),
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        // OpenID Connect Core section 11: offline_access needs the consent page.
        prompt: 'consent',
      })
      const finish: Authorization['finish'] = (callback, during) =>
        inWords('callback', async () => {
          redactor.learn(callback.searchParams.get('code') ?? '')
          // openid-client sends the address that came back, which URL has normalised; registered is the verbatim one.
          const verbatim = fetchWith(during, (body) => {
            if (body.has('redirect_uri')) body.set('redirect_uri', redirectUri)
          })
          const exchange = await configure(verbatim)
          if (exchange.serverMetadata().jwks_uri) client.enableNonRepudiationChecks(exchange)
          const reply = await client.authorizationCodeGrant(exchange, callback, {
            pkceCodeVerifier: verifier,
            expectedState: state,
            expectedNonce: nonce,
            idTokenExpected: true,
          })
          return { ...tokenSet(reply), admin: await completeAdmin(adminOf(reply.claims()), exchange, reply) }
        })
      return { url: url.href, state, finish }
    },

    refresh: (refreshToken) =>
      inWords('refresh', async () => {
        const configuration = await configure(withoutIdToken(fetchWith()))
        return tokenSet(await client.refreshTokenGrant(configuration, refreshToken))
      }),

    withSecret: (secret, signal) =>
      inWords('client', async () => {
        const configuration = await configure(fetchWith(signal), client.ClientSecretPost(secret))
        return tokenSet(await client.clientCredentialsGrant(configuration, { scope: identity.scopes.join(' ') }))
      }),

    revoke: (token, kind, secret) =>
      inWords('revocation', async () => {
        const authentication = secret === null ? client.None() : client.ClientSecretPost(secret)
        const configuration = await configure(fetchWith(), authentication)
        if (!configuration.serverMetadata().revocation_endpoint) {
          throw new MusterError('signin-refused', { detail: t('The service offers no way to give a token back.') })
        }
        configuration.timeout = revocationLimit
        await client.tokenRevocation(configuration, token, { token_type_hint: kind })
      }),
  }
}

/** What {@link createOidc} needs. */
export interface OidcParts {
  readonly identity: Identity
  readonly http: Http
  readonly redactor: Redactor
  readonly clock: Pick<Clock, 'now'>
}

function tokenSet(reply: client.TokenEndpointResponse): TokenSet {
  const seconds = Number(reply.refresh_expires_in ?? reply.refresh_token_expires_in ?? Number.NaN)
  return {
    accessToken: reply.access_token,
    accessSeconds: reply.expires_in ?? null,
    refreshToken: reply.refresh_token ?? null,
    refreshSeconds: Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
  }
}

/** Reads what may be a token reply; anything else holds nothing to learn. */
function learnTokens(text: string, redactor: Redactor): void {
  for (const [, value] of text.matchAll(/"(?:access|refresh|id)_token"\s*:\s*"([^"\\]+)"/g)) redactor.learn(value ?? '')
}

/**
 * Takes the id token out of a refresh reply: nothing of it is used, and one that fails a check (a clock that is wrong by an
 * hour is enough) must not cost the refresh token beside it, which has replaced the old one for good.
 */
function withoutIdToken(fetch: client.CustomFetch): client.CustomFetch {
  return async (url, options) => {
    const response = await fetch(url, options)
    if (!(options.body instanceof URLSearchParams) || response.status !== 200) return response
    const reply: unknown = await response
      .clone()
      .json()
      .catch(() => null)
    if (typeof reply !== 'object' || reply === null || !('id_token' in reply)) return response
    const { id_token: _unused, ...rest } = reply
    return Response.json(rest, { status: response.status })
  }
}
