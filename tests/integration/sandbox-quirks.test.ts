import { randomUUID } from 'node:crypto'
import * as openid from 'openid-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type QuirkName, quirkNames } from '../sandbox/quirks.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { coreUrns, customUrn, enterpriseUrn } from '../sandbox/scim/schema.ts'
import { type Call, newUser, patchOf, type Reply, scimCaller } from '../sandbox/scim-caller.ts'
import { signIn } from '../sandbox/sign-in.ts'

/** What a probe works with. */
interface Tenant {
  readonly call: Call
  readonly sandbox: Sandbox
  /** Path of an account that the probe may change. */
  readonly account: string
  readonly userName: string
}

/** Shows one switch from outside: what is seen while it is off, and while it is on. */
interface Probe {
  readonly look: (tenant: Tenant) => Promise<unknown>
  readonly off: unknown
  readonly on: unknown
}

const accounts = 130
const resources = (reply: Reply) => (reply.json().Resources ?? []) as Record<string, unknown>[]
const filterPath = ({ userName }: Tenant) => `/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`
const status = async (reply: Promise<Reply>) => (await reply).status
const setTitle = (title: string) => patchOf({ op: 'replace', path: 'title', value: title })
const fresh = () => `${randomUUID()}@contoso.example`
const create = (call: Call, more: object = {}) => call('POST', '/Users', { body: newUser(fresh(), more) })
const times = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act))
const inTurn = async <T>(count: number, act: () => Promise<T>) => {
  const seen: T[] = []
  for (let index = 0; index < count; index += 1) seen.push(await act())
  return seen
}
/** Number of resources on the first page and on the one that starts at 101, and whether the two differ. */
const twoPages = async ({ call }: Tenant) => {
  const [first, second] = [await call('GET', '/Users'), await call('GET', '/Users?startIndex=101')]
  const same = resources(first)[0]?.id === resources(second)[0]?.id
  return [resources(first).length, resources(second).length, same ? 'same page' : 'other page']
}
const missing = ({ call }: Tenant) => call('GET', '/Users/nobody')
const afterFlood = async ({ call }: Tenant) => {
  const replies = await times(25, () => call('GET', '/Users?count=0'))
  const refused = replies.find((reply) => reply.status === 429)
  const wait = refused?.headers.get('retry-after') ?? null
  return refused ? `429 ${wait === null ? 'bare' : /^\d+$/.test(wait) ? 'seconds' : 'date'}` : 'all served'
}
/** Sends a Bulk of so many creates and of one change that fails; null when it is not carried out. */
const bulkOf = async ({ call, sandbox }: Tenant, count: number) => {
  const before = sandbox.accounts().length
  const creates = Array.from({ length: count }, (_, at) => ({
    method: 'POST',
    path: '/Users',
    bulkId: `c${at}`,
    data: newUser(fresh()),
  }))
  const Operations = [{ method: 'PATCH', path: '/Users/nobody', bulkId: 'p', data: setTitle('x') }, ...creates]
  const urn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
  const reply = await call('POST', '/Bulk', { body: { schemas: [urn], Operations } })
  const results = reply.status === 200 ? (reply.json().Operations as Record<string, unknown>[]) : []
  return { status: reply.status, results, stored: sandbox.accounts().length - before }
}
const claimsBulk = async ({ call }: Tenant) => (await call('GET', '/ServiceProviderConfig')).json().bulk

/** Sends five creates in turn; tells how each ended and how many were stored. */
const fiveCreates = async ({ call, sandbox }: Tenant) => {
  const before = sandbox.accounts().length
  const ends = await inTurn(5, () =>
    create(call).then(
      ({ status: code }) => code,
      () => 'dropped',
    ),
  )
  return [...ends, `${sandbox.accounts().length - before} stored`]
}
const refreshed = async ({ sandbox }: Tenant) => {
  const { config, tokens } = await signIn(sandbox)
  const next = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
  return { tokens, config, next }
}

const probes: Record<QuirkName, Probe> = {
  'page-cap': { look: twoPages, off: [100, 30, 'other page'], on: [100, 100, 'same page'] },
  'page-cap-empty': { look: twoPages, off: [100, 30, 'other page'], on: [100, 0, 'other page'] },
  'small-pages': { look: twoPages, off: [100, 30, 'other page'], on: [25, 25, 'other page'] },
  'total-is-page': {
    look: async ({ call }) => (await call('GET', '/Users?count=7')).json().totalResults,
    off: accounts,
    on: 7,
  },
  'cursor-paging': {
    look: async ({ call }) => {
      const first = await call('GET', '/Users?startIndex=101')
      const cursor = first.json().nextCursor
      const next = typeof cursor === 'string' ? resources(await call('GET', `/Users?cursor=${cursor}`)).length : null
      return [resources(first).length, next, await status(call('GET', '/Users?cursor=bad'))]
    },
    off: [30, null, 200],
    on: [100, 30, 400],
  },
  'no-filter': {
    look: async (tenant) => resources(await tenant.call('GET', filterPath(tenant))).length,
    off: 1,
    on: 100,
  },
  'filter-refused': {
    look: async (tenant) => {
      const reply = await tenant.call('GET', filterPath(tenant))
      return [reply.status, reply.json().scimType]
    },
    off: [200, undefined],
    on: [400, 'invalidFilter'],
  },
  'filter-not-implemented': { look: (tenant) => status(tenant.call('GET', filterPath(tenant))), off: 200, on: 501 },
  'no-patch': {
    look: async ({ call, account }) => [
      await status(call('PATCH', account, { body: setTitle('Patched') })),
      (await call('GET', '/ServiceProviderConfig')).json().patch,
    ],
    off: [200, { supported: true }],
    on: [501, { supported: false }],
  },
  'no-put': {
    look: ({ call, account, userName }) => status(call('PUT', account, { body: newUser(userName) })),
    off: 200,
    on: 405,
  },
  'no-delete': {
    look: async ({ call }) => status(call('DELETE', `/Users/${(await create(call)).json().id}`)),
    off: 204,
    on: 403,
  },
  'soft-delete': {
    look: async ({ call }) => {
      const path = `/Users/${(await create(call)).json().id}`
      await call('DELETE', path)
      const left = await call('GET', path)
      return left.status === 200 ? left.json().active : left.status
    },
    off: 404,
    on: false,
  },
  'patch-204': {
    look: async ({ call, account }) => {
      const reply = await call('PATCH', account, { body: setTitle('Patched') })
      return [reply.status, reply.text === '', (await call('GET', account)).json().title]
    },
    off: [200, false, 'Patched'],
    on: [204, true, 'Patched'],
  },
  'create-empty': {
    look: async ({ call }) => {
      const reply = await create(call)
      return [reply.status, reply.text === '', await status(call('GET', reply.headers.get('location') ?? ''))]
    },
    off: [201, false, 200],
    on: [201, true, 200],
  },
  bulk: {
    look: async ({ call }) => {
      const urn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
      const manager = { [enterpriseUrn]: { manager: { value: 'bulkId:boss' } } }
      const Operations = [
        { method: 'POST', path: '/Users', bulkId: 'staff', data: newUser(fresh(), manager) },
        { method: 'POST', path: '/Users', bulkId: 'boss', data: newUser(fresh()) },
        { method: 'DELETE', path: '/Users/nobody' },
      ]
      const reply = await call('POST', '/Bulk', { body: { schemas: [urn], Operations } })
      if (reply.status !== 200) return reply.status
      const results = reply.json().Operations as Record<string, unknown>[]
      const [staff, boss] = await Promise.all(results.slice(0, 2).map(({ location }) => call('GET', String(location))))
      const extension = staff?.json()[enterpriseUrn]
      expect(extension).toEqual({ manager: { value: boss?.json().id } })
      return results.map((result) => result.status)
    },
    off: 501,
    on: ['201', '201', '404'],
  },
  'bulk-verbose': {
    look: async (tenant) => {
      const { status, results } = await bulkOf(tenant, 1)
      return [
        status,
        ...results.map(({ status: own, bulkId, response }) => [own, bulkId ?? null, response !== undefined]),
      ]
    },
    off: [501],
    on: [200, [404, null, true], [201, 'c0', true]],
  },
  'bulk-partial': {
    look: async (tenant) => {
      const { status, results, stored } = await bulkOf(tenant, 6)
      return [status, results.length, stored]
    },
    off: [501, 0, 0],
    on: [200, 3, 3],
  },
  'bulk-cap': {
    look: async (tenant) => [(await bulkOf(tenant, 4)).status, (await bulkOf(tenant, 5)).status],
    off: [501, 501],
    on: [200, 413],
  },
  'bulk-refused': {
    look: async (tenant) => [await claimsBulk(tenant), (await bulkOf(tenant, 1)).status],
    off: [expect.objectContaining({ supported: false }), 501],
    on: [expect.objectContaining({ supported: true }), 404],
  },
  'case-sensitive-user-name': {
    look: async ({ call, userName }) => {
      const other = userName.toUpperCase()
      const found = resources(await call('GET', `/Users?filter=${encodeURIComponent(`userName eq "${other}"`)}`))
      return [found.length, await status(call('POST', '/Users', { body: newUser(other) }))]
    },
    off: [1, 409],
    on: [0, 201],
  },
  'reject-unknown': {
    look: async ({ call }) => [await status(create(call, { shoeSize: 44 })), await status(create(call))],
    off: [201, 201],
    on: [400, 201],
  },
  'email-required': { look: ({ call }) => status(create(call, { emails: undefined })), off: 201, on: 400 },
  'manager-must-exist': {
    look: async ({ call, account }) => {
      const managedBy = (value: string) => status(create(call, { [enterpriseUrn]: { manager: { value } } }))
      return [await managedBy('nobody'), await managedBy(account.slice('/Users/'.length))]
    },
    off: [201, 201],
    on: [400, 201],
  },
  'string-booleans': { look: async ({ call }) => (await create(call)).json().active, off: true, on: 'True' },
  'null-attributes': { look: async ({ call }) => (await create(call)).json().nickName, off: undefined, on: null },
  'odd-ids': {
    look: async ({ call }) => {
      const id = String((await create(call)).json().id)
      return [id.includes('/') && id.includes('@'), await status(call('GET', `/Users/${encodeURIComponent(id)}`))]
    },
    off: [false, 200],
    on: [true, 200],
  },
  'lower-case-only': {
    look: async ({ call }) => [
      await status(call('GET', '/Users?count=0')),
      await status(call('GET', '/users?count=0')),
      await status(call('GET', '/Groups?count=0')),
    ],
    off: [200, 200, 200],
    on: [404, 200, 404],
  },
  'visible-later': {
    look: async ({ call, account }) => {
      const reply = await create(call)
      const path = `/Users/${reply.json().id}`
      await call('PATCH', account, { body: setTitle('New') })
      const seen = async () => [await status(call('GET', path)), (await call('GET', account)).json().title === 'New']
      const early = await seen()
      await new Promise((resolve) => setTimeout(resolve, 2100))
      return [reply.status, ...early, ...(await seen())]
    },
    off: [201, 200, true, 200, true],
    on: [201, 404, false, 200, true],
  },
  'etag-required': {
    look: async ({ call, account }) => {
      const { version } = (await call('GET', account)).json().meta as { version: string }
      const body = setTitle('Matched')
      return [
        await status(call('PATCH', account, { body })),
        await status(call('PATCH', account, { body, headers: { 'if-match': 'W/"999"' } })),
        await status(call('DELETE', account)),
        (await status(call('PUT', account, { body: {}, headers: { 'if-match': version } }))) === 428,
      ]
    },
    off: [200, 412, 204, false],
    on: [428, 412, 428, false],
  },
  'no-etag': {
    look: async ({ call, account }) => {
      const reply = await call('GET', account)
      const body = setTitle('Unmatched')
      return [
        reply.headers.has('etag'),
        'version' in (reply.json().meta as object),
        await status(call('PATCH', account, { body, headers: { 'if-match': 'W/"999"' } })),
      ]
    },
    off: [true, true, 412],
    on: [false, false, 200],
  },
  'plain-json': {
    look: async ({ call }) => (await call('GET', '/Users?count=0')).headers.get('content-type'),
    off: 'application/scim+json',
    on: 'application/json',
  },
  'scim-json-only': {
    look: ({ call }) =>
      status(call('POST', '/Users', { body: newUser(fresh()), headers: { 'content-type': 'application/json' } })),
    off: 201,
    on: 415,
  },
  'plain-401': {
    look: async ({ call }) => {
      const { status: code, headers, text } = await call('GET', '/Users', { headers: { authorization: 'Bearer no' } })
      return [code, headers.get('content-type'), headers.has('www-authenticate'), text.startsWith('{')]
    },
    off: [401, 'application/scim+json', true, true],
    on: [401, 'text/plain', false, false],
  },
  'html-errors': {
    look: async (tenant) => (await missing(tenant)).headers.get('content-type'),
    off: 'application/scim+json',
    on: 'text/html',
  },
  'empty-errors': {
    look: async (tenant) => {
      const reply = await missing(tenant)
      return [reply.status, reply.text === '']
    },
    off: [404, false],
    on: [404, true],
  },
  'detail-array': {
    look: async (tenant) => Array.isArray((await missing(tenant)).json().detail),
    off: false,
    on: true,
  },
  slow: {
    look: async ({ call }) => {
      const start = performance.now()
      await call('GET', '/Users?count=0')
      return performance.now() - start >= 195
    },
    off: false,
    on: true,
  },
  'rate-limit': { look: afterFlood, off: 'all served', on: '429 seconds' },
  'rate-limit-date': { look: afterFlood, off: 'all served', on: '429 date' },
  'rate-limit-bare': { look: afterFlood, off: 'all served', on: '429 bare' },
  'flaky-5xx': {
    look: async (tenant) => {
      const before = tenant.sandbox.accounts().length
      const seen = await inTurn(20, () => status(create(tenant.call)))
      return [seen.filter((code) => code >= 500), tenant.sandbox.accounts().length - before]
    },
    off: [[], 20],
    on: [[500, 502, 503, 504], 16],
  },
  'drop-after-store': {
    look: fiveCreates,
    off: [201, 201, 201, 201, 201, '5 stored'],
    on: expect.toSatisfy(
      (seen) => seen.filter((end: unknown) => end === 'dropped').length === 1 && seen.at(-1) === '5 stored',
    ),
  },
  'timeout-after-store': {
    look: fiveCreates,
    off: [201, 201, 201, 201, 201, '5 stored'],
    on: expect.toSatisfy(
      (seen) => seen.filter((end: unknown) => end === 504).length === 1 && seen.at(-1) === '5 stored',
    ),
  },
  'no-config': {
    look: ({ call }) =>
      Promise.all(['/ServiceProviderConfig', '/Schemas', '/ResourceTypes'].map((path) => status(call('GET', path)))),
    off: [200, 200, 200],
    on: [404, 404, 404],
  },
  'config-overstates': {
    look: async ({ call, sandbox }) => {
      sandbox.setQuirks(['no-patch', ...sandbox.quirks().filter((name) => name === 'config-overstates')])
      return (await call('GET', '/ServiceProviderConfig')).json().patch
    },
    off: { supported: false },
    on: { supported: true },
  },
  'no-enterprise-schema': {
    look: async ({ call }) => {
      const { schemaExtensions } = (await call('GET', '/ResourceTypes/User')).json()
      const written = (await create(call, { [enterpriseUrn]: { department: 'Legal' } })).json()
      return [
        JSON.stringify(schemaExtensions).length > 2,
        await status(call('GET', `/Schemas/${enterpriseUrn}`)),
        written[enterpriseUrn],
      ]
    },
    off: [true, 200, { department: 'Legal' }],
    on: [false, 404, { department: 'Legal' }],
  },
  'custom-schema': {
    look: async ({ call }) => {
      const { schemaExtensions } = (await call('GET', '/ResourceTypes/User')).json()
      const kept = { costCenter: '4711', level: 3, remote: true }
      const written = await create(call, {
        schemas: [coreUrns.User, customUrn],
        [customUrn]: { ...kept, badge: 'made up' },
      })
      return [
        JSON.stringify(schemaExtensions).includes(customUrn),
        await status(call('GET', `/Schemas/${customUrn}`)),
        written.status,
        written.json()[customUrn],
      ]
    },
    off: [false, 404, 400, undefined],
    on: [true, 200, 201, { costCenter: '4711', level: 3, remote: true }],
  },
  'required-title': {
    look: async ({ call }) => {
      const { text } = await call('GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User')
      const said = /\{"name":"title"[^}]*?"required":(true|false)/.exec(text)?.[1]
      return [said, await status(create(call, { title: undefined })), await status(create(call, { title: 'Buyer' }))]
    },
    off: ['false', 201, 201],
    on: ['true', 400, 201],
  },
  'no-rotation': {
    look: async (tenant) => {
      const { config, tokens, next } = await refreshed(tenant)
      const again = openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
      return [
        (next.refresh_token ?? tokens.refresh_token) === tokens.refresh_token,
        await again.then(
          () => true,
          () => false,
        ),
      ]
    },
    off: [false, false],
    on: [true, true],
  },
  'sliding-lifetime': {
    look: async (tenant) => {
      const { config, tokens } = await signIn(tenant.sandbox)
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const next = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
      await new Promise((resolve) => setTimeout(resolve, 1700))
      return openid.refreshTokenGrant(config, next.refresh_token ?? '').then(
        () => 'refreshed',
        () => 'ended',
      )
    },
    off: 'ended',
    on: 'refreshed',
  },
}

describe.concurrent('every quirk shows when it is on, and only then', () => {
  it.for(quirkNames.flatMap((name) => [[name, 'off'] as const, [name, 'on'] as const]))(
    '%s, %s',
    async ([name, state], test) => {
      const sandbox = await startSandbox({ people: 150, accounts, refreshTtl: 3, quirks: state === 'on' ? [name] : [] })
      test.onTestFinished(() => sandbox.stop())
      const call = await scimCaller(sandbox)
      const [account = {}] = sandbox.accounts()
      const tenant = {
        call,
        sandbox,
        account: `/Users/${encodeURIComponent(String(account.id))}`,
        userName: String(account.userName),
      }
      test.expect(await probes[name].look(tenant)).toEqual(probes[name][state])
    },
  )
})

describe('switching', () => {
  let sandbox: Sandbox
  beforeEach(async () => {
    sandbox = await startSandbox({ people: 0, accounts: 3 })
  })
  afterEach(() => sandbox.stop())

  it('turns switches while the service runs, and off again', async () => {
    const call = await scimCaller(sandbox)
    const [account] = sandbox.accounts()
    const patch = () => status(call('PATCH', `/Users/${account?.id}`, { body: setTitle('A') }))
    expect(await patch()).toBe(200)
    sandbox.setQuirks(['no-patch', 'empty-errors'])
    expect(await patch()).toBe(501)
    sandbox.setQuirks([])
    expect(await patch()).toBe(200)
  })

  it('refuses a name it does not know and lists those it does', () => {
    expect(() => sandbox.setQuirks(['no-patch', 'no-pitch'])).toThrow(/Unknown quirk no-pitch\. There are: page-cap, /)
  })
})
