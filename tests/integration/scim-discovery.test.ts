import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import { learnCapabilities } from '../../electron/scim/capabilities.ts'
import type { ScimClient } from '../../electron/scim/client.ts'
import { findUsers } from '../../electron/scim/find.ts'
import { type ListingPage, readAll } from '../../electron/scim/paging.ts'
import { type Capabilities, capabilitiesSchema } from '../../shared/model/capabilities.ts'
import { operations } from '../../shared/scim/operations.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { tenantClient } from './scim-tenant.ts'

const size = 350
let sandbox: Sandbox
let client: ScimClient

beforeAll(async () => {
  sandbox = await startSandbox({ people: 10, accounts: size })
  client = await tenantClient(sandbox, { limits: { attempts: 2, base: 1 } })
})
afterEach(() => sandbox.setQuirks([]))
afterAll(() => sandbox.stop())

async function readUsers() {
  const ids: string[] = []
  let last: ListingPage<ScimUser> | null = null
  for await (const page of readAll(client, operations.listUsers)) {
    ids.push(...page.resources.map(({ id }) => id))
    last = page
  }
  return { ids, end: last?.end }
}
const stored = () => sandbox.accounts().map(({ id }) => String(id))

describe('reading every account of a tenant', () => {
  it.each([
    ['no-rotation'],
    ['small-pages'],
    ['total-is-page'],
    ['cursor-paging'],
    ['small-pages', 'total-is-page'],
    ['slow'],
  ])('gives all of them with %j', async (...quirks) => {
    sandbox.setQuirks(quirks)
    const { ids, end } = await readUsers()
    expect(ids.toSorted()).toEqual(stored().toSorted())
    expect(end).toEqual({ complete: true, reason: null, pages: true })
  })

  it.each([['page-cap'], ['page-cap-empty'], ['page-cap', 'total-is-page']])(
    'says that the list is cut off with %j',
    async (...quirks) => {
      sandbox.setQuirks(quirks)
      const { ids, end } = await readUsers()
      expect(ids).toHaveLength(100)
      expect(end).toMatchObject({ complete: false, pages: false })
    },
  )

  it('takes one request a page', async () => {
    sandbox.clearRequests()
    await readUsers()
    expect(sandbox.requestCount()).toBe(4)
  })
})

const isAnswered = (entry: Capabilities[keyof Capabilities]) =>
  typeof entry === 'object' && entry !== null && 'value' in entry
const answers = (learnt: Capabilities) =>
  Object.fromEntries(
    Object.entries(learnt).flatMap(([name, entry]) => (isAnswered(entry) ? [[name, entry.value]] : [])),
  )

describe('learning what a service supports', () => {
  const usual = {
    patch: 'yes',
    put: 'unknown',
    delete: 'unknown',
    filter: 'yes',
    filterIgnoresCase: 'yes',
    filterExternalId: 'yes',
    paging: 'yes',
    cursor: 'unknown',
    pageSize: 100,
    etag: 'yes',
    bulk: 'no',
    bulkOperations: 0,
    bulkBytes: 0,
    groups: 'yes',
    schema: 'yes',
  }
  const noDescriptions = { patch: 'unknown', bulk: 'unknown', schema: 'unknown' }
  const noFilter = { filter: 'no', filterIgnoresCase: 'unknown', filterExternalId: 'no' }
  const overstated = { bulk: 'yes', bulkOperations: 100, bulkBytes: 1_048_576 }

  it.each<[string[], Record<string, unknown>]>([
    [[], {}],
    [['no-config'], noDescriptions],
    [['no-config', 'html-errors'], noDescriptions],
    [['no-patch'], { patch: 'no' }],
    [['bulk'], { bulk: 'yes', bulkOperations: 100, bulkBytes: 1_048_576 }],
    [['page-cap'], { paging: 'no' }],
    [['page-cap-empty'], { paging: 'no' }],
    [['small-pages'], { pageSize: 25 }],
    [['total-is-page'], {}],
    [['no-filter'], noFilter],
    [['filter-refused'], noFilter],
    [['filter-not-implemented', 'config-overstates'], { ...noFilter, ...overstated }],
    [['case-sensitive-user-name'], { filterIgnoresCase: 'no' }],
    [['no-etag'], { etag: 'no' }],
    [['cursor-paging'], { cursor: 'yes' }],
    [['cursor-paging', 'no-config'], { cursor: 'yes', ...noDescriptions }],
    [['no-etag', 'config-overstates'], { etag: 'no', ...overstated }],
  ])('finds out what %j does', async (quirks, differences) => {
    sandbox.setQuirks(quirks)
    sandbox.clearRequests()
    const learnt = await learnCapabilities(client, systemClock)
    expect(answers(learnt)).toMatchObject({ ...usual, ...differences })
    expect(capabilitiesSchema.parse(learnt)).toEqual(learnt)
    for (const [name, entry] of Object.entries(learnt)) {
      if (isAnswered(entry)) expect([name, /^[A-Z].*\.$/.test(entry.from)]).toEqual([name, true])
    }
    expect(new Set(sandbox.requests().map(({ method }) => method))).toEqual(new Set(['GET']))
  })

  it('fails where the accounts can’t be listed at all, instead of knowing nothing', async () => {
    const astray = await tenantClient(sandbox, { pathToken: 'not-the-token' })
    await expect(learnCapabilities(astray, systemClock)).rejects.toMatchObject({ code: 'scim-address' })
  })
})

describe('finding one account', () => {
  const someone = () => {
    const account = sandbox.accounts().find(({ externalId }) => externalId !== undefined)
    return { id: String(account?.id), userName: String(account?.userName), externalId: String(account?.externalId) }
  }

  it.each([
    [[], 1],
    [['case-sensitive-user-name'], null],
    [['no-filter'], null],
    [['filter-refused'], null],
    [['filter-not-implemented', 'small-pages'], null],
  ])('works with %j', async (quirks, requests) => {
    sandbox.setQuirks(quirks)
    const capabilities = await learnCapabilities(client, systemClock)
    const { id, userName } = someone()
    sandbox.clearRequests()
    const found = await findUsers(client, { userName: userName.toUpperCase(), externalId: null }, capabilities)
    expect(found.map((user) => user.id)).toEqual([id])
    if (requests !== null) expect(sandbox.requestCount()).toBe(requests)
    expect(await findUsers(client, { userName: 'nobody@nowhere.example', externalId: null }, capabilities)).toEqual([])
  })

  it('goes by externalId too, before anything is known of the service', async () => {
    const { id, externalId } = someone()
    const found = await findUsers(client, { userName: null, externalId }, null)
    expect(found.map((user) => user.id)).toEqual([id])
  })

  it('says that nobody can tell where the list is cut off and filters do not work', async () => {
    sandbox.setQuirks(['no-filter', 'page-cap'])
    const finding = findUsers(client, { userName: 'nobody@nowhere.example', externalId: null }, null)
    await expect(finding).rejects.toMatchObject({ code: 'accounts-incomplete' })
  })
})
