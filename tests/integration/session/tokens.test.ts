import { describe, expect, test } from 'vitest'
import { manualClock } from '../../support/manual-clock.ts'
import { connectionId, countingFetch, type RigOptions, type SessionRig, sessionTests } from './rig.ts'

const { sandbox, start, keep } = sessionTests()
const entryName = `${connectionId}/session`
const hour = 3_600_000

async function signedIn(options: RigOptions = {}): Promise<SessionRig> {
  const rig = start(options)
  expect(await rig.session.signIn()).toMatchObject({ status: 'signed-in' })
  return rig
}

const storedToken = (rig: SessionRig): unknown => JSON.parse(rig.keytar.entries.get(entryName) ?? '{}').refreshToken

/** A network that is cut while `down`, after the request has gone out if `late`. */
function brokenFetch() {
  const net = { down: false, status: 0 }
  const fetchOrFail = async (url: string, init: RequestInit) => {
    if (net.down) throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENETUNREACH' }) })
    if (net.status) return new Response('<h1>Sorry</h1>', { status: net.status })
    return fetch(url, init)
  }
  return { net, fetch: fetchOrFail }
}

describe('after a restart', () => {
  test('the session is there without a browser, and the network is asked only when a token is needed', async () => {
    const rig = await signedIn()
    const counted = countingFetch('refresh_token')
    const next = keep(rig.restarted({ fetch: counted.fetch, openUrl: () => Promise.reject(new Error('no browser')) }))
    const { signedInAt, endsAt, admin } = rig.session.state()
    expect(await next.session.restore()).toMatchObject({
      status: 'signed-in',
      signedInAt,
      endsAt,
      admin,
      keptIn: 'keychain',
    })
    expect(counted.count()).toBe(0)
    expect(await next.session.tokens.current()).not.toBe(await rig.session.tokens.current())
    expect(counted.count()).toBe(1)
  })

  test('a token can be asked for before anybody restored the session', async () => {
    const next = keep((await signedIn()).restarted())
    expect(await next.session.tokens.current()).toMatch(/./)
  })

  test('nothing is there when nobody signed in, or what is there can’t be read', async () => {
    const rig = start()
    expect(await rig.session.restore()).toMatchObject({ status: 'signed-out', keptIn: null, failure: null })
    await expect(rig.session.tokens.current()).rejects.toMatchObject({ code: 'signed-out' })
    rig.keytar.entries.set(entryName, '{"refreshToken":')
    expect(await keep(rig.restarted()).session.restore()).toMatchObject({ status: 'signed-out' })
  })
})

describe('refreshing', () => {
  test('50 callers at once cause one request and get the same token', async () => {
    const counted = countingFetch('refresh_token')
    const next = keep((await signedIn()).restarted({ fetch: counted.fetch }))
    const tokens = await Promise.all(Array.from({ length: 50 }, () => next.session.tokens.current()))
    expect(counted.count()).toBe(1)
    expect(new Set(tokens).size).toBe(1)
  })

  test('50 callers whose token was rejected cause one request', async () => {
    const counted = countingFetch('refresh_token')
    const rig = await signedIn({ fetch: counted.fetch })
    const rejected = await rig.session.tokens.current()
    const tokens = await Promise.all(Array.from({ length: 50 }, () => rig.session.tokens.renew(rejected)))
    tokens.push(await rig.session.tokens.renew(rejected))
    expect(counted.count()).toBe(1)
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).not.toBe(rejected)
  })

  test('happens when less than 30 seconds are left and not before', async () => {
    const clock = manualClock(Date.now())
    const counted = countingFetch('refresh_token')
    const rig = await signedIn({ clock, fetch: counted.fetch })
    const first = await rig.session.tokens.current()
    clock.advance(hour - 30_001)
    expect(await rig.session.tokens.current()).toBe(first)
    expect(counted.count()).toBe(0)
    clock.advance(1)
    expect(await rig.session.tokens.current()).not.toBe(first)
    expect(counted.count()).toBe(1)
  })

  test('stores the rotated token before the new access token is given out', async () => {
    const rig = await signedIn()
    const before = storedToken(rig)
    const gate = Promise.withResolvers<void>()
    rig.keytar.gate = gate.promise
    let given = false
    const renewed = rig.session.tokens.renew(await rig.session.tokens.current()).then(() => {
      given = true
    })
    await expect.poll(() => rig.keytar.calls.at(-1)).toBe(`set ${entryName}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect([given, storedToken(rig)]).toEqual([false, before])
    gate.resolve()
    await renewed
    expect(storedToken(rig)).not.toBe(before)
  })

  test('that rotates again and again, over restarts, keeps the session', async () => {
    let rig = await signedIn()
    for (let start = 0; start < 3; start++) {
      for (let turn = 0; turn < 3; turn++) await rig.session.tokens.renew(await rig.session.tokens.current())
      rig = keep(rig.restarted())
    }
    expect(await rig.session.tokens.current()).toMatch(/./)
    expect(rig.session.state()).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('keeps the refresh token where the provider does not rotate it, and does not write it again', async () => {
    sandbox().setQuirks(['no-rotation'])
    const rig = await signedIn()
    const before = storedToken(rig)
    const writes = rig.keytar.calls.length
    await rig.session.tokens.renew(await rig.session.tokens.current())
    expect(storedToken(rig)).toBe(before)
    expect(rig.keytar.calls).toHaveLength(writes)
  })

  test('that can’t be stored in the keychain keeps the session in memory, and says so', async () => {
    const rig = await signedIn()
    rig.keytar.failure = new Error('Cannot create an item in a locked collection')
    const next = await rig.session.tokens.renew(await rig.session.tokens.current())
    expect(next).toMatch(/./)
    expect(rig.states.at(-1)).toMatchObject({ status: 'signed-in', keptIn: 'memory', failure: null })
    expect(await rig.session.tokens.renew(next)).not.toBe(next)
    rig.keytar.failure = null
    await rig.session.restore()
    expect(rig.session.state().keptIn).toBe('memory')
  })

  test('an id token that fails a check does not cost the rotated refresh token', async () => {
    const rig = await signedIn()
    sandbox().tamperNextToken('expired')
    await rig.session.tokens.renew(await rig.session.tokens.current())
    expect(await keep(rig.restarted()).session.tokens.current()).toMatch(/./)
  })
})

describe('a refresh that fails for another reason than the token', () => {
  test.each([
    ['being offline', { down: true, status: 0 }, 'offline'],
    ['a failing provider', { down: false, status: 503 }, 'authority-unreachable'],
    ['a proxy’s page', { down: false, status: 407 }, 'signin-refused'],
  ])('(%s) does not sign out, and works again afterwards', async (_name, trouble, code) => {
    const broken = brokenFetch()
    const rig = await signedIn({ fetch: broken.fetch })
    const rejected = await rig.session.tokens.current()
    Object.assign(broken.net, trouble)
    await expect(rig.session.tokens.renew(rejected)).rejects.toMatchObject({ code })
    expect(rig.states.at(-1)).toMatchObject({ status: 'signed-in', failure: { code } })
    Object.assign(broken.net, { down: false, status: 0 })
    expect(await rig.session.tokens.current()).not.toBe(rejected)
    expect(rig.states.at(-1)).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('leaves a session usable that was restored without a network', async () => {
    const broken = brokenFetch()
    const next = keep((await signedIn()).restarted({ fetch: broken.fetch }))
    broken.net.down = true
    await next.session.restore()
    await expect(next.session.tokens.current()).rejects.toMatchObject({ code: 'offline' })
    broken.net.down = false
    expect(await next.session.tokens.current()).toMatch(/./)
  })
})

describe('the end of the refresh token', () => {
  test('means expired, all callers are told, and one sign-in lets the work go on', async () => {
    const rig = await signedIn()
    const rejected = await rig.session.tokens.current()
    sandbox().expireRefreshTokens()
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => rig.session.tokens.renew(rejected)))
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'session-expired' } })
    expect(rig.states.at(-1)).toMatchObject({
      status: 'expired',
      failure: { code: 'session-expired' },
      admin: { name: sandbox().adminName },
    })
    await expect(rig.session.tokens.current()).rejects.toMatchObject({ code: 'session-expired' })

    const goingOn = rig.session.whenSignedIn(new AbortController().signal).then(() => rig.session.tokens.current())
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
    expect(await goingOn).not.toBe(rejected)
  })

  test('is still known after a restart, and does not ask the provider again', async () => {
    const rig = await signedIn()
    sandbox().expireRefreshTokens()
    await expect(rig.session.tokens.renew(await rig.session.tokens.current())).rejects.toMatchObject({
      code: 'session-expired',
    })
    expect(rig.keytar.entries.get(entryName)).not.toMatch(/"refreshToken":"/)
    const counted = countingFetch('refresh_token')
    const next = keep(rig.restarted({ fetch: counted.fetch }))
    expect(await next.session.restore()).toMatchObject({ status: 'expired', failure: { code: 'session-expired' } })
    expect(counted.count()).toBe(0)
    expect(await next.session.signIn()).toMatchObject({ status: 'signed-in' })
  })

  test('is noticed at the start when its expected day has passed', async () => {
    const rig = await signedIn()
    sandbox().expireRefreshTokens()
    const next = keep(rig.restarted({ clock: manualClock(Date.now() + 31 * 24 * hour) }))
    await next.session.restore()
    await expect.poll(() => next.session.state().status).toBe('expired')
  })

  test('is not made up: a token that lives on stays signed in, with an end that nobody knows', async () => {
    sandbox().setQuirks(['sliding-lifetime'])
    const rig = await signedIn()
    const next = keep(rig.restarted({ clock: manualClock(Date.now() + 31 * 24 * hour) }))
    await next.session.restore()
    await expect.poll(() => next.session.state()).toMatchObject({ status: 'signed-in', endsAt: null })
  })

  test('comes with the access token where the provider gives no refresh token', async () => {
    const clock = manualClock(Date.now())
    const rig = await signedIn({ clock, identity: { scopes: ['openid', 'profile'] } })
    expect(rig.session.state().endsAt).toBe(clock.now() + hour)
    await rig.session.tokens.current()
    clock.advance(hour)
    await expect(rig.session.tokens.current()).rejects.toMatchObject({ code: 'session-expired' })
  })
})

describe('signing in again', () => {
  test('while signed in keeps the old session usable, also when it is cancelled', async () => {
    const rig = await signedIn()
    const next = keep(rig.restarted({ openUrl: async () => {} }))
    await next.session.restore()
    const signIn = next.session.signIn()
    await expect.poll(() => next.session.signInAddress()).not.toBeNull()
    expect(next.session.state().status).toBe('signing-in')
    expect(await next.session.tokens.current()).toMatch(/./)
    await next.session.cancel()
    expect(await signIn).toMatchObject({ status: 'signed-in', failure: { code: 'signin-cancelled' } })
    expect(await next.session.tokens.current()).toMatch(/./)
  })

  test('after expiry and declined stays expired', async () => {
    const rig = await signedIn()
    sandbox().expireRefreshTokens()
    await expect(rig.session.tokens.renew(await rig.session.tokens.current())).rejects.toThrow()
    const next = keep(rig.restarted({ browser: { decline: true } }))
    await next.session.restore()
    expect(await next.session.signIn()).toMatchObject({ status: 'expired', failure: { code: 'signin-declined' } })
  })

  test('overtakes a refresh that is under way: its outcome takes no effect', async () => {
    const gate = Promise.withResolvers<void>()
    let held = false
    const slow = async (url: string, init: RequestInit) => {
      const refreshing = typeof init.body === 'string' && init.body.includes('grant_type=refresh_token')
      if (!refreshing || held) return fetch(url, init)
      held = true
      await gate.promise
      return Response.json({ error: 'invalid_grant' }, { status: 400 })
    }
    const rig = await signedIn({ fetch: slow })
    const waiting = rig.session.tokens.renew(await rig.session.tokens.current())
    await expect.poll(() => held).toBe(true)
    await rig.session.signIn()
    gate.resolve()
    expect(await waiting).toBe(await rig.session.tokens.current())
    expect(rig.session.state()).toMatchObject({ status: 'signed-in', failure: null })
  })
})

describe('waiting for a sign-in', () => {
  test('ends at once when signed in, and with the reason when it is aborted', async () => {
    const rig = await signedIn()
    await rig.session.whenSignedIn(new AbortController().signal)
    await rig.session.signOut()
    const abort = new AbortController()
    const waiting = rig.session.whenSignedIn(abort.signal)
    const reason = new Error('run stopped')
    abort.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    await expect(rig.session.whenSignedIn(abort.signal)).rejects.toBe(reason)
  })
})

describe('signing out', () => {
  test('gives the token back, forgets it here, and is still so after a restart', async () => {
    const rig = await signedIn()
    const token = await rig.session.tokens.current()
    const { revocations } = sandbox().counts()
    expect(await rig.session.signOut()).toMatchObject({
      status: 'signed-out',
      admin: null,
      keptIn: null,
      failure: null,
    })
    expect(sandbox().counts().revocations).toBe(revocations + 1)
    expect(rig.keytar.entries.size).toBe(0)
    await expect(rig.session.tokens.current()).rejects.toMatchObject({ code: 'signed-out' })
    await expect(rig.session.tokens.renew(token)).rejects.toMatchObject({ code: 'signed-out' })
    expect(await keep(rig.restarted()).session.restore()).toMatchObject({ status: 'signed-out' })
  })

  test('works offline', async () => {
    const broken = brokenFetch()
    const rig = await signedIn({ fetch: broken.fetch })
    broken.net.down = true
    expect(await rig.session.signOut()).toMatchObject({
      status: 'signed-out',
      failure: { code: 'signout-unrevoked', detail: expect.stringContaining('offline') },
    })
    expect(rig.keytar.entries.size).toBe(0)
    broken.net.down = false
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('right after a start finds the token in the vault and gives it back', async () => {
    const next = keep((await signedIn()).restarted())
    const { revocations } = sandbox().counts()
    await next.session.signOut()
    expect(sandbox().counts().revocations).toBe(revocations + 1)
  })

  test('in the middle of a refresh stores nothing of it, and gives the new token back as well', async () => {
    const gate = Promise.withResolvers<void>()
    let asked = false
    const slow = async (url: string, init: RequestInit) => {
      const reply = await fetch(url, init)
      if (typeof init.body === 'string' && init.body.includes('grant_type=refresh_token')) {
        asked = true
        await gate.promise
      }
      return reply
    }
    const rig = await signedIn({ fetch: slow })
    const waiting = rig.session.tokens.renew(await rig.session.tokens.current())
    await expect.poll(() => asked).toBe(true)
    const { revocations } = sandbox().counts()
    await rig.session.signOut()
    gate.resolve()
    await expect(waiting).rejects.toMatchObject({ code: 'signed-out' })
    expect(rig.keytar.entries.size).toBe(0)
    expect(sandbox().counts().revocations).toBe(revocations + 2)
  })
})
