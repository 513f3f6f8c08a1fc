import { readFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import type { LdapParts } from '../../electron/sources/ldap/open.ts'
import { ldapSource } from '../../electron/sources/ldap/read.ts'
import { countLdap, testLdap } from '../../electron/sources/ldap/try.ts'
import { MusterError } from '../../shared/errors.ts'
import type { LdapSettings } from '../../shared/model/source-settings.ts'
import { makeAuthority } from '../support/certificates.ts'
import { groupName, limitedDn, managerOf, readerDn, suffix, type TestPerson } from '../support/directory-entries.ts'
import { type Slapd, startSlapd } from '../support/slapd.ts'

const parts: LdapParts = { connect, systemAuthorities: () => [], clock: systemClock, timeout: 10_000 }
const count = 5_000

const settingsOf = (slapd: Slapd, change: Partial<LdapSettings> = {}): LdapSettings => ({
  kind: 'ldap',
  host: 'localhost',
  port: change.encryption === 'starttls' || change.encryption === 'none' ? slapd.port : slapd.tlsPort,
  encryption: 'ldaps',
  authority: { name: 'authority.pem', pem: readFileSync(slapd.authority.file, 'utf8') },
  bindName: readerDn,
  base: '',
  scope: 'sub',
  filter: '',
  layout: 'recognise',
  attributes: {},
  more: [],
  groups: true,
  ...change,
})

/** What reading with changed settings fails with. */
async function failure(slapd: Slapd, change: Partial<LdapSettings>, password = slapd.password, with_ = parts) {
  const error = await ldapSource(settingsOf(slapd, change), password, with_)
    .read()
    .then(
      () => new Error('It was read.'),
      (reason: unknown) => reason,
    )
  if (!(error instanceof MusterError)) throw error
  return { code: error.code, detail: error.detail ?? '', where: error.where }
}

/** [MS-DTYP] 2.3.4.2, by hand: the first three parts are little-endian. */
function guidText({ guid }: TestPerson): string {
  const view = new DataView(guid.buffer, guid.byteOffset, 16)
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const rest = guid.subarray(8).toString('hex')
  return [
    hex(view.getUint32(0, true), 8),
    hex(view.getUint16(4, true), 4),
    hex(view.getUint16(6, true), 4),
    rest.slice(0, 4),
    rest.slice(4),
  ].join('-')
}

describe('a directory with Active Directory’s schema', () => {
  let slapd: Slapd
  beforeAll(async () => {
    slapd = await startSlapd('active-directory', count)
  })
  afterAll(() => slapd.stop())

  for (const encryption of ['ldaps', 'starttls'] as const) {
    test(`${count} people are read over ${encryption}, each as they are`, async () => {
      const progress: number[] = []
      const { summary, people, problems } = await ldapSource(
        settingsOf(slapd, { encryption }),
        slapd.password,
        parts,
      ).read({
        onProgress: ({ done }) => progress.push(done),
      })
      expect(summary).toMatchObject({
        kind: 'ldap',
        product: 'active-directory',
        people: count,
        groups: 10,
        base: suffix,
      })
      expect(progress.length).toBeGreaterThan(4)
      expect(progress.at(-1)).toBe(count)
      const byName = new Map(people.map((person) => [person.attributes.userName, person]))
      for (const expected of slapd.people) {
        const manager = managerOf(slapd.people, expected)
        expect(byName.get(`${expected.uid}@contoso.example`)).toEqual({
          key: guidText(expected),
          line: null,
          active: expected.active,
          attributes: {
            externalId: guidText(expected),
            userName: `${expected.uid}@contoso.example`,
            displayName: `${expected.given} ${expected.family}`,
            givenName: expected.given,
            familyName: expected.family,
            email: `${expected.uid}@contoso.example`,
            title: `Title ${expected.n % 12}`,
            department: expected.department,
            company: 'Contoso',
            organizationalUnit: '/People',
            employeeNumber: String(10_000 + expected.n),
            ...(manager ? { manager: guidText(manager) } : {}),
          },
          groups: [groupName(expected.n % 10)],
        })
      }
      // The computer is a user of the schema too, and no person.
      expect(people).toHaveLength(count)
      expect(problems.map(({ reason }) => reason)).toEqual([expect.stringContaining('ldap://other.contoso.example')])
    })
  }

  test('a test says each step, and what the first person would be', async () => {
    const steps: string[] = []
    const found = await testLdap(settingsOf(slapd), slapd.password, parts, { onStep: (step) => steps.push(step) })
    expect(steps).toEqual(['reach', 'encrypt', 'sign-in', 'recognise', 'search', 'attributes'])
    expect(found).toMatchObject({ count: { people: count, more: false }, product: 'active-directory', base: suffix })
    expect(found.bases).toContain(suffix)
    expect(found.sample?.attributes.userName).toMatch(/^user\d+@contoso\.example$/)
    expect(found.attributes.find(({ attribute }) => attribute === 'externalId')?.from).toBe('objectGUID')
  })

  test('a narrower base, depth, filter and other attributes are followed', async () => {
    const fitting = slapd.people.filter(({ n }) => n % 12 === 3).length
    const narrow = { filter: '(title=Title 3)', base: `ou=People,${suffix}`, scope: 'one' as const }
    const settings = settingsOf(slapd, {
      ...narrow,
      attributes: { userName: 'sAMAccountName', title: '' },
      groups: false,
    })
    expect(await countLdap(settings, slapd.password, parts, {})).toEqual({ people: fitting, more: false })
    const { people, summary } = await ldapSource(settings, slapd.password, parts).read()
    expect(people).toHaveLength(fitting)
    expect(people.every(({ attributes }) => /^user\d+$/.test(attributes.userName ?? ''))).toBe(true)
    expect(people.some(({ attributes }) => attributes.title !== undefined)).toBe(false)
    expect(people.some(({ groups }) => groups !== undefined)).toBe(false)
    expect(summary).toMatchObject({ groups: null })
  })

  test('further attributes are kept: operational ones, several values, bytes; a name that the schema lacks is refused', async () => {
    const more = ['employeeID', 'createTimestamp', 'objectClass', 'objectGUID', 'info']
    const [ada] = slapd.people
    const settings = settingsOf(slapd, { more, filter: '(cn=Ada Adeyemi 0)' })
    const { people, summary, problems } = await ldapSource(settings, slapd.password, parts).read()
    expect(people.map((person) => person.more)).toEqual([
      {
        employeeID: '10000',
        createTimestamp: expect.stringMatching(/^\d{14}Z$/),
        objectClass: 'user; securityPrincipal',
        objectGUID: ada && guidText(ada),
      },
    ])
    expect(summary.more.map(({ name, filled }) => [name, filled])).toEqual(
      more.map((name) => [name, name === 'info' ? 0 : 1]),
    )
    expect(problems.map(({ reason }) => reason)).toContain('Nobody has “info”.')
    const tested = await testLdap(settings, slapd.password, parts, {})
    expect(tested.sample?.more).toMatchObject({ employeeID: '10000' })
    expect(tested.more).toHaveLength(more.length)
    expect(await failure(slapd, { more: ['noSuchAttribute'] })).toMatchObject({
      code: 'source-attribute',
      where: 'more',
    })
  })

  test('nothing below the base directly is nobody, not an error', async () => {
    expect(await countLdap(settingsOf(slapd, { scope: 'one' }), slapd.password, parts, {})).toEqual({
      people: 0,
      more: false,
    })
  })

  test('reading is stopped in the middle, and the server is left at once', async () => {
    const stop = new AbortController()
    const reading = ldapSource(settingsOf(slapd), slapd.password, parts).read({
      signal: stop.signal,
      onProgress: () => stop.abort(new MusterError('source-cancelled')),
    })
    await expect(reading).rejects.toMatchObject({ code: 'source-cancelled' })
    await expect(ldapSource(settingsOf(slapd), slapd.password, parts).read({ signal: stop.signal })).rejects.toBe(
      stop.signal.reason,
    )
  })

  test('every usual failure has a sentence of its own', async () => {
    expect(await failure(slapd, {}, 'wrong')).toMatchObject({ code: 'source-credentials' })
    expect(await failure(slapd, { bindName: `cn=nobody,${suffix}` })).toMatchObject({ code: 'source-credentials' })
    expect(await failure(slapd, { base: `ou=Nowhere,${suffix}` })).toMatchObject({ code: 'source-base' })
    expect(await failure(slapd, { base: 'not a name' })).toMatchObject({ code: 'source-base' })
    expect(await failure(slapd, { filter: '(objectClass=user' })).toMatchObject({ code: 'source-filter' })
    expect(await failure(slapd, { bindName: limitedDn })).toMatchObject({ code: 'source-limit' })
    expect(await failure(slapd, { attributes: { title: 'noSuchAttribute' } })).toMatchObject({
      code: 'source-attribute',
    })
    expect(await failure(slapd, { base: `ou=Elsewhere,ou=People,${suffix}` })).toMatchObject({
      code: 'source-referral',
    })
    expect(await failure(slapd, { authority: null })).toMatchObject({ code: 'certificate-unknown' })
    expect(await failure(slapd, { encryption: 'starttls', authority: null })).toMatchObject({
      code: 'certificate-unknown',
    })
    expect(await failure(slapd, { port: slapd.port })).toMatchObject({ code: 'encryption-missing' })
    expect(await failure(slapd, { host: 'no-such-host.invalid' })).toMatchObject({
      code: expect.stringMatching(/^(unreachable|offline)$/),
    })
    expect(await failure(slapd, { port: 9 })).toMatchObject({
      code: 'unreachable',
      where: 'localhost:9',
      detail: expect.stringContaining('No server listens there'),
    })
  })

  test('those whom the system trusts are trusted without a file', async () => {
    const system = { ...parts, systemAuthorities: () => [readFileSync(slapd.authority.file, 'utf8')] }
    const settings = settingsOf(slapd, { authority: null })
    expect(await countLdap(settings, slapd.password, system, {})).toEqual({ people: count, more: false })
  })

  test('the password does not leave before the certificate has been checked', async () => {
    const stranger = makeAuthority(slapd.authority.file.replace(/\/[^/]+$/, ''), 'stranger')
    const told: string[] = []
    const authority = { name: 'stranger.pem', pem: readFileSync(stranger.file, 'utf8') }
    const tried = testLdap(settingsOf(slapd, { authority }), slapd.password, parts, {
      onStep: (step) => told.push(step),
    })
    await expect(tried).rejects.toMatchObject({ code: 'certificate-unknown' })
    expect(told).toEqual(['reach'])
  })

  test('a certificate that has ended, or is for another name, is refused with what it is', async () => {
    await slapd.useCertificate(slapd.authority.certificate('ended', ['DNS:localhost'], { from: -20, until: -10 }))
    expect(await failure(slapd, {})).toMatchObject({ code: 'certificate-expired' })
    expect(await failure(slapd, { encryption: 'starttls' })).toMatchObject({ code: 'certificate-expired' })
    await slapd.useCertificate(slapd.authority.certificate('other', ['DNS:other.contoso.example']))
    expect(await failure(slapd, {})).toMatchObject({
      code: 'certificate-name',
      detail: expect.stringContaining('other.contoso.example'),
    })
  })
})

describe('a directory of inetOrgPerson', () => {
  for (const kind of ['inetorgperson', 'without-memberof'] as const) {
    test(`people and their groups are read from one ${kind === 'inetorgperson' ? 'with' : 'without'} memberOf`, async () => {
      const slapd = await startSlapd(kind, 300)
      try {
        const { summary, people } = await ldapSource(settingsOf(slapd), slapd.password, parts).read()
        expect(summary).toMatchObject({ product: 'ldap', software: 'OpenLDAP', people: 300, groups: 10 })
        const person = people.find(({ attributes }) => attributes.userName === 'user17')
        const manager = people.find(({ attributes }) => attributes.userName === 'user2')
        expect(person).toMatchObject({ groups: ['Team 7'], attributes: { manager: manager?.key, phone: '+49 30 17' } })
        // entryUUID is operational and comes only when it is asked for by name.
        expect(person?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
      } finally {
        await slapd.stop()
      }
    })
  }

  test('without an account the directory says that it wants one', async () => {
    const slapd = await startSlapd('inetorgperson', 10)
    try {
      const { code } = await failure(slapd, { bindName: '' })
      expect(['source-base', 'source-refused']).toContain(code)
    } finally {
      await slapd.stop()
    }
  })
})

describe('a server that is no directory', () => {
  let server: Server
  const started = (onSocket: Parameters<typeof createServer>[1]) =>
    new Promise<number>((resolve) => {
      server = createServer(onSocket).listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  const plain: LdapSettings = {
    kind: 'ldap',
    host: '127.0.0.1',
    port: 0,
    encryption: 'none',
    authority: null,
    bindName: 'cn=reader',
    base: '',
    scope: 'sub',
    filter: '',
    layout: 'ldap',
    attributes: {},
    more: [],
    groups: false,
  }
  const read = (port: number, change: Partial<LdapSettings> = {}) =>
    ldapSource({ ...plain, port, ...change }, 'secret', { ...parts, timeout: 300 }).read()
  const end = () => new Promise((done) => server.close(done))

  test('one that says nothing is given up', async () => {
    const port = await started((socket) => void socket.on('error', () => {}).resume())
    await expect(read(port)).rejects.toMatchObject({ code: 'timeout' })
    await expect(read(port, { encryption: 'ldaps' })).rejects.toMatchObject({ code: 'timeout' })
    await expect(read(port, { encryption: 'starttls' })).rejects.toMatchObject({ code: 'timeout' })
    await end()
  })

  test('one that hangs up, or speaks something else, is told from a wrong password', async () => {
    let port = await started((socket) => socket.destroy())
    await expect(read(port)).rejects.toMatchObject({ code: 'unreachable' })
    await end()
    port = await started((socket) => {
      socket.on('error', () => {}).resume()
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    })
    await expect(read(port)).rejects.toMatchObject({
      code: expect.stringMatching(/^(unreachable|timeout|source-reply)$/),
    })
    await expect(read(port, { encryption: 'ldaps' })).rejects.toMatchObject({ code: 'encryption-missing' })
    await end()
  })
})
