import { once } from 'node:events'
import { createServer } from 'node:http'
import * as openid from 'openid-client'
import { approve, type CookieJar, type FinalPage } from './browse.ts'
import { writeScope } from './oidc/configuration.ts'
import type { Sandbox } from './sandbox.ts'

/** What a sandbox is for somebody who only wants to sign in: a {@link Sandbox}, or what the command line printed. */
export type SignInPlace = Pick<Sandbox, 'settings' | 'login'>

/** An ordinary client, signed in. */
export interface SignedIn {
  readonly config: openid.Configuration
  readonly tokens: Awaited<ReturnType<typeof openid.authorizationCodeGrant>>
  /** The page the browser showed last. */
  readonly page: FinalPage
}

/** How a sign-in differs from the ordinary one. */
export interface SignInOptions {
  readonly decline?: boolean
  readonly cookies?: CookieJar
  /** Instead of the scopes of the settings. */
  readonly scope?: string
  /** Host of the redirect address, `127.0.0.1` when left out. */
  readonly host?: string
}

/** Discovers the sandbox's provider as its public client, one that checks the signature of the id token too. */
export const discover = ({ settings }: SignInPlace): Promise<openid.Configuration> =>
  openid.discovery(new URL(settings.client.authority), settings.client.clientId, undefined, openid.None(), {
    execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
  })

/**
 * Signs in at a sandbox by openid-client, independently of the app's own code: code flow, PKCE, state and nonce.
 * @throws what openid-client throws, for example when consent is declined.
 */
export async function signIn(place: SignInPlace, options: SignInOptions = {}): Promise<SignedIn> {
  const config = await discover(place)
  const callback = Promise.withResolvers<string>()
  const listener = createServer((request, response) => {
    callback.resolve(request.url ?? '')
    response.end('You can close this page.')
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  try {
    const address = listener.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const redirect = `http://${options.host ?? '127.0.0.1'}:${port}/callback`
    const verifier = openid.randomPKCECodeVerifier()
    const expected = { state: openid.randomState(), nonce: openid.randomNonce() }
    const url = openid.buildAuthorizationUrl(config, {
      ...expected,
      redirect_uri: redirect,
      scope: options.scope ?? place.settings.client.scope,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const page = await approve(url.href, place.login, options)
    if (!page.url.startsWith(redirect)) throw new Error(`The sign-in ended at ${page.url}: ${page.body}`)
    const tokens = await openid.authorizationCodeGrant(config, new URL(await callback.promise, redirect), {
      pkceCodeVerifier: verifier,
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      idTokenExpected: true,
    })
    return { config, tokens, page }
  } finally {
    listener.close()
    listener.closeAllConnections()
  }
}

/** An access token by client credentials, for a program that only wants to use the SCIM service. */
export async function serviceToken({ settings, confidential }: Sandbox): Promise<string> {
  const { clientId, clientSecret } = confidential
  const config = await openid.discovery(new URL(settings.client.authority), clientId, clientSecret, undefined, {
    execute: [openid.allowInsecureRequests],
  })
  const { access_token: token } = await openid.clientCredentialsGrant(config, { scope: writeScope })
  return token
}
