import { expect, test } from 'vitest'
import { firstWay } from '../../../electron/net/way.ts'

test.each([
  ['DIRECT', { kind: 'direct' }],
  ['', { kind: 'direct' }],
  ['something else', { kind: 'direct' }],
  ['PROXY proxy.contoso.com:8080', { kind: 'proxy', by: 'http', host: 'proxy.contoso.com', port: 8080 }],
  ['PROXY a:1; PROXY b:2; DIRECT', { kind: 'proxy', by: 'http', host: 'a', port: 1 }],
  ['HTTPS proxy.contoso.com', { kind: 'proxy', by: 'https', host: 'proxy.contoso.com', port: 443 }],
  ['SOCKS5 [::1]:1080', { kind: 'proxy', by: 'socks', host: '::1', port: 1080 }],
])('“%s”', (text, way) => {
  expect(firstWay(text)).toEqual(way)
})
