import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { createCertificateRequests } from '../../../electron/network/certificate-requests.ts'
import { createNetworks } from '../../../electron/network/network.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { createVault } from '../../../electron/session/vault.ts'
import { createSettings, memorySettingsFile } from '../../../electron/store/settings.ts'
import { net } from '../../electron-host/parts/net.ts'
import { session } from '../../electron-host/parts/session.ts'
import { makeAuthority, type TestAuthority } from '../../support/certificates.ts'
import { type ForwardProxy, startForwardProxy } from '../../support/forward-proxy.ts'
import { silentLog } from '../../support/silent-log.ts'
import { shows } from '../../support/threats.ts'
import { startTlsFront, type TlsFront } from '../../support/tls-front.ts'
import { MemoryKeytar } from '../../unit/session/memory-keytar.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-networks-'))
const signIn = { user: 'ada', password: 'correct horse battery' }
const host = 'scim.contoso.example'
let authority: TestAuthority
let stranger: TestAuthority
let plain: Server
let seen: string[] = []
let fronts: Record<'good' | 'expired' | 'other', TlsFront>
let proxy: ForwardProxy
let inspecting: ForwardProxy
let pac: Server

const listening = async (server: Server) => {
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  authority = makeAuthority(folder, 'company')
  stranger = makeAuthority(folder, 'stranger')
  plain = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.cookie ?? ''}`.trim())
    if (request.url === '/moved') return void response.writeHead(302, { location: 'https://elsewhere.example/' }).end()
    response.setHeader('set-cookie', 'a=b')
    request.pipe(response)
  })
  const port = await listening(plain)
  const front = (name: string, names: string[], days?: { from: number; until: number }) =>
    startTlsFront(`http://127.0.0.1:${port}`, authority.certificate(name, names, days))
  fronts = {
    good: await front('good', [`DNS:${host}`]),
    expired: await front('expired', ['DNS:expired.example'], { from: -20, until: -10 }),
    other: await front('other', ['DNS:elsewhere.example']),
  }
  const routes = {
    [`${host}:443`]: fronts.good.port,
    'expired.example:443': fronts.expired.port,
    'wrong.example:443': fronts.other.port,
  }
  proxy = await startForwardProxy({ signIn, routes })
  inspecting = await startForwardProxy({ routes: { [`${host}:443`]: port }, inspect: stranger })
  pac = createServer((_request, response) =>
    response.end(
      `function FindProxyForURL(url, host) { return dnsDomainIs(host, '.contoso.example') ? 'PROXY 127.0.0.1:${proxy.port}' : 'DIRECT' }`,
    ),
  )
  await listening(pac)
})
afterAll(async () => {
  for (const one of [...Object.values(fronts), proxy, inspecting]) await one.stop()
  for (const one of [plain, pac]) one.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  seen = []
  proxy.setSignIn(signIn)
})

let connections = 0
/** A connection of its own on Electron’s network as the host stands in for it. */
function world() {
  const id = `00000000-0000-4000-8000-${String(++connections).padStart(12, '0')}`
  const redactor = createRedactor()
  const settings = createSettings(memorySettingsFile())
  const keytar = new MemoryKeytar()
  const vault = createVault({ load: async () => keytar, platform: 'linux', log: silentLog, clock: systemClock })
  const networks = createNetworks({
    settings,
    redactor,
    vault,
    clock: systemClock,
    pathOf: (grant) => grant,
    certificateRequests: createCertificateRequests(systemClock),
    emit: () => {},
    sessionOf: session.fromPartition,
    request: net.request,
  })
  const send = async (url: string, body?: string) =>
    (await networks.of(id)).http({ method: body === undefined ? 'GET' : 'POST', url, ...(body ? { body } : {}) })
  const by = (port: number) => ({ mode: 'fixed', host: '127.0.0.1', port }) as const
  return { id, networks, redactor, settings, vault, send, by }
}

describe('a proxy with a sign-in', () => {
  test(shows('network-trust', 'is asked about, signed in to once, and remembered for exactly that proxy'), async () => {
    const { id, networks, send, by, redactor, vault } = world()
    await networks.change(id, { proxy: by(proxy.port), authority: { grant: authority.file } })
    const place = `127.0.0.1:${proxy.port}`
    await expect(send(`https://${host}/a`)).rejects.toMatchObject({ code: 'proxy-credentials', where: place })
    expect(seen).toEqual([])

    const shown = await networks.signIn(id, { proxy: place, ...signIn })
    expect(shown.signIn).toEqual({ proxy: place, user: 'ada', keptIn: 'keychain' })
    const before = proxy.refused()
    expect((await send(`https://${host}/a`, 'hello')).text).toBe('hello')
    expect((await send(`https://${host}/b`)).status).toBe(200)
    expect(seen).toEqual(['POST /a', 'GET /b'])
    // Asked once, then the session knows.
    expect(proxy.refused() - before).toBe(1)
    expect(redactor.clean(`it is ${signIn.password}`)).not.toContain(signIn.password)

    // Another proxy never gets it.
    const other = await startForwardProxy({ signIn, routes: {} })
    await networks.change(id, { proxy: by(other.port), authority: 'kept' })
    await expect(send(`https://${host}/`)).rejects.toMatchObject({ code: 'proxy-credentials' })
    expect(other.refused()).toBe(1)
    await other.stop()
    expect(await vault.get(`${id}/proxy`)).toContain(place)
  })

  test('a sign-in that is not accepted is told, and does not go round in circles', async () => {
    const { id, networks, send, by } = world()
    await networks.change(id, { proxy: by(proxy.port), authority: { grant: authority.file } })
    const place = `127.0.0.1:${proxy.port}`
    await networks.signIn(id, { proxy: place, user: 'ada', password: 'wrong wrong' })
    const before = proxy.refused()
    await expect(send(`https://${host}/`)).rejects.toMatchObject({ code: 'proxy-credentials', where: place })
    expect(proxy.refused() - before).toBe(2)
  })

  test(shows('network-trust', 'nothing of one connection is another’s'), async () => {
    const one = world()
    const other = world()
    await one.networks.change(one.id, { proxy: one.by(proxy.port), authority: { grant: authority.file } })
    await one.networks.signIn(one.id, { proxy: `127.0.0.1:${proxy.port}`, ...signIn })
    await one.send(`https://${host}/`)
    await other.networks.change(other.id, { proxy: other.by(proxy.port), authority: { grant: authority.file } })
    await expect(other.send(`https://${host}/`)).rejects.toMatchObject({ code: 'proxy-credentials' })
  })
})

describe('the way', () => {
  test('a PAC file says which hosts go through which proxy', async () => {
    const { id, networks, send } = world()
    const url = `http://127.0.0.1:${(pac.address() as AddressInfo).port}/proxy.pac`
    await networks.change(id, { proxy: { mode: 'pac', url }, authority: { grant: authority.file } })
    proxy.setSignIn(null)
    expect((await send(`https://${host}/`)).status).toBe(200)
    const network = await networks.of(id)
    expect(await network.proxyFor(`https://${host}/`)).toBe(`PROXY 127.0.0.1:${proxy.port}`)
    expect(await network.proxyFor('https://onk2.com/')).toBe('DIRECT')
  })

  test.each([
    ['a proxy that is gone', 'proxy-unreachable', 9, host],
    ['a server that the proxy refuses', 'proxy-refused', null, 'forbidden.example'],
  ])('%s', async (_name, code, port, to) => {
    const { id, networks, send, by } = world()
    proxy.setSignIn(null)
    await networks.change(id, { proxy: by(port ?? proxy.port), authority: 'system' })
    await expect(send(`https://${to}/`)).rejects.toMatchObject({ code })
  })

  test('settings that can’t be used change nothing', async () => {
    const { id, networks } = world()
    const bad = { mode: 'fixed', host: 'http://proxy', port: 8080 } as const
    await expect(networks.change(id, { proxy: bad, authority: 'system' })).rejects.toMatchObject({
      code: 'network-field',
    })
    const open = { mode: 'pac', url: 'http://proxy.contoso.example/proxy.pac' } as const
    await expect(networks.change(id, { proxy: open, authority: 'system' })).rejects.toMatchObject({
      code: 'network-field',
    })
    expect((await networks.shown(id)).proxy).toEqual({ mode: 'system' })
  })
})

describe('an added certificate authority', () => {
  test(
    shows('network-trust', 'vouches for its own servers and for nobody else’s, until it is taken back'),
    async () => {
      const { id, networks, send, by } = world()
      proxy.setSignIn(null)
      await networks.change(id, { proxy: by(proxy.port), authority: 'system' })
      await expect(send(`https://${host}/`)).rejects.toMatchObject({ code: 'tls' })
      await networks.change(id, { proxy: by(proxy.port), authority: { grant: stranger.file } })
      await expect(send(`https://${host}/`)).rejects.toMatchObject({ code: 'tls' })
      await networks.change(id, { proxy: by(proxy.port), authority: { grant: authority.file } })
      expect((await send(`https://${host}/`)).status).toBe(200)
      await networks.change(id, { proxy: by(proxy.port), authority: 'system' })
      await expect(send(`https://${host}/`)).rejects.toMatchObject({ code: 'tls' })
    },
  )

  test(shows('network-trust', 'never helps a certificate that has expired, or is for another name'), async () => {
    const { id, networks, send, by } = world()
    proxy.setSignIn(null)
    await networks.change(id, { proxy: by(proxy.port), authority: { grant: authority.file } })
    await expect(send('https://expired.example/')).rejects.toMatchObject({ code: 'tls' })
    await expect(send('https://wrong.example/')).rejects.toMatchObject({ code: 'tls' })
    expect(seen).toEqual([])
  })

  test(shows('network-trust', 'lets an inspecting proxy be trusted, and only once it is added'), async () => {
    const { id, networks, send, by } = world()
    await networks.change(id, { proxy: by(inspecting.port), authority: 'system' })
    await expect(send(`https://${host}/`)).rejects.toMatchObject({ code: 'tls' })
    await networks.change(id, { proxy: by(inspecting.port), authority: { grant: stranger.file } })
    expect((await send(`https://${host}/inspected`)).status).toBe(200)
    expect(seen).toEqual(['GET /inspected'])
  })

  test('has to be in the file', async () => {
    const { id, networks } = world()
    const grant = authority.certificate('key-only', ['DNS:x']).key
    const change = networks.change(id, { proxy: { mode: 'system' }, authority: { grant } })
    await expect(change).rejects.toMatchObject({ code: 'certificate-file' })
  })
})

test('no cookie is sent back and no redirect is followed', async () => {
  const { id, networks, send, by } = world()
  proxy.setSignIn(null)
  await networks.change(id, { proxy: by(proxy.port), authority: { grant: authority.file } })
  await send(`https://${host}/one`)
  await send(`https://${host}/two`)
  await expect(send(`https://${host}/moved`)).rejects.toMatchObject({ code: 'redirect-refused', status: 302 })
  expect(seen).toEqual(['GET /one', 'GET /two', 'GET /moved'])
})
