import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { enterpriseUrn } from '../sandbox/scim/schema.ts'
import { baseOf, type Call, newUser, patchOf, scimCaller } from '../sandbox/scim-caller.ts'

let sandbox: Sandbox
let call: Call
beforeAll(async () => {
  sandbox = await startSandbox({ people: 300, accounts: 250 })
  call = await scimCaller(sandbox)
})
afterAll(() => sandbox.stop())

const create = async (userName: string, more: object = {}) => {
  const reply = await call('POST', '/Users', { body: newUser(userName, more) })
  expect(reply.status).toBe(201)
  return { id: String(reply.json().id), reply }
}
const at = (id: string) => `/Users/${encodeURIComponent(id)}`
const resources = (body: Record<string, unknown>) => body.Resources as Record<string, unknown>[]

describe('who may', () => {
  it('wants a bearer token everywhere, discovery included', async () => {
    for (const path of ['/Users', `${sandbox.settings.scim.baseUrl}/scim/v2/ServiceProviderConfig`]) {
      const reply = await call('GET', path, { headers: { authorization: undefined } })
      expect(reply.status).toBe(401)
      expect(reply.headers.get('www-authenticate')).toContain('Bearer')
      expect(reply.json()).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' })
    }
    const wrong = await call('GET', '/Users', { headers: { authorization: 'Bearer nonsense' } })
    expect(wrong.status).toBe(401)
  })

  it('wants the right path token', async () => {
    const { baseUrl, token } = sandbox.settings.scim
    const other = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
    expect((await call('GET', `${baseUrl}/tokens/${other}/scim/v2/Users`)).status).toBe(404)
    expect((await call('GET', `${baseUrl}/scim/v2/Users`)).status).toBe(404)
  })
})

describe('addresses', () => {
  it('answers below both layouts and in both cases', async () => {
    const { baseUrl, token } = sandbox.settings.scim
    for (const path of ['/scim/v2/Users', '/scim/v2/users', '/Users', '/users', '/scim/v2/Users/']) {
      expect((await call('GET', `${baseUrl}/tokens/${token}${path}?count=1`)).status, path).toBe(200)
    }
  })

  it('describes itself with and without the token segment', async () => {
    const { baseUrl } = sandbox.settings.scim
    const config = (await call('GET', `${baseUrl}/scim/v2/ServiceProviderConfig`)).json()
    expect(config).toMatchObject({ patch: { supported: true }, etag: { supported: true }, bulk: { supported: false } })
    const schemas = (await call('GET', '/Schemas')).json()
    expect(resources(schemas).map(({ id }) => id)).toContain(enterpriseUrn)
    expect((await call('GET', `/Schemas/${enterpriseUrn}`)).json()).toMatchObject({ name: 'EnterpriseUser' })
    expect(resources((await call('GET', '/ResourceTypes')).json()).map(({ name }) => name)).toEqual(['User', 'Group'])
  })
})

describe('accounts', () => {
  it('creates, reads, replaces, patches and deletes', async () => {
    const { id, reply } = await create('ada@contoso.example', {
      title: 'Analyst',
      [enterpriseUrn]: { department: 'IT' },
    })
    expect(reply.headers.get('location')).toBe(baseOf(sandbox) + at(id))
    expect(reply.headers.get('etag')).toBe('W/"1"')
    expect(reply.json()).toMatchObject({ title: 'Analyst', meta: { version: 'W/"1"', resourceType: 'User' } })

    const replaced = await call('PUT', at(id), { body: newUser('ada@contoso.example', { displayName: 'Ada' }) })
    expect(replaced.status).toBe(200)
    expect(replaced.json()).toMatchObject({ displayName: 'Ada' })
    expect(replaced.json()).not.toHaveProperty('title')

    const patched = await call('PATCH', at(id), { body: patchOf({ op: 'replace', path: 'active', value: false }) })
    expect(patched.json()).toMatchObject({ active: false, displayName: 'Ada', meta: { version: 'W/"3"' } })
    expect((await call('GET', at(id))).json()).toEqual(patched.json())

    expect((await call('DELETE', at(id))).status).toBe(204)
    expect((await call('GET', at(id))).status).toBe(404)
    expect((await call('PATCH', at(id), { body: patchOf() })).status).toBe(404)
  })

  it('keeps sign-in names apart without regard to case', async () => {
    const { id } = await create('Twice@contoso.example')
    const again = await call('POST', '/Users', { body: newUser('tWICE@contoso.example') })
    expect(again.status).toBe(409)
    expect(again.json()).toMatchObject({ status: '409', scimType: 'uniqueness' })
    const other = await create('other@contoso.example')
    const body = patchOf({ op: 'replace', path: 'userName', value: 'twice@contoso.example' })
    expect((await call('PATCH', at(other.id), { body })).status).toBe(409)
    expect((await call('PATCH', at(id), { body })).status).toBe(200)
  })

  it.each([
    ['no userName', { schemas: newUser('').schemas, active: true }, 'userName'],
    ['a text for active', newUser('bad', { active: 'yes' }), 'active'],
    ['an object for emails', newUser('bad', { emails: { value: 'x' } }), 'emails'],
    ['a made-up type of address', newUser('bad', { emails: [{ value: 'x', type: 'moon' }] }), 'emails'],
    [
      'two primary addresses',
      newUser('bad', {
        emails: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      }),
      'primary',
    ],
    ['no schemas', { userName: 'bad' }, 'schemas'],
    ['an unknown schema', newUser('bad', { schemas: [...(newUser('').schemas as string[]), 'urn:x'] }), 'urn:x'],
    ['no JSON', '{"userName":', 'JSON'],
    ['a list', '[]', 'object'],
  ])('refuses %s by the real schema', async (_what, body, word) => {
    const reply = await call('POST', '/Users', { body })
    expect(reply.status).toBe(400)
    expect(String(reply.json().detail)).toContain(word)
  })

  it('honours If-Match and If-None-Match', async () => {
    const { id } = await create('etag@contoso.example')
    const body = patchOf({ op: 'add', path: 'title', value: 'A' })
    expect((await call('PATCH', at(id), { body, headers: { 'if-match': 'W/"1"' } })).status).toBe(200)
    expect((await call('PATCH', at(id), { body, headers: { 'if-match': 'W/"1"' } })).status).toBe(412)
    expect((await call('DELETE', at(id), { headers: { 'if-match': 'W/"1"' } })).status).toBe(412)
    expect((await call('GET', at(id), { headers: { 'if-none-match': 'W/"2"' } })).status).toBe(304)
    expect(
      (await call('PUT', at(id), { body: newUser('etag@contoso.example'), headers: { 'if-match': '*' } })).status,
    ).toBe(200)
  })

  it('gives only the attributes that are asked for', async () => {
    const { id } = await create('part@contoso.example', {
      title: 'T',
      [enterpriseUrn]: { department: 'IT', division: 'D' },
    })
    const only = (await call('GET', `${at(id)}?attributes=userName,emails.value,${enterpriseUrn}:department`)).json()
    expect(Object.keys(only).sort()).toEqual(['emails', 'id', 'schemas', enterpriseUrn, 'userName'].sort())
    expect(only).toMatchObject({
      emails: [{ value: 'part@contoso.example@mail.example' }],
      [enterpriseUrn]: { department: 'IT' },
    })
    expect(only[enterpriseUrn]).toEqual({ department: 'IT' })
    const without = (await call('GET', `${at(id)}?excludedAttributes=title,meta`)).json()
    expect(without).not.toHaveProperty('title')
    expect(without).not.toHaveProperty('meta')
    expect(without).toHaveProperty('userName')
  })
})

describe('lists', () => {
  it('pages by startIndex, at most 100 at a time', async () => {
    const total = sandbox.accounts().length
    const seen = new Set<unknown>()
    for (let start = 1; start <= total; start += 100) {
      const page = (await call('GET', `/Users?startIndex=${start}&count=1000`)).json()
      expect(page).toMatchObject({ totalResults: total, startIndex: start })
      expect(resources(page)).toHaveLength(Math.min(100, total - start + 1))
      for (const { id } of resources(page)) seen.add(id)
    }
    expect(seen.size).toBe(total)
    expect(resources((await call('GET', `/Users?startIndex=${total + 1}`)).json())).toEqual([])
    expect((await call('GET', '/Users?count=0')).json()).toMatchObject({ totalResults: total, Resources: [] })
  })

  it('finds accounts by filter, through an index or without', async () => {
    const [account = {}] = sandbox.accounts().filter(({ externalId }) => externalId !== undefined)
    const found = async (filter: string) =>
      resources((await call('GET', `/Users?filter=${encodeURIComponent(filter)}`)).json()).map(({ id }) => id)
    expect(await found(`userName eq "${String(account.userName).toUpperCase()}"`)).toEqual([account.id])
    expect(await found(`externalId eq "${account.externalId}"`)).toEqual([account.id])
    expect(await found(`id eq "${account.id}" and active pr`)).toEqual([account.id])
    expect(await found(`not (active eq true)`)).toEqual(
      sandbox
        .accounts()
        .filter(({ active }) => active !== true)
        .map(({ id }) => id),
    )
    expect(await found(`${enterpriseUrn}:department eq "legal"`)).not.toEqual([])
  })

  it('refuses a filter that can not be read', async () => {
    const reply = await call('GET', `/Users?filter=${encodeURIComponent('userName like "x"')}`)
    expect(reply.status).toBe(400)
    expect(reply.json()).toMatchObject({ scimType: 'invalidFilter' })
  })

  it('sorts', async () => {
    const names = async (order: string) =>
      resources((await call('GET', `/Users?sortBy=userName&sortOrder=${order}`)).json()).map(({ userName }) =>
        String(userName).toLowerCase(),
      )
    const ascending = await names('ascending')
    expect(ascending).toEqual([...ascending].sort())
    expect((await names('descending'))[0]).toBe(
      sandbox
        .accounts()
        .map(({ userName }) => String(userName).toLowerCase())
        .sort()
        .at(-1),
    )
  })
})

describe('groups', () => {
  it('shows at most 100 members and keeps all of them through a PATCH', async () => {
    const [everybody] = sandbox.groups().filter(({ displayName }) => displayName === 'Everybody')
    const members = everybody?.members
    const count = Array.isArray(members) ? members.length : 0
    expect(count).toBeGreaterThan(200)
    const path = `/Groups/${everybody?.id}`
    expect((await call('GET', path)).json().members).toHaveLength(100)
    const { id } = await create('joiner@contoso.example')
    const add = patchOf({ op: 'add', path: 'members', value: [{ value: id, type: 'User' }] })
    expect((await call('PATCH', path, { body: add })).status).toBe(200)
    const stored = () => sandbox.groups().find((group) => group.id === everybody?.id)?.members
    expect(stored()).toHaveLength(count + 1)
    expect(
      (await call('PATCH', path, { body: patchOf({ op: 'remove', path: `members[value eq "${id}"]` }) })).status,
    ).toBe(200)
    expect(stored()).toHaveLength(count)
    expect(
      (await call('PATCH', path, { body: patchOf({ op: 'add', path: 'members', value: [{ value: 'nobody' }] }) }))
        .status,
    ).toBe(400)
  })

  it('lets a deleted account go from its groups', async () => {
    const { id } = await create('leaver@contoso.example')
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Leavers',
      members: [{ value: id }],
    }
    const group = (await call('POST', '/Groups', { body })).json()
    expect(group.members).toEqual([{ value: id }])
    await call('DELETE', at(id))
    expect((await call('GET', `/Groups/${group.id}`)).json().members ?? []).toEqual([])
  })
})

describe('the journal and trouble on the wire', () => {
  it('keeps what was asked and answered', async () => {
    sandbox.clearRequests()
    await call('POST', '/Users', { body: newUser('journal@contoso.example') })
    await call('GET', '/Users?count=1')
    expect(sandbox.requestCount()).toBe(2)
    expect(sandbox.requests()).toMatchObject([
      { method: 'POST', status: 201, body: expect.stringContaining('journal@contoso.example') },
      { method: 'GET', status: 200, body: '' },
    ])
  })

  it('refuses bodies beyond a megabyte', async () => {
    const body = newUser('large@contoso.example', { displayName: 'x'.repeat(1_100_000) })
    expect((await call('POST', '/Users', { body })).status).toBe(413)
  })

  it('survives a client that goes away in the middle of its request', async () => {
    const half = request(`${baseOf(sandbox)}/Users`, { method: 'POST', headers: { 'content-length': '1000' } })
    const gone = new Promise((resolve) => half.once('error', resolve))
    half.write('{"schemas"')
    await new Promise((resolve) => setTimeout(resolve, 50))
    half.destroy(new Error('gone'))
    await gone
    expect((await call('GET', '/Users?count=1')).status).toBe(200)
  })
})
