import { createServer, request as httpRequest, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import type { Clock } from '../../../electron/ports.ts'
import { type Loopback, openLoopback } from '../../../electron/session/loopback.ts'
import { MusterError } from '../../../shared/errors.ts'
import { manualClock } from '../../support/manual-clock.ts'
import { shows } from '../../support/threats.ts'

const state = 'the-right-state-abcdef'
const opened: Loopback[] = []

async function open(redirectUri = 'http://127.0.0.1/callback', clock: Clock = systemClock): Promise<Loopback> {
  const loopback = await openLoopback(redirectUri, clock)
  opened.push(loopback)
  return loopback
}

/** Opens a listener and starts waiting; `back` is what the wait gives. */
async function listening(options: { redirectUri?: string; clock?: Clock; signal?: AbortSignal } = {}) {
  const clock = options.clock ?? systemClock
  const loopback = await open(options.redirectUri, clock)
  const signal = options.signal ?? new AbortController().signal
  const back = loopback.callback({ state, deadline: clock.now() + 300_000, signal })
  back.catch(() => {})
  return { loopback, back, url: new URL(loopback.redirectUri) }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** One request with full say over method, path and headers; `fetch` would correct them. */
function send(
  base: URL,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const host = base.hostname.replace(/^\[|\]$/g, '')
  httpRequest({ host, port: base.port, path, agent: false, ...options }, (response) => {
    let body = ''
    response.setEncoding('utf8').on('data', (part: string) => {
      body += part
    })
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
  })
    .on('error', reject)
    .end()
  return promise
}

const right = (extra = '') => `/callback?code=the-code-1&state=${state}${extra}`

afterEach(async () => {
  await Promise.all(opened.splice(0).map((loopback) => loopback.close()))
})

describe('the browser coming back', () => {
  test('is recognised, sent on with 303 to a clean page, and the port is free afterwards', async () => {
    const { back, url } = await listening()
    const answer = send(url, right('&iss=x'))
    const callback = await back
    expect(callback.url.href).toBe(`${url.href}?code=the-code-1&state=${state}&iss=x`)
    callback.answer('signed-in')
    const { status, headers } = await answer
    expect(status).toBe(303)
    expect(headers.location).toBe('/muster-signed-in')
    const page = await send(url, '/muster-signed-in')
    expect(page.status).toBe(200)
    expect(page.body).toContain('You can close this tab and go back to Muster.')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'/)
    await expect(send(url, '/muster-signed-in')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test.each([
    ['declined', 'The sign-in was declined'],
    ['failed', 'The sign-in did not work'],
  ] as const)('is told when the sign-in %s', async (ending, words) => {
    const { back, url } = await listening()
    const answer = send(url, `/callback?error=access_denied&state=${state}`)
    ;(await back).answer(ending)
    const { headers } = await answer
    expect((await send(url, String(headers.location))).body).toContain(words)
  })

  test('is waited for on the registered path only, as it is written there', async () => {
    const { back, url } = await listening({ redirectUri: 'http://127.0.0.1' })
    expect((await send(url, right())).status).toBe(404)
    const answer = send(url, `/?code=c-123456&state=${state}`)
    ;(await back).answer('signed-in')
    expect((await answer).status).toBe(303)
  })

  test('frees the port a little later when the browser never fetches its last page', async () => {
    const clock = manualClock()
    const { back, url } = await listening({ clock })
    const answer = send(url, right())
    ;(await back).answer('signed-in')
    await answer
    clock.advance(5_000)
    await expect
      .poll(() =>
        send(url, '/').then(
          () => 'open',
          (error) => error.code,
        ),
      )
      .toBe('ECONNREFUSED')
  })
})

describe(shows('listener', 'an attacker on this computer or in a web page'), () => {
  test.each([
    ['a wrong state', `/callback?code=evil&state=wrong`, {}, 403],
    ['a state that is a prefix', `/callback?code=evil&state=${state.slice(0, -1)}`, {}, 403],
    ['no state', '/callback?code=evil', {}, 403],
    ['no query', '/callback', {}, 403],
    ['two states', `/callback?code=evil&state=${state}&state=${state}`, {}, 403],
    ['neither code nor error', `/callback?state=${state}`, {}, 403],
    ['another path', `/other?code=evil&state=${state}`, {}, 404],
    ['the path in other letters', `/Callback?code=evil&state=${state}`, {}, 404],
    ['a path that leads there', `/x/../callback?code=evil&state=${state}`, {}, 404],
    ['an absolute address', `http://127.0.0.1/callback?code=evil&state=${state}`, {}, 404],
    ['the last page before its time', '/muster-signed-in', {}, 404],
    ['POST', right(), { method: 'POST' }, 405],
    ['HEAD', right(), { method: 'HEAD' }, 405],
    ['OPTIONS', right(), { method: 'OPTIONS' }, 405],
    ['the host of a rebound name', right(), { headers: { host: 'evil.example' } }, 403],
    ['the host without its port', right(), { headers: { host: '127.0.0.1' } }, 403],
    ['another name for this computer', right(), { headers: { host: 'localhost' } }, 403],
  ])('gets nowhere with %s, and the wait goes on', async (_name, path, options, status) => {
    const { back, url } = await listening()
    const refused = await send(url, path, options)
    expect(refused.status).toBe(status)
    expect(refused.body).not.toContain('<')
    const answer = send(url, right())
    const callback = await back
    expect(callback.url.searchParams.get('code')).toBe('the-code-1')
    callback.answer('signed-in')
    expect((await answer).status).toBe(303)
  })

  test('can’t replay the reply or send a second code', async () => {
    const { back, url } = await listening()
    const answer = send(url, right())
    const callback = await back
    expect((await send(url, right())).status).toBe(403)
    expect((await send(url, `/callback?code=second&state=${state}`)).status).toBe(403)
    callback.answer('signed-in')
    expect((await answer).status).toBe(303)
    expect((await send(url, right())).status).toBe(403)
  })

  test('finds nobody to talk to before the wait begins', async () => {
    const loopback = await open()
    expect((await send(new URL(loopback.redirectUri), right())).status).toBe(403)
  })

  test('does not keep the browser out with silent, slow or broken connections', async () => {
    const { loopback, back, url } = await listening()
    const sockets: Socket[] = []
    for (let i = 0; i < 300; i++) {
      const socket = connect(Number(url.port), url.hostname)
      socket.on('error', () => {})
      if (i % 3 === 1) socket.write('GET /callback?st')
      if (i % 3 === 2) socket.write('\x16\x03\x01 this is not http\r\n\r\n')
      sockets.push(socket)
    }
    const answer = send(url, right())
    const callback = await back
    for (let i = 0; i < 100; i++) sockets.push(connect(Number(url.port), url.hostname).on('error', () => {}))
    await expect
      .poll(() => sockets.filter((socket) => socket.destroyed || socket.readyState === 'closed').length)
      .toBeGreaterThan(330)
    callback.answer('signed-in')
    expect((await answer).status).toBe(303)
    await loopback.close()
    await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true)
  })

  test('reaches it from this computer alone', async () => {
    const { url } = await listening()
    const others = Object.values((await import('node:os')).networkInterfaces())
      .flat()
      .filter((one) => one && !one.internal && one.family === 'IPv4')
    for (const other of others) {
      await expect(send(new URL(`http://${other?.address}:${url.port}`), right())).rejects.toThrow()
    }
    await expect(send(new URL(`http://127.0.0.2:${url.port}`), right())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('the end of the wait', () => {
  test('comes after five minutes, with the port free again', async () => {
    const clock = manualClock()
    const { back, url } = await listening({ clock })
    clock.advance(299_999)
    expect((await send(url, '/callback')).status).toBe(403)
    clock.advance(1)
    await expect(back).rejects.toMatchObject({ code: 'signin-timeout' })
    await expect(send(url, right())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('comes at once on cancelling, and open connections are cut', async () => {
    const abort = new AbortController()
    const { back, url } = await listening({ signal: abort.signal })
    const socket = connect(Number(url.port), url.hostname).on('error', () => {})
    socket.write('GET /callback')
    abort.abort(new MusterError('signin-cancelled'))
    await expect(back).rejects.toMatchObject({ code: 'signin-cancelled' })
    await expect.poll(() => socket.destroyed || socket.closed || socket.readableEnded).toBe(true)
    await expect(send(url, right())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('comes at once when it was cancelled before it began', async () => {
    const loopback = await open()
    const wait = loopback.callback({
      state,
      deadline: Date.now() + 1_000,
      signal: AbortSignal.abort(new MusterError('signin-cancelled')),
    })
    await expect(wait).rejects.toMatchObject({ code: 'signin-cancelled' })
  })

  test('leaves no timer behind', async () => {
    const clock = manualClock()
    const { back, url } = await listening({ clock })
    const answer = send(url, right())
    ;(await back).answer('signed-in')
    await answer
    await send(url, '/muster-signed-in')
    await expect.poll(() => clock.sleepers()).toBe(0)
  })
})

describe('the port', () => {
  test('is the registered one, and a busy one is named', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(open(`http://127.0.0.1:${port}/callback`)).rejects.toMatchObject({
      code: 'signin-port-busy',
      where: `port ${port}`,
    })
    await new Promise((resolve) => other.close(resolve))
    const loopback = await open(`http://127.0.0.1:${port}/callback`)
    expect(loopback.redirectUri).toBe(`http://127.0.0.1:${port}/callback`)
  })

  test('is busy for localhost when another program has it in one address family only', async () => {
    const other = createServer().listen(0, '::1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(open(`http://localhost:${port}/`)).rejects.toMatchObject({ code: 'signin-port-busy' })
    await new Promise((resolve) => other.close(resolve))
  })

  test.each(['127.0.0.1', '::1'])('for localhost is open at %s', async (address) => {
    const { url, back } = await listening({ redirectUri: 'http://localhost:0/callback' })
    const direct = new URL(url)
    direct.hostname = address.includes(':') ? `[${address}]` : address
    const answer = send(direct, right(), { headers: { host: url.host } })
    ;(await back).answer('signed-in')
    expect((await answer).status).toBe(303)
  })

  test('for [::1] is open there alone', async () => {
    const { url, back } = await listening({ redirectUri: 'http://[::1]:0/callback' })
    await expect(send(new URL(`http://127.0.0.1:${url.port}`), right())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const answer = send(url, right())
    ;(await back).answer('signed-in')
    expect((await answer).status).toBe(303)
  })
})
