import { lookup } from 'node:dns/promises'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createReach, type Found, type ReachParts } from '../../../electron/net/reach.ts'
import { makeAuthority, type TestAuthority } from '../../support/certificates.ts'
import { type ForwardProxy, startForwardProxy } from '../../support/forward-proxy.ts'
import { type SilentService, startSilentService } from '../../support/silent-service.ts'
import { startTlsFront, type TlsFront } from '../../support/tls-front.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-reach-'))
const never = new AbortController().signal
let authority: TestAuthority
let fronts: Record<'good' | 'expired' | 'other', TlsFront>
let silent: SilentService

beforeAll(async () => {
  authority = makeAuthority(folder)
  const front = (name: string, names: string[], days?: { from: number; until: number }) =>
    startTlsFront('http://127.0.0.1:9', authority.certificate(name, names, days))
  fronts = {
    good: await front('good', ['DNS:localhost', 'DNS:k2.contoso.example']),
    expired: await front('expired', ['DNS:localhost'], { from: -20, until: -10 }),
    other: await front('other', ['DNS:elsewhere.contoso.example']),
  }
  // Takes connections and never says a word: what TLS meets where packets are dropped on the way.
  silent = await startSilentService()
})
afterAll(async () => {
  for (const one of Object.values(fronts)) await one.stop()
  await silent.stop()
  rmSync(folder, { recursive: true, force: true })
})

const parts = (change: Partial<ReachParts> = {}): ReachParts => ({
  proxyFor: async () => 'DIRECT',
  addressesOf: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  connect,
  authorities: () => [readFileSync(authority.file, 'utf8')],
  proxyAuthorization: async () => null,
  greet: async () => null,
  ...change,
})

/** Goes through the steps until one fails; gives what each said, and the failure. */
async function walk(url: string, change: Partial<ReachParts> = {}, signal = never) {
  const reach = createReach(new URL(url), parts(change))
  const said: Found[] = []
  try {
    for (const step of ['proxy', 'name', 'tcp', 'tls'] as const) said.push(await reach[step](signal))
    return { said, failed: null }
  } catch (failed) {
    return { said, failed }
  } finally {
    reach.end()
  }
}

describe('straight to a server', () => {
  test('every step says what it found, and the chain is shown', async () => {
    const { said, failed } = await walk(`https://localhost:${fronts.good.port}/`)
    expect(failed).toBeNull()
    expect(said[0]?.said).toBe('No proxy: requests go straight to the server.')
    expect(said[1]?.said).toMatch(/^localhost is (127\.0\.0\.1|::1)/)
    expect(said[2]?.said).toBe(`localhost:${fronts.good.port} answers.`)
    expect(said[3]?.said).toMatch(/^TLSv1\.3; the certificate comes from Test authority\.$/)
    expect(said[3]?.chain?.map(({ subject }) => subject)).toEqual(['good'])
  })

  test.each([
    ['a name that nobody has', 'https://nobody.invalid/', 1, 'name-unknown'],
    ['a closed port', 'https://127.0.0.1:9/', 2, 'port-refused'],
  ])('%s', async (_name, url, step, code) => {
    const { said, failed } = await walk(url)
    expect(said).toHaveLength(step)
    expect(failed).toMatchObject({ code })
  })

  test('an authority that this computer does not know, with the chain that was shown', async () => {
    const { said, failed } = await walk(`https://localhost:${fronts.good.port}/`, { authorities: () => [] })
    expect(said).toHaveLength(3)
    expect(failed).toMatchObject({
      code: 'certificate-unknown',
      chain: [{ subject: 'good', issuer: 'Test authority' }],
    })
  })

  test('a certificate that has expired, and one for another name', async () => {
    expect((await walk(`https://localhost:${fronts.expired.port}/`)).failed).toMatchObject({
      code: 'certificate-expired',
    })
    expect((await walk(`https://localhost:${fronts.other.port}/`)).failed).toMatchObject({ code: 'certificate-name' })
  })

  test('a server that never answers ends by the time limit', async () => {
    expect((await walk(`https://localhost:${silent.port}/`, { limit: 100 })).failed).toMatchObject({ code: 'timeout' })
  })

  test('cancelling ends it with the reason', async () => {
    const stop = new AbortController()
    const reason = new Error('stopped by the admin')
    setTimeout(() => stop.abort(reason), 50)
    expect((await walk(`https://localhost:${silent.port}/`, {}, stop.signal)).failed).toBe(reason)
  })
})

describe('through a proxy', () => {
  let proxy: ForwardProxy
  beforeAll(async () => {
    proxy = await startForwardProxy({
      signIn: { user: 'ada', password: 'correct horse' },
      routes: { 'k2.contoso.example:443': fronts.good.port },
    })
  })
  afterAll(() => proxy.stop())
  const by = (change: Partial<ReachParts> = {}) => ({
    proxyFor: async () => `PROXY 127.0.0.1:${proxy.port}; DIRECT`,
    proxyAuthorization: async () => `Basic ${Buffer.from('ada:correct horse').toString('base64')}`,
    ...change,
  })

  test('the proxy is named, and the server’s certificate is seen through it', async () => {
    const { said, failed } = await walk('https://k2.contoso.example/', by())
    expect(failed).toBeNull()
    expect(said[0]?.said).toBe(`Requests go through the proxy 127.0.0.1:${proxy.port}.`)
    expect(said[3]?.chain?.[0]?.subject).toBe('good')
    expect(proxy.passed).toEqual(['k2.contoso.example:443'])
  })

  test('a proxy that asks for a sign-in, one that refuses, and one that is not there', async () => {
    const unknown = by({ proxyAuthorization: async () => null })
    expect((await walk('https://k2.contoso.example/', unknown)).failed).toMatchObject({ code: 'proxy-credentials' })
    expect((await walk('https://forbidden.example/', by())).failed).toMatchObject({
      code: 'proxy-refused',
      detail: 'HTTP 403',
    })
    const gone = by({ proxyFor: async () => 'PROXY 127.0.0.1:9' })
    expect((await walk('https://k2.contoso.example/', gone)).failed).toMatchObject({ code: 'proxy-unreachable' })
  })
})
