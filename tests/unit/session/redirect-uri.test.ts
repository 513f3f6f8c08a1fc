import { describe, expect, test } from 'vitest'
import { isLoopback, parseRedirectUri } from '../../../electron/session/redirect-uri.ts'

describe('a redirect URI', () => {
  test.each([
    ['http://127.0.0.1:5678', 'http://127.0.0.1:5678', '/', '127.0.0.1:5678'],
    ['http://127.0.0.1:5678/', 'http://127.0.0.1:5678/', '/', '127.0.0.1:5678'],
    ['http://127.0.0.1:80/cb', 'http://127.0.0.1:80/cb', '/cb', '127.0.0.1'],
    ['http://LOCALHOST:5678/Cb', 'http://LOCALHOST:5678/Cb', '/Cb', 'localhost:5678'],
    ['http://[::1]:5678/a/b?x=1', 'http://[::1]:5678/a/b?x=1', '/a/b', '[::1]:5678'],
  ])('with a port is sent verbatim: %s', (text, uri, path, host) => {
    const target = parseRedirectUri(text)
    expect(target.port).toBeGreaterThan(0)
    expect([target.uri(target.port), target.path, target.host(target.port)]).toEqual([uri, path, host])
  })

  test.each([
    ['http://127.0.0.1/callback', 'http://127.0.0.1:49152/callback'],
    ['http://127.0.0.1:0/callback', 'http://127.0.0.1:49152/callback'],
    ['http://127.0.0.1:/callback', 'http://127.0.0.1:49152/callback'],
    ['http://localhost', 'http://localhost:49152'],
    ['http://[::1]?x=1', 'http://[::1]:49152?x=1'],
  ])('without a port gets the real one: %s', (text, uri) => {
    const target = parseRedirectUri(text)
    expect(target.port).toBe(0)
    expect(target.uri(49_152)).toBe(uri)
  })

  test('on localhost is listened for in both address families', () => {
    expect(parseRedirectUri('http://localhost:1').addresses).toEqual(['127.0.0.1', '::1'])
    expect(parseRedirectUri('http://127.0.0.1:1').addresses).toEqual(['127.0.0.1'])
    expect(parseRedirectUri('http://[::1]:1').addresses).toEqual(['::1'])
  })

  test.each([
    'https://127.0.0.1:5678/',
    'http://0.0.0.0:5678/',
    'http://10.0.0.1/',
    'http://127.0.0.1.evil.example/',
    'http://localhost.evil.example/',
    'http://evil.example@127.0.0.1/',
    'http://127.0.0.1:5678@evil.example/',
    'http://127.0.0.1:99999/',
    'http://127.0.0.1:5678/#part',
    'http://127.0.0.1:5678/a b',
    'http://127.0.0.1:5678/\nHost: evil',
    'http://127.0.0.2/',
    'muster://callback',
    '',
  ])('is refused: %j', (text) => {
    expect(() => parseRedirectUri(text)).toThrow(expect.objectContaining({ code: 'signin-redirect' }))
  })
})

test.each([
  ['http://127.0.0.1:1/', true],
  ['http://127.8.9.1/', true],
  ['http://localhost/', true],
  ['http://[::1]/', true],
  ['http://127.0.0.1.evil.example/', false],
  ['http://localhost.evil.example/', false],
  ['http://10.0.0.1/', false],
])('%s is on this computer: %s', (url, here) => expect(isLoopback(new URL(url))).toBe(here))
