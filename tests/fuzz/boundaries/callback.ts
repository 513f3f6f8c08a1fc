import { connect } from 'node:net'
import fc from 'fast-check'
import { systemClock } from '../../../electron/clock.ts'
import { openLoopback } from '../../../electron/session/loopback.ts'
import { MusterError } from '../../../shared/errors.ts'
import { type Boundary, boundary } from '../boundary.ts'
import { pieces } from '../inputs.ts'
import { holdsNoSecret, must } from '../refusal.ts'

const state = 'the-right-state-abcdefghijklmnop'

const query = pieces(
  'code=',
  'error=',
  'state=',
  'iss=',
  '&',
  '=',
  '%',
  '%00',
  '?',
  '#',
  state.slice(0, -1),
  'evil',
  ';',
)
const target = fc.oneof(
  query.map((rest) => `/callback?${rest}`),
  query.map((rest) => `/callback?state=${state}x&${rest}`),
  pieces('/', 'callback', '..', '%2e', '?', 'http://127.0.0.1', '//', '\\', 'muster-signed-in', '*'),
)
const header = fc.constantFrom(
  'host: 127.0.0.1:PORT',
  'host: evil.example',
  'host:',
  'origin: https://evil.example',
  'sec-fetch-site: cross-site',
  'sec-fetch-dest: image',
  'content-length: 10',
  'content-length: -1',
  'transfer-encoding: chunked',
  'expect: 100-continue',
  'upgrade: websocket',
  'connection: upgrade',
  `cookie: ${'x'.repeat(20_000)}`,
)
const request = fc
  .tuple(
    fc.constantFrom('GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'CONNECT', 'PUT', 'get', 'G\0T'),
    target,
    fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'SIP/2.0', ''),
    fc.array(fc.oneof({ weight: 6, arbitrary: header }, fc.string({ unit: 'binary', maxLength: 20 })), {
      maxLength: 6,
    }),
    fc.constantFrom('\r\n\r\n', '\r\n\r\n', '\r\n\r\n0123456789', '\n\n', ''),
  )
  .map(([method, path, version, headers, end]) => `${method} ${path} ${version}\r\n${headers.join('\r\n')}${end}`)

/** Sends bytes, then no more, and gives everything that comes back. */
function exchange(port: number, bytes: Buffer): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let said = ''
  const socket = connect(port, '127.0.0.1')
  socket.on('data', (part) => {
    said += part.toString('latin1')
  })
  // A listener that throws a connection away has refused it as well.
  socket.on('error', () => {})
  socket.on('close', () => resolve(said))
  socket.end(bytes)
  return promise
}

/** Bytes that reach the sign-in's listener, from this computer or from a page: none but the right state ends the wait. */
export const callbackRequests: Boundary = boundary({
  name: 'callback-requests',
  cost: 10,
  inputs: fc.oneof({ weight: 4, arbitrary: request }, fc.string({ unit: 'binary', maxLength: 200 })),
  open: async () => {
    const loopback = await openLoopback('http://127.0.0.1/callback', systemClock)
    const port = Number(new URL(loopback.redirectUri).port)
    const stop = new AbortController()
    let ended: string | null = null
    void loopback
      .callback({ state, deadline: Date.now() + 86_400_000, signal: stop.signal })
      .then(() => 'came back', String)
      .then((how) => {
        ended = how
      })
    return {
      holds: async (text: string) => {
        const said = await exchange(port, Buffer.from(text.replaceAll('PORT', String(port)), 'latin1'))
        must(said === '' || /^HTTP\/1\.1 (?:4\d\d|100) /.test(said), `It answered ${said.slice(0, 80)}.`)
        holdsNoSecret(said, [state])
        must(ended === null, `The wait ended: it ${ended}.`)
      },
      close: () => stop.abort(new MusterError('signin-cancelled')),
    }
  },
})
