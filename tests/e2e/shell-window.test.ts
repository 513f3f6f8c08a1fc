import { describe, expect, test } from 'vitest'
import { shellWorld } from '../support/shell-world.ts'
import { shows } from '../support/threats.ts'

const world = shellWorld()
const inPage = (code: string) =>
  world().muster.window.evaluate(`new Promise((done) => setTimeout(async () => {
    try { done(await (${code})()) } catch (error) { done(error.name) }
  }))`)

/** Waits until what the page started has had its chance, and gives where the window is then. */
async function whereAfter(code: string): Promise<string> {
  await inPage(code)
  await inPage('() => new Promise((done) => setTimeout(done, 200))')
  return world().muster.window.url()
}

describe('the window', () => {
  test.each([
    ['an https page', 'https://example.com/'],
    ['a page of this computer', 'http://HOST/'],
    ['a file', 'file:///etc/hostname'],
    ['another program', 'mailto:dana@contoso.example'],
    ['another host of its own scheme', 'app://elsewhere/index.html'],
    ['a data: page', 'data:text/html,<h1>Sign in</h1>'],
  ])('stays on its own page when asked to go to %s', async (_what, url) => {
    const { muster, counter } = world()
    const before = muster.window.url()
    const target = url.replace('HOST', counter.host)
    expect(await whereAfter(`() => { location.href = '${target}' }`)).toBe(before)
    expect(await whereAfter(`() => { const a = document.createElement('a'); a.href = '${target}'; a.click() }`)).toBe(
      before,
    )
    await muster.window.getByRole('heading', { level: 1 }).waitFor()
    expect(counter.arrivals.splice(0)).toEqual([])
  })

  test.each([
    ['window.open', `() => String(window.open('https://example.com/'))`],
    ['window.open on its own page', `() => String(window.open(location.href))`],
    [
      'a link with a target',
      `() => { const a = document.createElement('a'); a.target = '_blank'; a.href = 'https://example.com/'
        document.body.append(a); a.click(); a.remove(); return 'null' }`,
    ],
  ])('has no second one: %s', async (_how, code) => {
    const { window } = world().muster
    expect(await inPage(code)).toBe('null')
    await inPage('() => new Promise((done) => setTimeout(done, 200))')
    expect(
      window
        .context()
        .pages()
        .filter((page) => !page.isClosed()),
    ).toHaveLength(1)
  })

  test('hands nothing to the system browser by itself', () => {
    expect(world().opened).toEqual([])
  })

  test(shows('page-elsewhere', 'has no webview and no frame of its own page'), async () => {
    expect(await inPage(`() => 'loadURL' in document.createElement('webview')`)).toBe(false)
    const framed = `() => new Promise((done) => { const frame = document.createElement('iframe')
      frame.src = location.href; document.body.append(frame)
      frame.onload = () => { try { done(typeof frame.contentWindow.muster) } catch (error) { done(error.name) } frame.remove() } })`
    expect(await inPage(framed)).toBe('SecurityError')
  })

  test('keeps no service worker', async () => {
    expect(await inPage(`() => navigator.serviceWorker.register('/a.js').then(() => 'registered')`)).not.toBe(
      'registered',
    )
  })
})

describe(shows('permissions', 'a permission is denied'), () => {
  test.each([
    ['notifications', '() => Notification.requestPermission()', 'denied'],
    ['being told of idleness', '() => IdleDetector.requestPermission()', 'denied'],
    ['the camera', '() => navigator.mediaDevices.getUserMedia({ video: true })', 'NotAllowedError'],
    ['the microphone', '() => navigator.mediaDevices.getUserMedia({ audio: true })', 'NotAllowedError'],
    ['the screen', '() => navigator.mediaDevices.getDisplayMedia()', 'NotAllowedError'],
    ['keeping the screen on', '() => navigator.wakeLock.request()', 'NotAllowedError'],
    ['reading the clipboard', '() => navigator.clipboard.readText()', 'NotAllowedError'],
    ['writing the clipboard', `() => navigator.clipboard.writeText('x')`, 'NotAllowedError'],
    ['MIDI', '() => navigator.requestMIDIAccess()', 'SecurityError'],
    ['the fonts', '() => queryLocalFonts()', 'SecurityError'],
    ['a USB device', '() => navigator.usb.requestDevice({ filters: [] })', 'SecurityError'],
    ['an input device', '() => navigator.hid.requestDevice({ filters: [] })', 'SecurityError'],
    ['a serial port', '() => navigator.serial.requestPort()', 'SecurityError'],
    [
      'the place',
      '() => new Promise((done) => navigator.geolocation.getCurrentPosition(done, ({ code }) => done(code)))',
      1,
    ],
  ])('%s', async (_what, code, answer) => {
    expect(await inPage(code)).toBe(answer)
  })

  test.each(['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'])(
    'and %s is reported as denied',
    async (name) => {
      expect(await inPage(`() => navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`)).toBe(
        'denied',
      )
    },
  )
})
