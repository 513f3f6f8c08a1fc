import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { hardenApp } from '../../../electron/hardening.ts'
import type { WantedCertificate } from '../../../electron/net/client-certificate.ts'
import { createCertificateRequests } from '../../../electron/network/certificate-requests.ts'
import { createNetworks, type Networks } from '../../../electron/network/network.ts'
import { createRedactor } from '../../../electron/redact.ts'
import { createVault } from '../../../electron/session/vault.ts'
import { createSettings, memorySettingsFile } from '../../../electron/store/settings.ts'
import { app } from '../../electron-host/parts/app.ts'
import { net } from '../../electron-host/parts/net.ts'
import { session } from '../../electron-host/parts/session.ts'
import { fillStore, type KeyAndCertificate, makeAuthority, type TestAuthority } from '../../support/certificates.ts'
import { silentLog } from '../../support/silent-log.ts'
import { shows } from '../../support/threats.ts'
import { startTlsFront, type TlsFront } from '../../support/tls-front.ts'
import { MemoryKeytar } from '../../unit/session/memory-keytar.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-client-certificates-'))
const store = join(folder, 'store')
/** Whom each request showed itself as, null for nobody. */
let clients: (string | null)[] = []
let plain: Server
let servers: TestAuthority
let users: TestAuthority
let people: Record<'ada' | 'work' | 'expired' | 'stranger', KeyAndCertificate>
let fronts: Record<'strict' | 'lenient', TlsFront>

const requests = createCertificateRequests(systemClock)
hardenApp(app, requests.choose)

beforeAll(async () => {
  servers = makeAuthority(folder, 'servers')
  users = makeAuthority(folder, 'users')
  people = {
    ada: users.clientCertificate('ada'),
    work: users.clientCertificate('work'),
    expired: users.clientCertificate('expired', { from: -20, until: -10 }),
    stranger: makeAuthority(folder, 'strangers').clientCertificate('stranger'),
  }
  plain = createServer((request, response) => request.pipe(response)).listen(0, '127.0.0.1')
  await new Promise((resolve) => plain.once('listening', resolve))
  const own = servers.certificate('server', ['DNS:localhost', 'IP:127.0.0.1'])
  const origin = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`
  const front = (required: boolean) =>
    startTlsFront(origin, own, {
      authority: users.file,
      required,
      onRequest: (client) => void clients.push(client),
    })
  fronts = { strict: await front(true), lenient: await front(false) }
})
afterAll(async () => {
  for (const one of Object.values(fronts)) await one.stop()
  plain.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Puts these certificates into the stand-in store, and nothing else. */
function storeHolds(...names: (keyof typeof people)[]): void {
  fillStore(store, Object.fromEntries(names.map((name) => [name, people[name]])))
}
beforeEach(() => {
  clients = []
  process.env.MUSTER_HOST_CERTIFICATES = store
  storeHolds('ada', 'work', 'expired', 'stranger')
})
afterEach(() => {
  delete process.env.MUSTER_HOST_CERTIFICATES
})

let connections = 0
let starts = 0
/** Main’s own networks on the stand-in’s; `connect` gives one more connection of theirs. */
function world(prescribed: WantedCertificate | null = null, settings = createSettings(memorySettingsFile())) {
  const start = ++starts
  const emitted: unknown[] = []
  const networks = createNetworks({
    settings,
    redactor: createRedactor(),
    vault: createVault({
      load: async () => new MemoryKeytar(),
      platform: 'linux',
      log: silentLog,
      clock: systemClock,
    }),
    clock: systemClock,
    pathOf: (grant) => grant,
    certificateRequests: requests,
    prescribed: () => prescribed,
    emit: (event, payload) => void emitted.push([event, payload]),
    sessionOf: (name) => session.fromPartition(`${start}-${name}`),
    request: net.request,
  })
  const connect = async () => {
    const id = `00000000-0000-4000-9000-${String(++connections).padStart(12, '0')}`
    await networks.change(id, { proxy: { mode: 'none' }, authority: { grant: servers.file } })
    const send = async (front: TlsFront, body = '') =>
      (await networks.of(id)).http({ method: 'POST', url: `https://localhost:${front.port}/`, body })
    const offered = async () => (await networks.shown(id)).asked.flatMap(({ certificates }) => certificates)
    const present = async (subject: string | null) => {
      const one = (await offered()).find((shown) => shown.subject === subject)
      await networks.present(id, one?.fingerprint ?? null)
    }
    return { id, send, offered, present }
  }
  return { networks, settings, emitted, connect }
}

describe('a server that requires a certificate', () => {
  test(
    shows(
      'client-certificates',
      'a server that insists gets none before one is chosen, and what there was for it is remembered',
    ),
    async () => {
      const { connect, emitted, networks } = world()
      const { id, send, offered } = await connect()
      const server = `localhost:${fronts.strict.port}`
      await expect(send(fronts.strict)).rejects.toMatchObject({ code: 'client-certificate-wanted', where: server })
      expect(clients).toEqual([])
      expect((await offered()).map(({ subject, issuer }) => [subject, issuer])).toEqual([
        ['ada', 'Test users'],
        ['work', 'Test users'],
      ])
      expect(emitted).toContainEqual(['network.asked', { connection: id, server }])
      expect((await networks.shown(id)).clientCertificate).toBeNull()
    },
  )

  test('gets the chosen one, again in another session, and none once it is taken back', async () => {
    const { connect, settings } = world()
    const { id, send, present } = await connect()
    await expect(send(fronts.strict)).rejects.toThrow()
    await present('work')
    expect((await send(fronts.strict, 'hello')).text).toBe('hello')
    await send(fronts.strict)
    expect(clients).toEqual(['work', 'work'])

    // What is kept is enough for the next start.
    const next = world(null, settings)
    const get = async (networks: Networks) =>
      (await networks.of(id)).http({ method: 'GET', url: `https://localhost:${fronts.strict.port}/` })
    expect((await get(next.networks)).status).toBe(200)
    await next.networks.present(id, null)
    await expect(get(next.networks)).rejects.toMatchObject({ code: 'client-certificate-wanted' })
    expect(clients).toEqual(['work', 'work', 'work'])
  })

  test('a certificate that is gone is told, and works again once it is back', async () => {
    const { send, present } = await world().connect()
    await expect(send(fronts.strict)).rejects.toThrow()
    await present('ada')
    storeHolds('work')
    await expect(send(fronts.strict)).rejects.toMatchObject({ code: 'client-certificate-gone' })
    storeHolds('stranger')
    await expect(send(fronts.strict)).rejects.toMatchObject({ code: 'client-certificate-gone' })
    storeHolds()
    await expect(send(fronts.strict)).rejects.toMatchObject({ code: 'client-certificate-gone' })
    storeHolds('ada')
    expect((await send(fronts.strict)).status).toBe(200)
  })

  test('one that has expired is told as such, whether the system offers others or nothing', async () => {
    const { connect, settings } = world()
    const { id, send } = await connect()
    const expired = { subject: 'expired', issuer: 'Test users', validUntil: Date.now() - 1000, fingerprint: 'AA:01' }
    settings.setNetwork(id, { ...settings.network(id), clientCertificate: expired })
    await expect(send(fronts.strict)).rejects.toMatchObject({ code: 'client-certificate-expired' })
    storeHolds('expired')
    await expect(send(fronts.strict)).rejects.toMatchObject({ code: 'client-certificate-expired' })
    expect(clients).toEqual([])
  })

  test('an empty store is told as one', async () => {
    storeHolds()
    const { send } = await world().connect()
    await expect(send(fronts.strict)).rejects.toMatchObject({ code: 'client-certificate-none' })
  })

  test('is shown what a policy prescribes, by its subject, and nobody chooses another', async () => {
    const { connect, networks } = world({ subject: 'work' })
    const { id, send } = await connect()
    expect((await send(fronts.strict)).status).toBe(200)
    expect(clients).toEqual(['work'])
    expect((await networks.shown(id)).prescribed).toBe('work')
    await expect(networks.present(id, null)).rejects.toMatchObject({ code: 'policy-locked' })
  })
})

describe('a server that asks and lets in who shows none', () => {
  test(
    shows('client-certificates', 'a server that asks and does not insist is shown none unasked, and answers'),
    async () => {
      const { send, present, offered } = await world().connect()
      expect((await send(fronts.lenient)).status).toBe(200)
      expect(clients).toEqual([null])
      expect(await offered()).toHaveLength(2)
      await present('ada')
      expect((await send(fronts.lenient)).status).toBe(200)
      expect(clients).toEqual([null, 'ada'])
    },
  )
})

test(
  shows('client-certificates', 'two connections to one server present each its own, also at the same time'),
  async () => {
    const { connect } = world()
    const [one, other, third] = [await connect(), await connect(), await connect()]
    for (const { send } of [one, other]) await expect(send(fronts.strict)).rejects.toThrow()
    await one.present('ada')
    await other.present('work')
    const all = await Promise.allSettled([
      one.send(fronts.strict),
      other.send(fronts.strict),
      third.send(fronts.strict),
      one.send(fronts.strict),
      other.send(fronts.strict),
    ])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect([...clients].sort()).toEqual(['ada', 'ada', 'work', 'work'])
  },
)

test(
  shows('client-certificates', 'where people come from gets none, whatever is chosen for the connection'),
  async () => {
    const { connect, networks } = world()
    const { id, send, present } = await connect()
    await expect(send(fronts.strict)).rejects.toThrow()
    await present('ada')
    await send(fronts.strict)
    const { http } = await networks.ofSource(id)
    await expect(http({ method: 'GET', url: `https://localhost:${fronts.strict.port}/` })).rejects.toMatchObject({
      code: 'client-certificate-elsewhere',
    })
    expect(clients).toEqual(['ada'])
  },
)

test('one that no server was offered can’t be chosen', async () => {
  const { connect, networks } = world()
  const { id } = await connect()
  await expect(networks.present(id, 'AA:BB')).rejects.toMatchObject({ code: 'client-certificate-gone' })
})
