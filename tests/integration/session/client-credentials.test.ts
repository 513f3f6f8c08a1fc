import { describe, expect, test } from 'vitest'
import { countingFetch, sessionTests } from './rig.ts'

const { sandbox, start, keep } = sessionTests()
const rightSecret = () => sandbox().confidential.clientSecret
/** Where the service is: whether a token is taken there is the proof. */
const read = async (token: string): Promise<number> => {
  const { baseUrl, token: path } = sandbox().settings.scim
  const reply = await fetch(`${baseUrl}/tokens/${path}/scim/v2/Users?count=1`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return reply.status
}

describe('a connection with a client secret', () => {
  test('signs in without a browser, has no day on which it ends, and its token is taken', async () => {
    const rig = start({ clientSecret: rightSecret })
    const before = sandbox().counts().clientCredentials
    expect(await rig.session.signIn()).toMatchObject({
      status: 'signed-in',
      admin: { name: sandbox().confidential.clientId, email: null },
      endsAt: null,
      keptIn: 'keychain',
      failure: null,
    })
    expect(rig.opened).toEqual([])
    expect(rig.states[0]).toMatchObject({ status: 'signing-in', deadline: null })
    expect(await read(await rig.session.tokens.current())).toBe(200)
    expect(sandbox().counts().clientCredentials).toBe(before + 1)
  })

  test('keeps no secret in its session entry, its states or its log', async () => {
    const rig = start({ clientSecret: rightSecret })
    await rig.session.signIn()
    await rig.session.tokens.renew(await rig.session.tokens.current())
    expect([...rig.keytar.entries.values()].join()).not.toContain(rightSecret())
    expect(JSON.stringify([rig.states, rig.lines])).not.toContain(rightSecret())
  })

  test('gets a new token when one is rejected, one request for many callers, and has no refresh token', async () => {
    const counting = countingFetch('client_credentials')
    const rig = start({ clientSecret: rightSecret, fetch: counting.fetch })
    await rig.session.signIn()
    const first = await rig.session.tokens.current()
    const renewed = await Promise.all(Array.from({ length: 20 }, () => rig.session.tokens.renew(first)))
    expect(new Set(renewed).size).toBe(1)
    expect(renewed[0]).not.toBe(first)
    expect(counting.count()).toBe(2)
  })

  test('is signed in after a restart, and asks the provider only when a token is needed', async () => {
    const rig = start({ clientSecret: rightSecret })
    await rig.session.signIn()
    const counting = countingFetch('client_credentials')
    const next = keep(rig.restarted({ fetch: counting.fetch }))
    expect(await next.session.restore()).toMatchObject({ status: 'signed-in', endsAt: null })
    expect(counting.count()).toBe(0)
    expect(await read(await next.session.tokens.current())).toBe(200)
  })

  test('says which secret is not accepted, and signs in with the next one', async () => {
    let secret = 'not-the-secret'
    const rig = start({ clientSecret: () => secret })
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-out', failure: { code: 'client-refused' } })
    secret = rightSecret()
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('whose secret is no longer accepted is signed out, and the work waits for the next one', async () => {
    let secret = rightSecret()
    const rig = start({ clientSecret: () => secret })
    await rig.session.signIn()
    const first = await rig.session.tokens.current()
    secret = 'changed-at-the-provider'
    await expect(rig.session.tokens.renew(first)).rejects.toMatchObject({ code: 'client-refused' })
    expect(rig.session.state()).toMatchObject({ status: 'signed-out', failure: { code: 'client-refused' } })
    const waiting = rig.session.whenSignedIn(AbortSignal.timeout(10_000))
    secret = rightSecret()
    await rig.session.signIn()
    await waiting
  })

  test('offline stays signed in', async () => {
    let down = false
    const rig = start({
      clientSecret: rightSecret,
      fetch: (url, init) =>
        down ? Promise.reject(Object.assign(new Error(), { code: 'ENETUNREACH' })) : fetch(url, init),
    })
    await rig.session.signIn()
    const first = await rig.session.tokens.current()
    down = true
    await expect(rig.session.tokens.renew(first)).rejects.toMatchObject({ code: 'offline' })
    expect(rig.session.state().status).toBe('signed-in')
  })

  test('gives its access token back when it signs out', async () => {
    const rig = start({ clientSecret: rightSecret })
    await rig.session.signIn()
    const token = await rig.session.tokens.current()
    expect(await rig.session.signOut()).toMatchObject({ status: 'signed-out', failure: null })
    expect(await read(token)).toBe(401)
    expect(rig.keytar.entries.size).toBe(0)
  })
})
