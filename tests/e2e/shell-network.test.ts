import { describe, expect, test } from 'vitest'
import { shellWorld } from '../support/shell-world.ts'
import { shows } from '../support/threats.ts'

const world = shellWorld()

/** Every way a page has to ask for something, each with where to. `HOST` is the counting port. */
const ways: readonly (readonly [string, string])[] = [
  ['fetch', `fetch('http://HOST/fetch')`],
  ['fetch without an answer', `fetch('http://HOST/opaque', { mode: 'no-cors' })`],
  [
    'XMLHttpRequest',
    `new Promise((done) => { const x = new XMLHttpRequest(); x.onloadend = done; x.open('GET', 'http://HOST/xhr'); x.send() })`,
  ],
  ['sendBeacon', `navigator.sendBeacon('http://HOST/beacon', 'x')`],
  ['EventSource', `new Promise((done) => { new EventSource('http://HOST/events').onerror = done })`],
  [
    'an image',
    `new Promise((done) => { const i = new Image(); i.onload = i.onerror = done; i.src = 'http://HOST/image.png' })`,
  ],
  [
    'a style sheet',
    `new Promise((done) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.onload = l.onerror = done; l.href = 'http://HOST/a.css'; document.head.append(l) })`,
  ],
  [
    'a prefetch',
    `new Promise((done) => { const l = document.createElement('link'); l.rel = 'prefetch'; l.onload = l.onerror = done; l.href = 'http://HOST/next'; document.head.append(l) })`,
  ],
  ['a font', `new FontFace('far', 'url(http://HOST/f.woff2)').load()`],
  [
    'a frame',
    `new Promise((done) => { const f = document.createElement('iframe'); f.onload = f.onerror = done; f.src = 'http://HOST/frame'; document.body.append(f); setTimeout(done, 300) })`,
  ],
  [
    'a video',
    `new Promise((done) => { const v = document.createElement('video'); v.onerror = done; v.src = 'http://HOST/v.mp4'; setTimeout(done, 300) })`,
  ],
  [
    'a form',
    `new Promise((done) => { const f = document.createElement('form'); f.action = 'http://HOST/form'; f.method = 'post'; document.body.append(f); f.submit(); f.remove(); setTimeout(done, 300) })`,
  ],
  ['an import', `import('http://HOST/module.js')`],
]
/** Not held back by `webRequest` where the host is Chromium: its DevTools protocol does not pause them. */
const socketWays: readonly (readonly [string, string])[] = [
  ['WebSocket', `new Promise((done) => { new WebSocket('ws://HOST/socket').onerror = done })`],
]

async function attempt(code: string): Promise<void> {
  const { muster, counter } = world()
  const asked = code.replaceAll('HOST', counter.host)
  await muster.window.evaluate(
    `new Promise((resolve) => setTimeout(async () => { try { await (${asked}) } catch {} resolve() }))`,
  )
}

/** The port does count what comes; otherwise its silence would show nothing. */
async function countsArrivals(): Promise<void> {
  const { counter } = world()
  await fetch(`http://${counter.host}/control`)
  expect(counter.arrivals.splice(0)).toEqual(['GET /control HTTP/1.1'])
}

describe(shows('page-network', 'under its policy, nothing the page asks for leaves it'), () => {
  test.each([...ways, ...socketWays])('%s', async (_way, code) => {
    await attempt(code)
    expect(world().counter.arrivals.splice(0)).toEqual([])
    await countsArrivals()
  })
})

describe(
  shows('page-network', 'with its policy switched off, the session still cancels what the page asks for'),
  () => {
    test.each(ways)('%s', async (_way, code) => {
      const { window } = world().muster
      const devtools = await window.context().newCDPSession(window)
      await devtools.send('Page.setBypassCSP', { enabled: true })
      await window.reload()
      // The policy is really off: text may become markup now, except where Muster's own default policy refuses it.
      expect(
        await window.evaluate(`new Promise((done) => setTimeout(() => done(typeof new Function('return 1')())))`),
      ).toBe('number')
      await attempt(code)
      await devtools.send('Page.setBypassCSP', { enabled: false })
      await devtools.detach()
      expect(world().counter.arrivals.splice(0)).toEqual([])
      await countsArrivals()
    })
  },
)

test('a file of this computer can’t be loaded', async () => {
  const read = `fetch('file:///etc/hostname').then(() => 'read', (error) => error.name)`
  expect(
    await world().muster.window.evaluate(`new Promise((done) => setTimeout(async () => done(await ${read})))`),
  ).toBe('TypeError')
})
