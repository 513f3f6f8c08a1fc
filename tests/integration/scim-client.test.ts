import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ScimClient } from '../../electron/scim/client.ts'
import { findUsers } from '../../electron/scim/find.ts'
import { type Learnt, type UpdateOptions, updateUser } from '../../electron/scim/update.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { Exchange } from '../../shared/model/run.ts'
import { operations } from '../../shared/scim/operations.ts'
import { readPath } from '../../shared/scim/path.ts'
import type { ScimUser } from '../../shared/scim/schemas.ts'
import { enterpriseUserUrn } from '../../shared/scim/urn.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { tenantClient } from './scim-tenant.ts'

let sandbox: Sandbox
let client: ScimClient
let serial = 0

beforeAll(async () => {
  sandbox = await startSandbox({ people: 20, accounts: 20 })
  client = await tenantClient(sandbox)
})
afterEach(() => sandbox.setQuirks([]))
afterAll(() => sandbox.stop())

const attributesOf = (userName: string) => ({
  userName,
  externalId: `x-${userName}`,
  'name.givenName': 'Test',
  'emails[type eq "work"].value': userName,
  'emails[type eq "work"].primary': true,
  [`${enterpriseUserUrn}:department`]: 'Finance',
})

async function created(quirks: readonly string[] = []): Promise<ScimUser> {
  const { value } = await client.send(operations.createUser, {
    attributes: attributesOf(`new${++serial}@contoso.example`),
  })
  const { value: user } = await client.send(operations.getUser, { id: value.id ?? '' })
  sandbox.setQuirks(quirks)
  return user
}

const changes: readonly Diff[] = [
  { path: 'title', before: null, after: 'Controller' },
  { path: 'emails[type eq "work"].value', before: null, after: 'other@contoso.example' },
  { path: 'phoneNumbers[type eq "mobile"].value', before: null, after: '+47 1' },
  { path: `${enterpriseUserUrn}:department`, before: 'Finance', after: null },
]
const changesOf = (user: ScimUser): Diff[] => changes.map((diff) => ({ ...diff, before: readPath(user, diff.path) }))

async function update(user: ScimUser, options: Partial<UpdateOptions> = {}) {
  const learnt: Learnt[] = []
  const diffs = changesOf(user)
  const onLearnt = (one: Learnt) => void learnt.push(one)
  const reply = await updateUser(client, user.id, diffs, { capabilities: null, fresh: null, onLearnt, ...options })
  sandbox.setQuirks([])
  const { value: after } = await client.send(operations.getUser, { id: user.id })
  for (const { path, after: intended } of diffs) expect([path, readPath(after, path)]).toEqual([path, intended])
  expect(readPath(after, 'name.givenName')).toBe('Test')
  return { reply, learnt, after }
}

describe('creating an account', () => {
  it('gives the account back, and the service holds exactly one', async () => {
    const user = await created()
    const stored = sandbox.accounts().filter((account) => account.userName === user.userName)
    expect(stored).toHaveLength(1)
    expect(readPath(user, `${enterpriseUserUrn}:department`)).toBe('Finance')
  })

  it.each(['create-empty', 'odd-ids', 'plain-json', 'string-booleans', 'null-attributes', 'reject-unknown'])(
    'works with a service that has %s',
    async (quirk) => {
      sandbox.setQuirks([quirk])
      const { value } = await client.send(operations.createUser, {
        attributes: attributesOf(`q${++serial}@contoso.example`),
      })
      const { value: user } = await client.send(operations.getUser, { id: value.id ?? '' })
      expect(user).toMatchObject({ id: value.id, active: true })
    },
  )

  it('is a conflict where the sign-in name is taken, in any kind of words', async () => {
    const { userName } = await created()
    for (const quirk of ['no-rotation', 'html-errors', 'empty-errors', 'detail-array']) {
      sandbox.setQuirks([quirk])
      const again = client.send(operations.createUser, { attributes: attributesOf(userName.toUpperCase()) })
      await expect(again).rejects.toMatchObject({ code: 'scim-conflict', status: 409, ambiguous: false })
    }
  })

  it('is looked up after the connection was dropped, so that there is one account', async () => {
    const names = Array.from({ length: 10 }, () => `drop${++serial}@contoso.example`)
    sandbox.setQuirks(['drop-after-store'])
    let settled = 0
    for (const userName of names) {
      const { status, value } = await client.send(
        operations.createUser,
        { attributes: attributesOf(userName) },
        {
          settle: async () => {
            const [user] = await findUsers(client, { userName, externalId: null }, null)
            return user === undefined ? null : { id: user.id, resource: user }
          },
        },
      )
      expect(value.id).not.toBeNull()
      if (status === null) settled++
    }
    expect(settled).toBe(2)
    const stored = sandbox.accounts().map(({ userName }) => userName)
    expect(stored.filter((userName) => names.includes(String(userName)))).toHaveLength(10)
  })
})

describe('updating an account', () => {
  it('uses PATCH, for elements that are there and that are not', async () => {
    const { reply, learnt } = await update(await created())
    expect(reply.status).toBe(200)
    expect(learnt).toEqual([])
  })

  it('accepts a PATCH without a body', async () => {
    const { reply } = await update(await created(['patch-204']))
    expect(reply).toMatchObject({ status: 204, value: { resource: null } })
  })

  it('falls back to PUT where PATCH is refused, and reports it', async () => {
    const { learnt } = await update(await created(['no-patch']))
    expect(learnt).toEqual([{ what: 'patch', value: 'no', from: 'A PATCH was answered with 501.' }])
  })

  it('does not try PATCH where it is known to be refused', async () => {
    const user = await created(['no-patch'])
    sandbox.clearRequests()
    const no = { value: 'no' as const, from: 'tried' }
    await update(user, {
      capabilities: { patch: no, put: { value: 'unknown', from: '' }, etag: { value: 'unknown', from: '' } },
      fresh: user,
    })
    expect(sandbox.requests().map(({ method }) => method)).toEqual(['PUT', 'GET'])
  })

  it('reads the account again before a PUT that no version protects', async () => {
    const user = await created(['no-patch', 'no-etag'])
    const nickName = [{ path: 'nickName', before: null, after: 'Meanwhile' }]
    await updateUser(client, user.id, nickName, { capabilities: null, fresh: user })
    const { meta: _version, ...stored } = user
    const { after } = await update(user, { fresh: { ...stored, id: user.id, userName: user.userName, active: true } })
    expect(after.nickName).toBe('Meanwhile')
  })

  it('fails and reports both where neither is offered', async () => {
    const user = await created(['no-patch', 'no-put'])
    const learnt: Learnt[] = []
    const options = { capabilities: null, fresh: null, onLearnt: (one: Learnt) => void learnt.push(one) }
    const updating = updateUser(client, user.id, changesOf(user), options)
    await expect(updating).rejects.toMatchObject({ code: 'scim-unsupported' })
    expect(learnt.map(({ what }) => what)).toEqual(['patch', 'put'])
  })

  it('reads the version where the service insists on one', async () => {
    await update(await created(['etag-required']))
  })

  it('sends nothing over a change that somebody else made meanwhile', async () => {
    const user = await created()
    const version = String(readPath(user, 'meta.version'))
    const meanwhile = [{ path: 'title', before: null, after: 'Somebody else’s' }]
    await updateUser(client, user.id, meanwhile, { capabilities: null, fresh: user })
    const late = updateUser(client, user.id, changesOf(user), { capabilities: null, fresh: user, ifMatch: version })
    await expect(late).rejects.toMatchObject({ code: 'scim-changed' })
    const blind = updateUser(client, user.id, changesOf(user), { capabilities: null, fresh: null })
    await expect(blind).rejects.toMatchObject({ code: 'scim-changed' })
    expect((await client.send(operations.getUser, { id: user.id })).value.title).toBe('Somebody else’s')
  })

  it.each(['drop-after-store', 'timeout-after-store', 'flaky-5xx', 'string-booleans', 'null-attributes', 'odd-ids'])(
    'arrives exactly once with a service that has %s',
    async (quirk) => {
      for (let round = 0; round < 6; round++) {
        const { after } = await update(await created([quirk]))
        expect(after.emails).toHaveLength(1)
        expect(after.phoneNumbers).toHaveLength(1)
      }
    },
  )

  it('deactivates and reactivates', async () => {
    for (const quirks of [[], ['no-patch'], ['string-booleans']]) {
      const user = await created(quirks)
      const off = [{ path: 'active', before: true, after: false }]
      await updateUser(client, user.id, off, { kind: 'deactivate', capabilities: null, fresh: user })
      expect((await client.send(operations.getUser, { id: user.id })).value.active).toBe(false)
      const on = [{ path: 'active', before: false, after: true }]
      await updateUser(client, user.id, on, { kind: 'reactivate', capabilities: null, fresh: null })
      expect((await client.send(operations.getUser, { id: user.id })).value.active).toBe(true)
    }
  })
})

describe('a service in trouble', () => {
  it('gets a new access token when the old one is revoked', async () => {
    const before = client
    sandbox.revokeAccessTokens()
    sandbox.setQuirks(['plain-401'])
    const { value } = await before.send(operations.listUsers, { count: 1 })
    expect(value.resources).toHaveLength(1)
  })

  it.each(['rate-limit', 'rate-limit-date', 'rate-limit-bare', 'flaky-5xx', 'slow'])(
    'is outlasted with %s',
    async (quirk) => {
      const [first] = sandbox.accounts()
      sandbox.setQuirks([quirk])
      const ids = await Promise.all(
        Array.from({ length: 30 }, () => client.send(operations.getUser, { id: String(first?.id) })),
      )
      expect(ids.every(({ value }) => value.id === first?.id)).toBe(true)
    },
  )

  it.each([['html-errors'], ['empty-errors'], ['detail-array'], []])(
    'says what is missing with %j',
    async (...quirks) => {
      sandbox.setQuirks(quirks.filter((quirk) => quirk !== undefined))
      await expect(client.send(operations.getUser, { id: 'nobody/at@all' })).rejects.toMatchObject({
        code: 'scim-not-found',
        status: 404,
      })
    },
  )

  it('leaves evidence without a secret', async () => {
    const exchanges: Exchange[] = []
    await client.send(operations.listUsers, { count: 5 }, { onExchange: (exchange) => exchanges.push(exchange) })
    const text = JSON.stringify(exchanges)
    expect(exchanges).toHaveLength(1)
    expect(exchanges[0]?.responseBody?.length).toBeGreaterThan(100)
    for (const { name, value } of sandbox.secrets()) expect([name, text.includes(value)]).toEqual([name, false])
  })

  it('deletes only where it may', async () => {
    const user = await created()
    sandbox.setQuirks(['no-delete'])
    await expect(client.send(operations.deleteUser, { id: user.id })).rejects.toMatchObject({ code: 'scim-forbidden' })
    sandbox.setQuirks([])
    expect((await client.send(operations.deleteUser, { id: user.id })).status).toBe(204)
    await expect(client.send(operations.getUser, { id: user.id })).rejects.toMatchObject({ code: 'scim-not-found' })
  })
})

it('lower-case paths reach a service that knows no others', async () => {
  sandbox.setQuirks(['lower-case-only'])
  const { baseUrl } = sandbox.settings.scim
  const settings = { baseUrl: `${baseUrl}/`, path: '/tokens/{token}/scim/v2' as const, lowerCase: true }
  const lower = await tenantClient(sandbox, { settings })
  expect((await lower.send(operations.listUsers, { count: 1 })).value.resources).toHaveLength(1)
  await expect(client.send(operations.listUsers, { count: 1 })).rejects.toMatchObject({ code: 'scim-address' })
})
