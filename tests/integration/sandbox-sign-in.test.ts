import * as openid from 'openid-client'
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest'
import { CookieJar } from '../sandbox/browse.ts'
import { tamperings } from '../sandbox/oidc/tamper.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { discover, serviceToken, signIn } from '../sandbox/sign-in.ts'

let sandbox: Sandbox

const users = (token: string, { settings }: Sandbox = sandbox) =>
  fetch(`${settings.scim.baseUrl}/tokens/${settings.scim.token}/scim/v2/Users`, {
    headers: { authorization: `Bearer ${token}` },
  })

const refresh = (config: openid.Configuration, token: string | undefined) =>
  openid.refreshTokenGrant(config, token ?? '')

const invalidGrant = { error: 'invalid_grant', status: 400 }

describe('the provider', () => {
  beforeEach(async () => {
    sandbox = await startSandbox({ people: 0, accounts: 1 })
  })
  afterEach(() => sandbox.stop())

  it('looks like K2: a tenant GUID in the issuer, IdentityServer’s endpoint names', async () => {
    const metadata = (await discover(sandbox)).serverMetadata()
    const { authority } = sandbox.settings.client
    expect(authority).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]{36}$/)
    expect(metadata.issuer).toBe(authority)
    expect(metadata.authorization_endpoint).toBe(`${authority}/connect/authorize`)
    expect(metadata.token_endpoint).toBe(`${authority}/connect/token`)
    expect(metadata.revocation_endpoint).toBe(`${authority}/connect/revocation`)
    expect(metadata.end_session_endpoint).toBe(`${authority}/connect/endsession`)
    expect(metadata.code_challenge_methods_supported).toEqual(['S256'])
  })

  it.each(['127.0.0.1', 'localhost'])('signs in through login and consent with a redirect to %s', async (host) => {
    const { tokens } = await signIn(sandbox, { host })
    expect(tokens.claims()).toMatchObject({ name: 'Dana Adeyemi', email: sandbox.login.user })
    expect(tokens.refresh_token).toBeTypeOf('string')
    expect(tokens.scope?.split(' ').sort()).toEqual(sandbox.settings.client.scope.split(' ').sort())
    expect((await users(tokens.access_token)).status).toBe(200)
    expect(sandbox.counts()).toMatchObject({ signIns: 1, refreshes: 0 })
  })

  it('asks for consent again although the browser is still signed in', async () => {
    const cookies = new CookieJar()
    await signIn(sandbox, { cookies })
    await expect(signIn(sandbox, { cookies, decline: true })).rejects.toMatchObject({ error: 'access_denied' })
  })

  it('tells the app when consent is declined', async () => {
    await expect(signIn(sandbox, { decline: true })).rejects.toMatchObject({ error: 'access_denied' })
  })

  it('refuses a wrong password', async () => {
    const login = { ...sandbox.login, password: 'wrong' }
    await expect(signIn({ settings: sandbox.settings, login })).rejects.toThrow('refused the user or the password')
  })

  it('refuses a redirect address that is not registered, and a request without PKCE', async () => {
    const config = await discover(sandbox)
    const open = async (parameters: Record<string, string>) => {
      const given = { scope: 'openid', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
      const url = openid.buildAuthorizationUrl(config, { ...given, ...parameters })
      const response = await fetch(url, { redirect: 'manual' })
      return `${response.status} ${response.headers.get('location') ?? ''}${await response.text()}`
    }
    expect(await open({ redirect_uri: 'http://127.0.0.1:5678/elsewhere' })).toMatch(/^400 .*redirect_uri/s)
    expect(await open({ redirect_uri: 'http://127.0.0.1:5678/callback' })).toMatch(/^303 .*\/interaction\//)
    expect(await open({ redirect_uri: 'http://[::1]:5678/callback' })).toMatch(/^303 .*\/interaction\//)
    const plain = { redirect_uri: 'http://127.0.0.1:5678/callback', code_challenge_method: 'plain' }
    expect(await open(plain)).toMatch(/^303 http:\/\/127\.0\.0\.1:5678\/callback\?error=invalid_request/)
  })

  it('rotates the refresh token; using the old one again kills the new one too', async () => {
    const { config, tokens } = await signIn(sandbox)
    const second = await refresh(config, tokens.refresh_token)
    expect(second.refresh_token).not.toBe(tokens.refresh_token)
    await expect(refresh(config, tokens.refresh_token)).rejects.toMatchObject(invalidGrant)
    await expect(refresh(config, second.refresh_token)).rejects.toMatchObject(invalidGrant)
    expect(sandbox.counts()).toMatchObject({ refreshes: 1, refusedRefreshes: 2 })
  })

  it('answers 400 invalid_grant once the refresh tokens have ended, and signs in anew', async () => {
    const { config, tokens } = await signIn(sandbox)
    sandbox.expireRefreshTokens()
    await expect(refresh(config, tokens.refresh_token)).rejects.toMatchObject(invalidGrant)
    expect((await users(tokens.access_token)).status).toBe(200)
    const again = await signIn(sandbox)
    expect((await refresh(again.config, again.tokens.refresh_token)).access_token).toBeTypeOf('string')
  })

  it('refuses a revoked access token and renews it by the refresh token', async () => {
    const { config, tokens } = await signIn(sandbox)
    sandbox.revokeAccessTokens()
    const refused = await users(tokens.access_token)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toContain('invalid_token')
    const renewed = await refresh(config, tokens.refresh_token)
    expect((await users(renewed.access_token)).status).toBe(200)
  })

  it('revokes what a client gives back', async () => {
    const { config, tokens } = await signIn(sandbox)
    await openid.tokenRevocation(config, tokens.refresh_token ?? '')
    await expect(refresh(config, tokens.refresh_token)).rejects.toMatchObject(invalidGrant)
    expect(sandbox.counts().revocations).toBe(1)
  })

  it('gives a token that SCIM refuses when the write scope is missing, and no refresh token without offline_access', async () => {
    const { tokens } = await signIn(sandbox, { scope: 'openid profile' })
    expect(tokens.refresh_token).toBeUndefined()
    const refused = await users(tokens.access_token)
    expect(refused.status).toBe(403)
    expect(refused.headers.get('www-authenticate')).toContain('insufficient_scope')
  })

  it('serves a confidential client by client credentials', async () => {
    expect((await users(await serviceToken(sandbox))).status).toBe(200)
    expect(sandbox.counts().clientCredentials).toBe(1)
  })

  it.each(tamperings)('can make one token reply wrong (%s), which openid-client notices', async (how) => {
    sandbox.tamperNextToken(how)
    await expect(signIn(sandbox)).rejects.toThrow()
    await expect(signIn(sandbox)).resolves.toBeDefined()
  })

  it('names every secret it has given out', async () => {
    const { tokens } = await signIn(sandbox)
    sandbox.revokeAccessTokens()
    const values = sandbox.secrets().map(({ value }) => value)
    expect(values).toEqual(
      expect.arrayContaining([tokens.access_token, tokens.refresh_token, sandbox.settings.scim.token]),
    )
  })
})

describe.concurrent('lifetimes', () => {
  /** A tenant of its own, since these tests wait side by side. */
  const signInAt = async ({ onTestFinished }: TestContext, options: Parameters<typeof startSandbox>[0]) => {
    const own = await startSandbox({ people: 0, accounts: 1, ...options })
    onTestFinished(() => own.stop())
    return { own, ...(await signIn(own)) }
  }
  const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000))

  it('ends access tokens and refresh tokens when their time has passed', async (test) => {
    const { own, config, tokens } = await signInAt(test, { accessTtl: 1, refreshTtl: 2 })
    expect(tokens.expires_in).toBe(1)
    await seconds(1.1)
    expect((await users(tokens.access_token, own)).status).toBe(401)
    await seconds(1.1)
    await expect(refresh(config, tokens.refresh_token)).rejects.toMatchObject(invalidGrant)
  })

  it('counts the lifetime from the sign-in, however often the token is rotated', async (test) => {
    const { config, tokens } = await signInAt(test, { refreshTtl: 3 })
    await seconds(1.5)
    const second = await refresh(config, tokens.refresh_token)
    await seconds(1.7)
    await expect(refresh(config, second.refresh_token)).rejects.toMatchObject(invalidGrant)
  })

  const sliding = [['sliding-lifetime'], ['sliding-lifetime', 'no-rotation']]
  it.for(sliding)('counts it from the last refresh with %o', async (quirks, test) => {
    const { config, tokens } = await signInAt(test, { refreshTtl: 3, quirks })
    await seconds(1.5)
    const second = await refresh(config, tokens.refresh_token)
    await seconds(1.7)
    const third = await refresh(config, second.refresh_token ?? tokens.refresh_token)
    test.expect(third.access_token).toBeTypeOf('string')
  })

  it('keeps the refresh token with no-rotation', async (test) => {
    const { config, tokens } = await signInAt(test, { quirks: ['no-rotation'] })
    const second = await refresh(config, tokens.refresh_token)
    expect(second.refresh_token ?? tokens.refresh_token).toBe(tokens.refresh_token)
    await expect(refresh(config, tokens.refresh_token)).resolves.toBeDefined()
  })
})
