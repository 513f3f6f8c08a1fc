import { createServer, request as httpRequest } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { chromium } from 'playwright'
import { describe, expect, test } from 'vitest'
import { findChromium } from '../../electron-host/browser/find-chromium.ts'
import { approve } from '../../sandbox/browse.ts'
import { shows } from '../../support/threats.ts'
import { countingFetch, sessionTests } from './rig.ts'

const { sandbox, start } = sessionTests()

/** Where a sign-in comes back to, as whoever sees its address on the screen or in the process list knows it. */
interface Target {
  readonly url: URL
  readonly state: string
}

/** One request as written; its status, or null when the listener threw the connection away. */
function send(url: URL, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>()
  httpRequest({ host: url.hostname, port: url.port, path, method, headers, agent: false }, (response) => {
    response.resume().on('end', () => resolve(response.statusCode ?? null))
  })
    .on('error', () => resolve(null))
    .end()
  return promise
}

/** Signs in; the attack comes between the opening of the browser and the admin's own way back. */
async function signInUnder(attack: (target: Target) => Promise<void>) {
  const codes = countingFetch('authorization_code')
  const rig = start({
    fetch: codes.fetch,
    openUrl: async (address) => {
      const asked = new URL(address).searchParams
      await attack({ url: new URL(asked.get('redirect_uri') ?? ''), state: asked.get('state') ?? '' })
      await approve(address, sandbox().login)
    },
  })
  const state = await rig.session.signIn()
  return { state, codes: codes.count }
}

const wrong = (state: string) => `${state.slice(0, -1)}${state.endsWith('a') ? 'b' : 'a'}`

describe(shows('listener', 'the sign-in’s listener, attacked while the admin is in the browser'), () => {
  const attacks: readonly (readonly [
    what: string,
    status: number | null,
    attack: (target: Target) => Promise<number | null>,
  ])[] = [
    [
      'another host header',
      403,
      ({ url, state }) => send(url, `${url.pathname}?code=evil&state=${state}`, { host: 'evil.example' }),
    ],
    ['another path', 404, ({ url, state }) => send(url, `/elsewhere?code=evil&state=${state}`)],
    ['a wrong state', 403, ({ url, state }) => send(url, `${url.pathname}?code=evil&state=${wrong(state)}`)],
    ['no state', 403, ({ url }) => send(url, `${url.pathname}?code=evil`)],
    ['another method', 405, ({ url, state }) => send(url, `${url.pathname}?code=evil&state=${state}`, {}, 'POST')],
    [
      'a code and an error at once',
      403,
      ({ url, state }) => send(url, `${url.pathname}?code=evil&error=x&state=${state}`),
    ],
    [
      'a fetch of a page elsewhere',
      403,
      ({ url, state }) =>
        send(url, `${url.pathname}?code=evil&state=${state}`, {
          origin: 'https://evil.example',
          'sec-fetch-site': 'cross-site',
          'sec-fetch-dest': 'empty',
        }),
    ],
    [
      'a frame of a page elsewhere',
      403,
      ({ url, state }) =>
        send(url, `${url.pathname}?code=evil&state=${state}`, {
          'sec-fetch-site': 'cross-site',
          'sec-fetch-dest': 'iframe',
        }),
    ],
    ['headers without end', null, ({ url }) => send(url, url.pathname, { cookie: 'x'.repeat(200_000) })],
    [
      'the right state with a wrong issuer, in a page',
      403,
      ({ url, state }) =>
        send(url, `${url.pathname}?code=evil&iss=https://evil.example&state=${state}`, { 'sec-fetch-dest': 'image' }),
    ],
  ]
  test.each(attacks)('%s gets nowhere, and the admin signs in all the same', async (_what, status, attack) => {
    const { state, codes } = await signInUnder(async (target) => {
      const given = await attack(target)
      expect(status === null ? given === null || given === 431 : given === status, String(given)).toBe(true)
    })
    expect(state).toMatchObject({ status: 'signed-in', failure: null })
    expect(codes()).toBe(1)
  })

  test('slow requests and a flood get nowhere', async () => {
    const sockets: Socket[] = []
    const { state } = await signInUnder(async ({ url }) => {
      for (let n = 0; n < 250; n++) {
        const socket = connect(Number(url.port), url.hostname).on('error', () => {})
        socket.write(n % 2 === 0 ? 'GET /callback?sta' : 'GET /callback HTTP/1.1\r\nx-slow: ')
        sockets.push(socket)
      }
      await Promise.all(Array.from({ length: 100 }, () => send(url, `${url.pathname}?code=evil&state=guessed`)))
    })
    for (const socket of sockets) socket.destroy()
    expect(state).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('a page in a real browser gets nowhere, even if it knows the state', async () => {
    const path = findChromium()
    if (path === null) throw new Error('Chromium is needed for this test.')
    const page = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<p>evil'))
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', () => resolve()))
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launch({ executablePath: path, args })
    const asked: string[] = []
    const answered: number[] = []
    try {
      const { state, codes } = await signInUnder(async ({ url, state: right }) => {
        const tab = await browser.newPage()
        await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}/`)
        tab.on('request', (request) => {
          if (request.url().startsWith(url.origin)) asked.push(request.resourceType())
        })
        tab.on('response', (response) => {
          if (response.url().startsWith(url.origin)) answered.push(response.status())
        })
        await tab.evaluate(async (target) => {
          await fetch(target, { mode: 'no-cors' }).catch(() => {})
          for (const tag of ['img', 'iframe'] as const) {
            const element = document.createElement(tag)
            const over = new Promise((done) => {
              element.onload = done
              element.onerror = done
            })
            element.src = target
            document.body.append(element)
            // A frame that is refused may say nothing at all.
            await Promise.race([over, new Promise((done) => setTimeout(done, 2_000))])
          }
        }, `${url.origin}${url.pathname}?code=evil&state=${right}`)
      })
      expect(asked).toEqual(['fetch', 'image', 'document'])
      expect(answered.filter((status) => status !== 403)).toEqual([])
      expect(state).toMatchObject({ status: 'signed-in', failure: null })
      expect(codes()).toBe(1)
    } finally {
      await browser.close()
      await new Promise((resolve) => page.close(resolve))
    }
  })

  test('whoever knows the state can end a sign-in and never takes one over: the next one works', async () => {
    const rig = start({
      openUrl: async (address) => {
        const asked = new URL(address).searchParams
        const url = new URL(asked.get('redirect_uri') ?? '')
        const reply = new URLSearchParams({
          code: 'evil',
          state: asked.get('state') ?? '',
          iss: 'https://evil.example',
        })
        await send(url, `${url.pathname}?${reply}`)
      },
    })
    expect(await rig.session.signIn()).toMatchObject({ status: 'signed-out', failure: { code: 'signin-reply' } })
    expect((await signInUnder(async () => {})).state).toMatchObject({ status: 'signed-in', failure: null })
  })

  test('a second reply with the right state reaches nobody once the admin is back', async () => {
    let target: Target | null = null
    const { state, codes } = await signInUnder(async (given) => {
      target = given
    })
    expect(state.status).toBe('signed-in')
    const { url, state: right } = target as unknown as Target
    expect([403, null]).toContain(await send(url, `${url.pathname}?code=second&state=${right}`))
    expect(codes()).toBe(1)
  })
})
