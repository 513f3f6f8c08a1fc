import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { approve } from '../../sandbox/browse.ts'
import { tamperings } from '../../sandbox/oidc/tamper.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { shows } from '../../support/threats.ts'
import { type SessionRig, sessionTests } from './rig.ts'

const { sandbox, start, keep } = sessionTests()

/** Starts a server that answers everything alike, for an authority that is none. */
async function withServer<T>(
  answer: { status: number; type: string; body: string },
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer((_request, response) =>
    response.writeHead(answer.status, { 'content-type': answer.type, connection: 'close' }).end(answer.body),
  ).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

/** What a provider does that answers by itself: back to the app with the right state. */
async function comeBack(address: string, reply: Record<string, string>): Promise<void> {
  const asked = new URL(address).searchParams
  const back = new URL(asked.get('redirect_uri') ?? '')
  back.search = new URLSearchParams({ ...reply, state: asked.get('state') ?? '' }).toString()
  await fetch(back)
}

describe('signing in', () => {
  test('goes through the login and consent pages and back, and the token works', async () => {
    const { session, states, opened } = start()
    const before = Date.now()
    const state = await session.signIn()
    expect(state).toMatchObject({
      status: 'signed-in',
      admin: { name: sandbox().adminName, email: sandbox().login.user },
      keptIn: 'keychain',
      deadline: null,
      failure: null,
    })
    expect(state.signedInAt).toBeGreaterThanOrEqual(before)
    expect((state.endsAt ?? 0) - (state.signedInAt ?? 0)).toBe(30 * 86_400_000)
    // Only once there is an address to send the browser to is it waited for.
    expect(states.map(({ status, deadline }) => [status, deadline !== null])).toEqual([
      ['signing-in', false],
      ['signing-in', true],
      ['signed-in', false],
    ])
    const { settings } = sandbox()
    const reply = await fetch(`${settings.scim.baseUrl}/tokens/${settings.scim.token}/scim/v2/Users`, {
      headers: { authorization: `Bearer ${await session.tokens.current()}` },
    })
    expect(reply.status).toBe(200)
    const sent = new URL(opened[0] ?? '').searchParams
    expect(Object.fromEntries(sent)).toMatchObject({
      code_challenge_method: 'S256',
      prompt: 'consent',
      response_type: 'code',
    })
    expect(sent.get('state')).toMatch(/^[\w-]{43}$/)
    expect(sent.get('nonce')).toMatch(/^[\w-]{43}$/)
    expect(session.signInAddress()).toBeNull()
  })

  test(shows('secrets-kept', 'leaves no secret in states, log lines or the address after it'), async () => {
    const { session, states, lines } = start()
    await session.signIn()
    const secrets = [
      ...sandbox()
        .secrets()
        .map(({ value }) => value),
      await session.tokens.current(),
    ]
    const shown = JSON.stringify([states, lines])
    expect(shown.length).toBeGreaterThan(200)
    expect(secrets.filter((secret) => secret.length > 5 && shown.includes(secret))).toEqual([])
  })

  test.each(['nonce', null] as const)(
    'makes every secret known to the redactor, also when the reply fails a check (%s)',
    async (how) => {
      const { session, redactor, opened } = start()
      const before = new Set(
        sandbox()
          .secrets()
          .map(({ value }) => value),
      )
      if (how) sandbox().tamperNextToken(how)
      await session.signIn()
      const asked = new URL(opened[0] ?? '').searchParams
      const secrets = sandbox()
        .secrets()
        .filter(({ value }) => !before.has(value))
      expect(secrets.map(({ name }) => name.split(' ')[0]).sort()).toEqual([
        'AccessToken',
        'AuthorizationCode',
        'RefreshToken',
      ])
      for (const { value } of secrets) expect(redactor.clean(`a ${value} b`)).not.toContain(value)
      for (const name of ['state', 'nonce']) expect(redactor.clean(asked.get(name) ?? '')).not.toBe(asked.get(name))
    },
  )

  test('shows the browser a clean page at the end', async () => {
    const pages: string[] = []
    const { session } = start({
      openUrl: async (url) => {
        const page = await approve(url, sandbox().login)
        pages.push(page.url, page.body)
      },
    })
    await session.signIn()
    await expect.poll(() => pages.length).toBe(2)
    expect(pages[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/muster-signed-in$/)
    expect(pages[1]).toContain('You are signed in')
  })

  test('twice at once is one sign-in', async () => {
    const { session, opened } = start()
    const [one, two] = await Promise.all([session.signIn(), session.signIn()])
    expect(one).toEqual(two)
    expect(opened).toHaveLength(1)
  })

  test.each(['http://127.0.0.1', 'http://localhost/callback', 'http://[::1]:0/callback'])(
    'uses the redirect address as it is registered: %s',
    async (redirectUri) => {
      const { session } = start({ identity: { redirectUri } })
      expect(await session.signIn()).toMatchObject({ status: 'signed-in' })
    },
  )

  test('takes an authority with a slash at the end', async () => {
    const { authority } = sandbox().settings.client
    const { session } = start({ identity: { authority: `${authority}/` } })
    expect(await session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('takes an authority that the provider writes in lower case, as IdentityServer does', async () => {
    const server = createServer((request, response) => {
      const issuer = `http://${request.headers.host}/ab-cd`
      const metadata = { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(metadata))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const rig = start({
      openUrl: async () => {},
      identity: { authority: `http://127.0.0.1:${(server.address() as AddressInfo).port}/AB-CD` },
    })
    const signIn = rig.session.signIn()
    await expect.poll(() => rig.session.signInAddress()).toContain('/ab-cd/authorize?')
    await rig.session.cancel()
    await signIn
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})

describe('a browser that can’t reach this computer', () => {
  /** A browser on another computer: it signs in and agrees there, and gives the address that it could not open. */
  async function endsElsewhere(url: string, decline = false): Promise<string> {
    return (await approve(url, sandbox().login, { decline, unreachable: true })).url
  }
  const waits = async (options: Parameters<typeof start>[0] = {}) => {
    const rig = start({ openUrl: async () => {}, ...options })
    const signIn = rig.session.signIn()
    await expect.poll(() => rig.session.signInAddress()).not.toBeNull()
    return { ...rig, signIn, address: rig.session.signInAddress() ?? '' }
  }

  test('signs in when the address it ended at is pasted back, and the port is free afterwards', async () => {
    const { session, signIn, address } = await waits()
    const end = await endsElsewhere(address)
    expect(await session.comeBack(end)).toMatchObject({ status: 'signed-in', failure: null })
    expect(await signIn).toMatchObject({ status: 'signed-in' })
    await expect(fetch(end)).rejects.toThrow()
    await expect(session.comeBack(end)).rejects.toMatchObject({ code: 'signin-not-waiting' })
  })

  test('a wrong address is refused and the wait goes on, to the browser or to the right address', async () => {
    const { session, signIn, address } = await waits()
    const end = await endsElsewhere(address)
    const forged = new URL(end)
    forged.searchParams.set('state', 'forged')
    for (const wrong of [forged.href, end.replace('/callback', '/'), 'http://evil.example/', address]) {
      await expect(session.comeBack(wrong)).rejects.toMatchObject({ code: 'signin-address' })
    }
    expect(session.state().status).toBe('signing-in')
    await approve(address, sandbox().login)
    expect(await signIn).toMatchObject({ status: 'signed-in' })
  })

  test('that declined there is told so', async () => {
    const { session, address } = await waits()
    expect(await session.comeBack(await endsElsewhere(address, true))).toMatchObject({
      status: 'signed-out',
      failure: { code: 'signin-declined' },
    })
  })

  test('whose reply another provider sent (iss) is refused like one at the listener', async () => {
    const { session, address } = await waits()
    const end = new URL(await endsElsewhere(address))
    end.searchParams.set('iss', 'https://login.elsewhere.example')
    expect(await session.comeBack(end.href)).toMatchObject({ status: 'signed-out', failure: { code: 'signin-reply' } })
  })

  test('whose id token was made for another sign-in (nonce) is refused', async () => {
    const { session, address } = await waits()
    sandbox().tamperNextToken('nonce')
    expect(await session.comeBack(await endsElsewhere(address))).toMatchObject({ failure: { code: 'signin-reply' } })
  })

  test('an address of the sign-in before belongs to no other', async () => {
    const first = await waits()
    const old = await endsElsewhere(first.address)
    await first.session.cancel()
    const second = first.session.signIn()
    await expect.poll(() => first.session.signInAddress()).not.toBeNull()
    await expect(first.session.comeBack(old)).rejects.toMatchObject({ code: 'signin-address' })
    await first.session.cancel()
    await second
  })
})

describe('a sign-in that does not work has its own clear state, and trying again works:', () => {
  const again = async (rig: SessionRig) => {
    const url = rig.opened.length
    const next = keep(rig.restarted({ openUrl: (address) => approve(address, sandbox().login).then(() => {}) }))
    expect(await next.session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
    expect(rig.opened).toHaveLength(url)
  }

  test('declined on the consent page', async () => {
    const pages: string[] = []
    const rig = start({
      openUrl: async (url) => {
        pages.push((await approve(url, sandbox().login, { decline: true })).body)
      },
    })
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-out', failure: { code: 'signin-declined' } })
    await expect.poll(() => pages.join()).toContain('The sign-in was declined')
    await again(rig)
  })

  test('cancelled while the browser is open', async () => {
    const rig = start({ openUrl: async () => {} })
    const signIn = rig.session.signIn()
    await expect.poll(() => rig.session.signInAddress()).not.toBeNull()
    expect(await rig.session.cancel()).toMatchObject({ status: 'signed-out', failure: { code: 'signin-cancelled' } })
    expect(await signIn).toMatchObject({ status: 'signed-out' })
    await again(rig)
  })

  test('cancelled before the provider answered', async () => {
    const rig = start({
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new Error('x')))),
    })
    const signIn = rig.session.signIn()
    expect(rig.session.state()).toMatchObject({ status: 'signing-in', deadline: null })
    expect(rig.session.signInAddress()).toBeNull()
    await rig.session.cancel()
    expect(await signIn).toMatchObject({ status: 'signed-out', failure: { code: 'signin-cancelled' } })
  })

  test('not finished within five minutes', async () => {
    const clock = manualClock(Date.now())
    const rig = start({ openUrl: async () => {}, clock })
    const signIn = rig.session.signIn()
    await expect.poll(() => clock.sleepers()).toBe(1)
    expect(rig.session.state()).toMatchObject({ status: 'signing-in', deadline: clock.now() + 300_000 })
    clock.advance(300_000)
    expect(await signIn).toMatchObject({ status: 'signed-out', failure: { code: 'signin-timeout' } })
    await again({ ...rig, restarted: (options) => rig.restarted({ ...options, clock: systemClock }) })
  })

  test('a browser that does not open: the address can be opened by hand', async () => {
    const rig = start({ openUrl: () => Promise.reject(new Error('no browser')) })
    const signIn = rig.session.signIn()
    await expect.poll(() => rig.session.state().failure?.code).toBe('signin-browser')
    expect(rig.session.state().status).toBe('signing-in')
    await approve(rig.session.signInAddress() ?? '', sandbox().login)
    expect(await signIn).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('a clock that is hours off is explained, with how far it is off', async () => {
    const rig = start({ clock: manualClock(Date.now() + 3 * 3_600_000) })
    expect(await rig.session.signIn()).toMatchObject({
      status: 'signed-out',
      failure: { code: 'signin-clock', detail: 'The clock of this computer is 3 hours ahead of that of the service.' },
    })
    await again({ ...rig, restarted: (options) => rig.restarted({ ...options, clock: systemClock }) })
  })

  test('a clock that is minutes off is tolerated', async () => {
    for (const minutes of [-4, 4]) {
      const rig = start({ clock: manualClock(Date.now() + minutes * 60_000) })
      expect(await rig.session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
      expect(await rig.session.tokens.current()).toMatch(/./)
    }
  })

  test('another program on the port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const rig = start({ identity: { redirectUri: `http://127.0.0.1:${port}/callback` } })
    expect(await rig.session.signIn()).toMatchObject({
      status: 'signed-out',
      failure: {
        code: 'signin-port-busy',
        where: `port ${port}`,
        // The other program is this very test.
        detail: process.platform === 'linux' ? expect.stringContaining(`(process ${process.pid})`) : expect.any(String),
      },
    })
    expect(rig.opened).toEqual([])
    await new Promise((resolve) => other.close(resolve))
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('a redirect address that is not on this computer', async () => {
    const rig = start({ identity: { redirectUri: 'https://muster.example/callback' } })
    expect(await rig.session.signIn()).toMatchObject({ failure: { code: 'signin-redirect', where: 'redirectUri' } })
  })

  test('an authority that can’t be reached', async () => {
    const dead = await withServer({ status: 200, type: 'text/plain', body: '' }, async (origin) => origin)
    const rig = start({ identity: { authority: `${dead}/tenant` } })
    expect(await rig.session.signIn()).toMatchObject({
      status: 'signed-out',
      failure: { code: 'authority-unreachable', detail: 'ECONNREFUSED' },
    })
    expect(rig.opened).toEqual([])
  })

  test.each([
    ['a page', { status: 200, type: 'text/html', body: '<h1>It works</h1>' }, 'authority-invalid'],
    ['nothing there', { status: 404, type: 'text/plain', body: 'Not found' }, 'authority-invalid'],
    [
      'another issuer',
      { status: 200, type: 'application/json', body: '{"issuer":"https://elsewhere.example"}' },
      'authority-invalid',
    ],
    ['no issuer', { status: 200, type: 'application/json', body: '{}' }, 'authority-invalid'],
    ['a redirect', { status: 302, type: 'text/plain', body: '' }, 'redirect-refused'],
    ['a failing server', { status: 503, type: 'text/html', body: '<h1>Sorry</h1>' }, 'authority-unreachable'],
  ])('an authority that answers with %s', async (_name, answer, code) => {
    await withServer(answer, async (origin) => {
      const rig = start({ identity: { authority: `${origin}/tenant` } })
      expect(await rig.session.signIn()).toMatchObject({ status: 'signed-out', failure: { code } })
      expect(rig.opened).toEqual([])
    })
  })

  test('an authority whose endpoints lie on plain http elsewhere', async () => {
    const server = createServer((request, response) => {
      const issuer = `http://${request.headers.host}/t`
      const metadata = {
        issuer,
        authorization_endpoint: `${issuer}/a`,
        token_endpoint: 'http://elsewhere.example/token',
      }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(metadata))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const rig = start({ identity: { authority: `http://127.0.0.1:${(server.address() as AddressInfo).port}/t` } })
    expect(await rig.session.signIn()).toMatchObject({
      failure: { code: 'authority-invalid', detail: 'Its token_endpoint can’t be used.' },
    })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  test('an authority on plain http elsewhere, to which nothing is sent', async () => {
    let asked = 0
    const rig = start({
      identity: { authority: 'http://login.example/t' },
      fetch: async () => {
        asked += 1
        return new Response()
      },
    })
    expect(await rig.session.signIn()).toMatchObject({ failure: { code: 'authority-invalid' } })
    expect(asked).toBe(0)
  })

  test.each([
    [
      'refuses the client',
      { error: 'unauthorized_client', error_description: 'Ask Nintex.' },
      'unauthorized_client: Ask Nintex.',
    ],
    ['does not know the code', { code: 'a-code-nobody-gave-out' }, 'invalid_grant: grant request is invalid'],
  ])('an authority that %s, in its own words', async (_name, reply, detail) => {
    const rig = start({ openUrl: (url) => comeBack(url, { ...reply, iss: sandbox().settings.client.authority }) })
    expect(await rig.session.signIn()).toMatchObject({
      status: 'signed-out',
      failure: { code: 'signin-refused', detail },
    })
    await again(rig)
  })

  test.each(tamperings)(shows('id-token', 'a token reply with a wrong %s'), async (how) => {
    const rig = start()
    sandbox().tamperNextToken(how)
    const state = await rig.session.signIn()
    expect(state.status).toBe('signed-out')
    expect(state.failure?.code).toBe(how === 'server-error' ? 'authority-unreachable' : 'signin-reply')
    await expect(rig.session.tokens.current()).rejects.toMatchObject({ code: 'signed-out' })
    expect(rig.keytar.entries.size).toBe(0)
    await again(rig)
  })

  test(shows('id-token', 'a reply that another provider sent (iss)'), async () => {
    const rig = start({ openUrl: (url) => comeBack(url, { code: 'c-123456', iss: 'https://evil.example' }) })
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-out', failure: { code: 'signin-reply' } })
    await again(rig)
  })
})
