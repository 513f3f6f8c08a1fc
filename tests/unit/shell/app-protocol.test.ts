import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { appPage, fileOf, respond } from '../../../electron/app-protocol.ts'
import { noncePlaceholder } from '../../../electron/csp.ts'
import { shows } from '../../support/threats.ts'

const parent = mkdtempSync(join(tmpdir(), 'muster-app-'))
const folder = join(parent, 'renderer')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(
  join(folder, 'index.html'),
  `<html lang="en"><meta nonce="${noncePlaceholder}"><script nonce="${noncePlaceholder}">`,
)
writeFileSync(join(folder, 'assets/a-1.js'), 'export {}')
writeFileSync(join(parent, 'outside.js'), 'secret')

const get = (url: string, method = 'GET') => respond({ url, method }, folder, null)

describe(shows('page-code', 'what is served'), () => {
  test.each([
    [appPage, 'text/html; charset=utf-8'],
    ['app://muster/', 'text/html; charset=utf-8'],
    ['app://muster/assets/a-1.js', 'text/javascript; charset=utf-8'],
    ['app://muster/assets/a-1.js?v=2#x', 'text/javascript; charset=utf-8'],
  ])('%s comes with its type', async (url, type) => {
    const reply = await get(url)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type])
  })

  test.each([
    'app://muster/../outside.js',
    'app://muster/%2e%2e/outside.js',
    'app://muster/..%2foutside.js',
    'app://muster/..%5coutside.js',
    'app://muster/%252e%252e/outside.js',
    'app://muster//outside.js/../../outside.js',
    'app://muster/assets/..%00.js',
    'app://muster/%',
    'app://muster/assets/',
    'app://muster/missing.js',
    'app://other/index.html',
    'app://muster:1/index.html',
    'https://muster/index.html',
    'file:///etc/passwd',
    'not a url',
  ])('%s is not', async (url) => {
    const reply = await get(url)
    expect(reply.status).toBe(404)
    expect(await reply.text()).toBe('')
  })

  test('the page says its language and the connection that it opens with', async () => {
    const at = (connection: string | null) => respond({ url: appPage, method: 'GET' }, folder, connection, 'de-AT')
    expect(await (await at(null)).text()).toMatch(/^<html lang="de-AT">/)
    expect(await (await at('0f4f0a52')).text()).toMatch(/^<html lang="de-AT" data-connection="0f4f0a52">/)
  })

  test('a file of a type that the build never makes is not', () => {
    expect(fileOf('app://muster/notes.txt', folder)).toBeNull()
  })

  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('%s is refused', async (method) => {
    expect((await get(appPage, method)).status).toBe(405)
  })
})

describe('the policy', () => {
  const policyOf = async (url = appPage) => (await get(url)).headers.get('content-security-policy') ?? ''

  test('names a nonce that is in the page and is new at each load', async () => {
    const first = await get(appPage)
    const nonce = /'nonce-([^']+)'/.exec(first.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    const page = await first.text()
    expect(nonce).toMatch(/^[\w+/]{24}$/)
    expect(page).toContain(`<meta nonce="${nonce}">`)
    expect(page).not.toContain(noncePlaceholder)
    expect(await policyOf()).not.toContain(nonce)
  })

  test('allows nothing that was not thought of, no network, no inline script, no eval', async () => {
    const policy = await policyOf()
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part]))
    expect(directives.get('default-src')).toBe("default-src 'none'")
    expect(directives.get('connect-src')).toBe("connect-src 'none'")
    expect(directives.get('script-src')).toBe("script-src 'self'")
    expect(directives.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test.each([appPage, 'app://muster/assets/a-1.js', 'app://muster/missing.js'])('comes with %s', async (url) => {
    const { headers } = await get(url)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })
})
