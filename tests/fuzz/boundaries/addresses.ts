import fc from 'fast-check'
import { fileOf } from '../../../electron/app-protocol.ts'
import { navigationAllowed, requestAllowed } from '../../../electron/hardening.ts'
import { openExternalAllowed, signInAllowed } from '../../../electron/links.ts'
import { parseRedirectUri } from '../../../electron/session/redirect-uri.ts'
import { readRedirectAddress, readServiceAddress } from '../../../shared/settings/address.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { pieces } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

const host = fc.constantFrom('127.0.0.1', 'localhost', '[::1]', 'LOCALHOST', '127.0.0.2', 'evil.example', '[::2]')
const redirect = fc
  .tuple(fc.constantFrom('http', 'https', 'HTTP'), host, fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map(([scheme, name, rest]) => `${scheme}://${name}${rest}`)
const address = fc.oneof(
  redirect,
  fc.webUrl({ validSchemes: ['http', 'https'] }),
  fc.string().map((rest) => `https://${rest}`),
  pieces('http', 'https', '://', 'app', 'muster', 'login.onk2.com', '@', ':', '/', '..', '%2e', '%2F', '\\', '?', '#'),
)

/** Addresses of settings: none is accepted that leads elsewhere than it reads, or over an open line. */
export const settingsAddresses: Boundary = boundary({
  name: 'settings-addresses',
  inputs: address,
  open: plainly(async (text: string) => {
    const accepted = !('refused' in readRedirectAddress(text))
    const target = await orRefused(() => parseRedirectUri(text), { codes: /^signin-redirect$/ })
    must(!accepted || target !== null, 'The import accepts a redirect address that signing in refuses.')
    const service = readServiceAddress(text)
    if ('refused' in service) return
    const url = new URL(text)
    must(url.username + url.password + url.hash + url.search === '', 'A service address holds more than a place.')
    const local = /^(?:127\.|localhost$|\[::1\]$)/.test(url.hostname)
    must(url.protocol === 'https:' || local, 'A service address leads over an open line.')
    const plain = /^[a-z.-]+$/i.test(service.host)
    must(!plain || url.hostname === service.host.toLowerCase(), 'Two parsers see two hosts.')
  }),
})

const inApp = pieces('app://muster', '/', '..', '%2e%2e', '%2F', '\\', 'index.html', '.js', '?', '#', '@', ':', '%00')

/** Addresses that the window asks for: none leads out of the built files, and none out of the app but the known pages. */
export const windowAddresses: Boundary = boundary({
  name: 'window-addresses',
  inputs: fc.oneof(
    inApp.map((rest) => `app://muster/${rest}`),
    inApp,
    address,
  ),
  open: plainly((url: string) => {
    const file = fileOf(url, '/opt/muster/out/renderer')
    if (file !== null) {
      must(file.path.startsWith('/opt/muster/out/renderer/'), `It leads to ${file.path}.`)
      must(!/[\\%]|(?:^|\/)\.\.(?:\/|$)/.test(file.path), `It leads to ${file.path}.`)
    }
    const parsed = URL.parse(url)
    if (navigationAllowed(url)) must(parsed?.protocol === 'app:' && parsed.host === 'muster', 'It may go elsewhere.')
    if (requestAllowed(url)) must(!/^(?:https?|wss?|file|ftp):/i.test(parsed?.protocol ?? ''), 'It may load elsewhere.')
    if (openExternalAllowed(url)) must(parsed?.protocol === 'https:', 'The browser is sent over an open line.')
    if (signInAllowed(url)) must(/^https?:$/.test(parsed?.protocol ?? ''), 'The browser is sent to another program.')
  }),
})
