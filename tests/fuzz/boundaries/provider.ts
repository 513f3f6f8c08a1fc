import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { systemClock } from '../../../electron/clock.ts'
import { fetchOn } from '../../../electron/net/fetch.ts'
import type { Http, HttpRequest } from '../../../electron/ports.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { createAuthority } from '../../../electron/session/authority.ts'
import { createOidc, type Oidc } from '../../../electron/session/oidc.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyJson, anyText, mutated } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

const issuer = 'https://login.onk2.example/42705858-ccff-40ae-bd24-307b4d49aa03'
const clientId = 'idt.scim'
const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/connect/authorize`,
  token_endpoint: `${issuer}/connect/token`,
  revocation_endpoint: `${issuer}/connect/revocation`,
  userinfo_endpoint: `${issuer}/connect/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  id_token_signing_alg_values_supported: ['RS256'],
  authorization_response_iss_parameter_supported: true,
}

interface Reply {
  readonly status: number
  readonly text: string
  readonly type: string
}

const json = (value: unknown): Reply => ({ status: 200, text: JSON.stringify(value) ?? '', type: 'application/json' })
const reply = (sound: unknown): fc.Arbitrary<Reply> =>
  fc.record({
    status: fc.constantFrom(200, 200, 200, 201, 204, 400, 401, 403, 404, 429, 500, 503),
    text: fc.oneof(
      mutated(sound).map((one) => JSON.stringify(one) ?? ''),
      anyJson.map((one) => JSON.stringify(one)),
      anyText,
      fc.constantFrom('', '<html>', '{"error":"invalid_grant","error_description":"gone"}', '{"error":5}'),
    ),
    type: fc.constantFrom('application/json', 'application/json', 'text/html', ''),
  })

/** A network on which each address answers as told. */
const answering =
  (answer: (request: HttpRequest) => Reply): Http =>
  async (request) => {
    const { status, text, type } = answer(request)
    return {
      status,
      text: status === 204 ? '' : text,
      headers: new Headers(type === '' ? {} : { 'content-type': type }),
    }
  }

const oidcOn = (http: Http, redactor = createRedactor()): Oidc =>
  createOidc({
    identity: {
      grant: 'authorization-code',
      authority: issuer,
      clientId,
      redirectUri: 'http://127.0.0.1/',
      scopes: ['openid'],
    },
    http,
    redactor,
    clock: systemClock,
  })

/** What discovery answers: its endpoints are usable and on lines that nobody overhears, or it is refused with its place. */
export const discoveryReplies: Boundary = boundary({
  name: 'discovery-replies',
  cost: 3,
  inputs: fc.oneof(
    reply(metadata),
    mutated(metadata, fc.oneof(fc.webUrl(), fc.constantFrom('http://127.0.0.1/x', 'file:///etc/passwd'), anyJson)).map(
      json,
    ),
  ),
  open: plainly(async (answer: Reply) => {
    const authority = createAuthority(issuer, clientId, createRedactor())
    const found = await orRefused(() => authority.metadata(fetchOn(answering(() => answer))), {
      codes: /^authority-(?:invalid|unreachable)$|^signin-refused$/,
      placed: ['authority-invalid', 'authority-unreachable', 'signin-refused'],
    })
    for (const endpoint of [found?.authorization_endpoint, found?.token_endpoint, found?.jwks_uri]) {
      const url = endpoint === undefined ? null : new URL(endpoint)
      const safe = url === null || url.protocol === 'https:' || /^(?:127\.|localhost$|\[::1\]$)/.test(url.hostname)
      must(safe, `Secrets would go to ${endpoint}.`)
    }
  }),
})

const tokens = {
  access_token: 'the-access-token-of-the-reply',
  refresh_token: 'the-refresh-token-of-the-reply',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_expires_in: 2_592_000,
  scope: 'openid',
  id_token: 'x.y.z',
}
const held = 'the-refresh-token-that-is-held'

/** What the token endpoint answers to a refresh, and the revocation endpoint to a sign-out: no token is in what is said. */
export const tokenReplies: Boundary = boundary({
  name: 'token-replies',
  cost: 4,
  inputs: fc.record({ token: reply(tokens), revocation: reply({}) }),
  open: plainly(async ({ token, revocation }: { token: Reply; revocation: Reply }) => {
    const answer = ({ url }: HttpRequest): Reply =>
      url.endsWith('/token') ? token : url.endsWith('/revocation') ? revocation : json(metadata)
    const oidc = oidcOn(answering(answer))
    const secrets = [held, tokens.access_token, tokens.refresh_token]
    const codes = /^(?:session-expired|signin-(?:refused|reply)|authority-(?:invalid|unreachable))$/
    const read = await orRefused(() => oidc.refresh(held), { codes, secrets })
    if (read !== null) {
      must(typeof read.accessToken === 'string' && read.accessToken !== '', 'A reply without a token passes for one.')
      must(read.accessSeconds === null || Number.isFinite(read.accessSeconds), 'A lifetime is no number.')
      must(read.refreshToken === null || typeof read.refreshToken === 'string', 'A refresh token is no text.')
    }
    await orRefused(() => oidc.revoke(held, 'refresh_token', null), { codes, secrets })
  }),
})

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwks = { keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }
const part = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')

/** One thing that is wrong with an id token or with the reply around it; `null` for a sound one. */
const flaw = fc.constantFrom(
  null,
  'alg-none',
  'alg-hs256',
  'no-signature',
  'wrong-key',
  'signed-other',
  'issuer',
  'audience',
  'audiences',
  'nonce',
  'no-nonce',
  'expired',
  'issued-later',
  'no-subject',
  'no-expiry',
  'claim',
  'header',
  'no-token',
  'not-jwt',
  'callback-issuer',
  'callback-no-issuer',
  'callback-state',
  'critical',
)
type Flaw = ReturnType<typeof flaw.generate>['value']

function claimsWith(wrong: Flaw, nonce: string, odd: unknown, name: string): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000)
  const sound = { iss: issuer, aud: clientId, sub: 'dana', name: 'Dana', nonce, iat: now, exp: now + 300 }
  const { nonce: _nonce, ...withoutNonce } = sound
  const { sub: _sub, ...withoutSubject } = sound
  const { exp: _exp, ...withoutExpiry } = sound
  if (wrong === 'no-nonce') return withoutNonce
  if (wrong === 'no-subject') return withoutSubject
  if (wrong === 'no-expiry') return withoutExpiry
  const changes: Partial<Record<NonNullable<Flaw>, object>> = {
    issuer: { iss: 'https://login.elsewhere.example' },
    audience: { aud: 'another-client' },
    audiences: { aud: ['another-client', 'a-third'] },
    nonce: { nonce: 'a-nonce-nobody-asked-for' },
    expired: { iat: now - 90_000, exp: now - 86_400 },
    'issued-later': { nbf: now + 86_400 },
    claim: { [name]: odd },
  }
  return { ...sound, ...(wrong === null ? {} : changes[wrong]) }
}

function tokenWith(wrong: Flaw, claims: Record<string, unknown>, odd: unknown): string | undefined {
  if (wrong === 'no-token') return undefined
  if (wrong === 'not-jwt') return JSON.stringify(odd)
  const header = { alg: 'RS256', kid: 'k', typ: 'JWT' }
  const headers: Partial<Record<NonNullable<Flaw>, object>> = {
    'alg-none': { alg: 'none' },
    'alg-hs256': { alg: 'HS256' },
    header: { alg: odd },
    critical: { crit: ['b64'], b64: false },
  }
  const head = part({ ...header, ...(wrong === null ? {} : headers[wrong]) })
  const signed = `${head}.${part(claims)}`
  const key = wrong === 'wrong-key' ? theirs.privateKey : ours.privateKey
  const signature = createSign('RSA-SHA256').update(signed).sign(key, 'base64url')
  if (wrong === 'alg-none' || wrong === 'no-signature') return `${signed}.`
  if (wrong === 'signed-other') return `${head}.${part({ ...claims, sub: 'somebody-else' })}.${signature}`
  return `${signed}.${signature}`
}

function callbackWith(wrong: Flaw, state: string): URL {
  const url = new URL('http://127.0.0.1/')
  url.searchParams.set('code', randomUUID())
  url.searchParams.set('state', wrong === 'callback-state' ? `${state}x` : state)
  if (wrong === 'callback-no-issuer') return url
  url.searchParams.set('iss', wrong === 'callback-issuer' ? 'https://login.elsewhere.example' : issuer)
  return url
}

/** Claims of which openid-client has to refuse a value that does not belong there. */
const claim = fc.constantFrom('iss', 'aud', 'exp', 'nonce', 'sub', 'iat', 'nbf', 'name', 'email', 'azp')

/** Id tokens with one flaw each, and the reply around them: only a sound one signs anybody in. */
export const idTokens: Boundary = boundary({
  name: 'id-tokens',
  cost: 30,
  inputs: fc.record({ wrong: flaw, odd: anyJson, name: claim }),
  open: () => {
    let idToken: string | undefined
    const answer = ({ url }: HttpRequest): Reply => {
      if (url.endsWith('/jwks')) return json(jwks)
      if (url.endsWith('/token')) return json({ ...tokens, id_token: idToken })
      return url.endsWith('/userinfo') ? { status: 503, text: '', type: '' } : json(metadata)
    }
    return {
      holds: async ({ wrong, odd, name }: { wrong: Flaw; odd: unknown; name: string }) => {
        // One that knows a hundred thousand sign-ins is nobody's.
        const oidc = oidcOn(answering(answer), createRedactor())
        const { url, state, finish } = await oidc.authorize('http://127.0.0.1:1234/', AbortSignal.timeout(60_000))
        const nonce = new URL(url).searchParams.get('nonce') ?? ''
        idToken = tokenWith(wrong, claimsWith(wrong, nonce, odd, name), odd)
        const read = await orRefused(() => finish(callbackWith(wrong, state), AbortSignal.timeout(60_000)), {
          codes: /^(?:signin-(?:reply|refused)|authority-invalid)$/,
          secrets: [tokens.access_token, tokens.refresh_token, state, nonce],
        })
        // A name or an address that is odd is no flaw; whatever else is has to be noticed.
        if (wrong === 'claim') return
        must((read !== null) === (wrong === null), `A reply with ${wrong ?? 'nothing wrong'} is judged wrongly.`)
      },
    }
  },
})

/** Errors of a provider on the way back (RFC 6749 section 4.1.2.1), as an attacker may write them. */
export const providerErrors: Boundary = boundary({
  name: 'provider-errors',
  cost: 4,
  inputs: fc.record({ error: anyText, description: anyText, withCode: fc.boolean() }),
  open: () => {
    const http = answering(({ url }) => (url.endsWith('/token') ? json({ error: 'invalid_request' }) : json(metadata)))
    return {
      holds: async ({ error, description, withCode }: { error: string; description: string; withCode: boolean }) => {
        const { state, finish } = await oidcOn(http).authorize('http://127.0.0.1/', AbortSignal.timeout(60_000))
        const url = callbackWith(null, state)
        if (!withCode) url.searchParams.delete('code')
        url.searchParams.set('error', error)
        url.searchParams.set('error_description', description)
        const read = await orRefused(() => finish(url, AbortSignal.timeout(60_000)), { codes: /^signin-/ })
        must(read === null, 'An error signs somebody in.')
      },
    }
  },
})
