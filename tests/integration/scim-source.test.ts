import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import { createHttp } from '../../electron/net/http.ts'
import { createRedactor } from '../../electron/redact.ts'
import { scimSource } from '../../electron/sources/scim/read.ts'
import { countScim, testScim } from '../../electron/sources/scim/try.ts'
import { MusterError } from '../../shared/errors.ts'
import type { ScimSourceSettings } from '../../shared/model/source-settings.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { silentLog } from '../support/silent-log.ts'
import { tenantTokens } from './scim-tenant.ts'

/** What a SCIM source is made of, on this computer's own network. */
function partsOf() {
  const redactor = createRedactor()
  const http = createHttp({ fetch: globalThis.fetch, redactor })
  return { http, redactor, clock: systemClock, log: silentLog }
}

const scope = 'https://scim.onk2.com/write'

describe('a SCIM service as the source', () => {
  let idp: Sandbox
  let bearer: string
  beforeAll(async () => {
    idp = await startSandbox({ accounts: 430, people: 450 })
    bearer = await (await tenantTokens(idp)).current()
  })
  afterAll(() => idp.stop())

  const settingsOf = (change: Partial<ScimSourceSettings> = {}): ScimSourceSettings => ({
    kind: 'scim',
    baseUrl: `${idp.settings.scim.baseUrl}/tokens/${idp.settings.scim.token}/scim/v2`,
    signIn: { by: 'bearer' },
    filter: '',
    identifier: 'id',
    more: [],
    groups: true,
    ...change,
  })
  const client = (tokenUrl = `${idp.settings.client.authority}/connect/token`): ScimSourceSettings['signIn'] => ({
    by: 'client',
    tokenUrl,
    clientId: idp.confidential.clientId,
    scope,
  })
  const read = (change: Partial<ScimSourceSettings> = {}, secret = bearer) =>
    scimSource(settingsOf(change), secret, partsOf()).read()

  afterEach(() => idp.setQuirks([]))

  test.each([[[]], [['cursor-paging']], [['small-pages']], [['total-is-page']], [['no-config', 'small-pages']]])(
    'everybody is read with what each account says (%s)',
    async (quirks) => {
      idp.setQuirks(quirks)
      const progress: number[] = []
      const source = scimSource(settingsOf(), bearer, partsOf())
      const { people, summary } = await source.read({ onProgress: ({ done }) => progress.push(done) })
      const accounts = idp.accounts()
      expect(summary).toMatchObject({
        kind: 'scim',
        people: accounts.length,
        name: new URL(idp.settings.scim.baseUrl).host,
      })
      expect(people.map(({ key }) => key).sort()).toEqual(accounts.map(({ id }) => String(id)).sort())
      const byId = new Map(people.map((person) => [person.key, person]))
      for (const account of accounts) {
        const person = byId.get(String(account.id))
        expect(person).toMatchObject({ active: account.active, attributes: { userName: account.userName } })
      }
      expect(progress.at(-1)).toBe(accounts.length)
    },
  )

  test('people are in their groups, and a group that shows a round number of members is said', async () => {
    const { people, problems, summary } = await read()
    const groups = idp.groups()
    expect(summary.kind === 'scim' && summary.groups).toBe(groups.length)
    const small = groups.filter(({ members }) => Array.isArray(members) && members.length < 100)
    expect(small.length).toBeGreaterThan(0)
    for (const { displayName, members } of small) {
      const named = people.filter((person) => person.groups?.includes(String(displayName))).map(({ key }) => key)
      const ids = (Array.isArray(members) ? members : []).map((member) => String(Object(member).value))
      expect(named.sort()).toEqual(ids.sort())
    }
    expect(problems.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('exactly 100 members'))
  })

  test('further attributes are kept by their paths, and one that nobody has is said', async () => {
    const cost = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'
    const { people, summary, problems } = await read({ more: [cost, 'name.formatted', 'nickName'] })
    const byId = new Map(people.map((person) => [person.key, person]))
    for (const { id, [cost.slice(0, cost.lastIndexOf(':'))]: enterprise } of idp.accounts())
      expect(byId.get(String(id))?.more?.[cost]).toBe(Object(enterprise).department)
    expect(summary.more.map(({ name }) => name)).toEqual([cost, 'name.formatted', 'nickName'])
    expect(summary.more[0]?.filled).toBe(people.filter(({ more }) => more?.[cost] !== undefined).length)
    expect(summary.more[0]?.filled).toBeGreaterThan(100)
    expect(problems.map(({ reason }) => reason)).toContain('Nobody has “nickName”.')
  })

  test('a filter narrows what is read and counted', async () => {
    const filter = 'active eq false'
    const inactive = idp.accounts().filter(({ active }) => active === false).length
    expect(inactive).toBeGreaterThan(0)
    expect((await read({ filter })).people).toHaveLength(inactive)
    expect(await countScim(settingsOf({ filter }), bearer, partsOf(), {})).toEqual({ people: inactive, more: false })
  })

  test('OAuth client credentials are used; a wrong secret or address is said', async () => {
    const { people } = await read({ signIn: client() }, idp.confidential.clientSecret)
    expect(people).toHaveLength(idp.accounts().length)
    await expect(read({ signIn: client() }, 'a-wrong-secret')).rejects.toMatchObject({ code: 'source-credentials' })
    await expect(
      read({ signIn: client(`${idp.settings.client.authority}/nothing`) }, 'x-secret'),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^source-(reply|credentials|refused)$/),
    })
  })

  test('a user name and a password go along as Basic, a colon in the password included', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization)
      const isUsers = request.url?.startsWith('/scim/Users')
      response.writeHead(isUsers ? 200 : 404, { 'content-type': 'application/scim+json' })
      response.end(JSON.stringify({ totalResults: 1, Resources: [{ id: '1', userName: 'jane' }] }))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const change = { baseUrl: `http://127.0.0.1:${port}/scim/`, groups: false }
    const { people } = await read({ ...change, signIn: { by: 'basic', user: 'jäne' } }, 'pass:word')
    expect(people).toHaveLength(1)
    expect(new Set(asked)).toEqual(new Set([`Basic ${Buffer.from('jäne:pass:word').toString('base64')}`]))
    server.closeAllConnections()
    server.close()
  })

  test('a test says each step; one that fails is named by what it is', async () => {
    const steps: string[] = []
    const found = await testScim(settingsOf(), bearer, partsOf(), { onStep: (step) => steps.push(step) })
    expect(steps).toEqual(['reach', 'sign-in', 'recognise', 'search', 'attributes'])
    expect(found).toMatchObject({ count: { people: idp.accounts().length, more: false }, product: 'scim' })
    expect(found.sample?.attributes.userName).toBeTruthy()
  })

  test('every usual failure has a sentence of its own', async () => {
    await expect(read({}, 'not-a-token')).rejects.toMatchObject({ code: 'source-credentials' })
    await expect(read({ signIn: { by: 'basic', user: 'jane' } }, 'secret')).rejects.toMatchObject({
      code: 'source-credentials',
    })
    await expect(read({ baseUrl: `${idp.settings.scim.baseUrl}/nothing` })).rejects.toMatchObject({
      code: 'source-address',
    })
    await expect(read({ filter: 'not a filter' })).rejects.toMatchObject({ code: 'source-filter' })
    await expect(read({ baseUrl: 'http://127.0.0.1:9/scim' })).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('a list that is cut off is refused as a whole, so that nobody passes for gone', async () => {
    for (const quirk of ['page-cap', 'page-cap-empty']) {
      idp.setQuirks([quirk])
      await expect(read()).rejects.toMatchObject({ code: 'source-limit' })
    }
  })

  test('reading is stopped in the middle', async () => {
    idp.setQuirks(['slow', 'small-pages'])
    const stop = new AbortController()
    const onProgress = () => stop.abort(new MusterError('source-cancelled'))
    const reading = scimSource(settingsOf(), bearer, partsOf()).read({ signal: stop.signal, onProgress })
    await expect(reading).rejects.toMatchObject({ code: 'source-cancelled' })
  })
})
