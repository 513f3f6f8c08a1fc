import { describe, expect, test } from 'vitest'
import { networkCode, networkError } from '../../../electron/net/network-error.ts'
import { MusterError } from '../../../shared/errors.ts'

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code })
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause })

describe('what a network failure means', () => {
  test.each([
    ['Electron: no network', new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    ['Electron: refused', new Error('net::ERR_CONNECTION_REFUSED'), 'unreachable'],
    ['Electron: no such host', new Error('net::ERR_NAME_NOT_RESOLVED'), 'unreachable'],
    ['Electron: proxy fails', new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'proxy-unreachable'],
    ['Electron: PAC file fails', new Error('net::ERR_PAC_SCRIPT_FAILED'), 'proxy-unreachable'],
    ['Electron: proxy refuses', new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'proxy-refused'],
    ['Electron: proxy asks for a sign-in', new Error('net::ERR_PROXY_AUTH_REQUESTED'), 'proxy-credentials'],
    ['Electron: connect takes too long', new Error('net::ERR_CONNECTION_TIMED_OUT'), 'timeout'],
    ['Electron: whole request takes too long', new Error('net::ERR_TIMED_OUT'), 'timeout'],
    ['Electron: unknown authority', new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    ['Electron: no common protocol', new Error('net::ERR_SSL_PROTOCOL_ERROR'), 'tls'],
    ['Electron: redirect', new Error('Redirect was cancelled'), 'redirect-refused'],
    ['Node: refused', fetchFailed(withCode('ECONNREFUSED')), 'unreachable'],
    ['Node: reset', fetchFailed(withCode('ECONNRESET')), 'unreachable'],
    ['Node: other side hung up', fetchFailed(withCode('UND_ERR_SOCKET')), 'unreachable'],
    ['Node: no such host', fetchFailed(withCode('ENOTFOUND')), 'unreachable'],
    ['Node: no resolver', fetchFailed(withCode('EAI_AGAIN')), 'offline'],
    ['Node: no route', fetchFailed(withCode('ENETUNREACH')), 'offline'],
    ['Node: connect takes too long', fetchFailed(withCode('UND_ERR_CONNECT_TIMEOUT')), 'timeout'],
    ['Node: headers take too long', fetchFailed(withCode('UND_ERR_HEADERS_TIMEOUT')), 'timeout'],
    ['Node: self-signed', fetchFailed(withCode('DEPTH_ZERO_SELF_SIGNED_CERT')), 'tls'],
    ['Node: unknown authority', fetchFailed(withCode('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')), 'tls'],
    ['Node: expired', fetchFailed(withCode('CERT_HAS_EXPIRED')), 'tls'],
    ['Node: wrong name', fetchFailed(withCode('ERR_TLS_CERT_ALTNAME_INVALID')), 'tls'],
    [
      'Node: every address failed',
      fetchFailed(new AggregateError([withCode('ENETUNREACH'), withCode('ECONNREFUSED')])),
      'unreachable',
    ],
    ['something else', new Error('boom'), 'unreachable'],
    ['not even an error', 'boom', 'unreachable'],
  ])('%s', (_name, error, code) => {
    const known = networkError(error, 'host/path')
    expect(known.code).toBe(code)
    expect(known.where).toBe('host/path')
  })

  test('names the failure but never quotes it, for some runtimes quote a header', () => {
    const known = networkError(new TypeError('"Bearer abc123secret" is an invalid header value'), 'host/path')
    expect(JSON.stringify([known.message, known.detail, known.where])).not.toContain('abc123secret')
    expect(known.cause).toBeUndefined()
    expect(networkError(fetchFailed(withCode('ECONNRESET', 'secret')), 'h').detail).toBe('ECONNRESET')
  })

  test('passes on what is a MusterError already', () => {
    const error = new MusterError('reply-too-large')
    expect(networkError(error, 'elsewhere')).toBe(error)
  })

  test('ends on a chain of causes that goes in a circle', () => {
    const error = new Error('round')
    error.cause = error
    expect(networkCode(error)).toBeNull()
  })
})
