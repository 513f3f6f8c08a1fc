import { describe, expect, test } from 'vitest'
import { findUsers } from '../../../electron/scim/find.ts'
import { pagingOf, readAll } from '../../../electron/scim/paging.ts'
import { updateUser } from '../../../electron/scim/update.ts'
import type { Capabilities } from '../../../shared/model/capabilities.ts'
import { operations } from '../../../shared/scim/operations.ts'
import { scimUserSchema } from '../../../shared/scim/schemas.ts'
import { FakeService } from '../../support/fake-account-service.ts'
import { type Answer, scripted } from './scripted-service.ts'

const learnt = new FakeService().learnt
if (learnt === null) throw new Error('The fake knows nothing.')
const says = (value: 'yes' | 'no' | 'unknown') => ({ value, from: 'test' })
const knowing = (changes: Partial<Capabilities>): Capabilities => ({ ...learnt, ...changes })

const ada = { id: '7', userName: 'Ada@X', title: 'Old', meta: { version: 'W/"1"' } }
const ok = (body: object): Answer => ({ status: 200, body: JSON.stringify(body), headers: { etag: 'W/"1"' } })
const diffs = [{ path: 'title', before: 'Old', after: 'New' }]
const fresh = scimUserSchema.parse(ada)

/** What an update sends: method and If-Match of each request. */
async function sent(
  changes: Partial<Capabilities>,
  answer: (method: string, number: number) => Answer = () => ok(ada),
) {
  const { client, requests } = scripted(({ method }, number) => answer(method, number))
  const options = { capabilities: knowing(changes), fresh, ifMatch: 'W/"1"' }
  const failure = await updateUser(client, '7', diffs, options).then(
    () => null,
    (error) => error,
  )
  return { sent: requests.map(({ method, headers }) => [method, headers?.['if-match'] ?? null]), failure }
}

describe('an update', () => {
  test('goes by PATCH or PUT as is known or set, and holds to a version unless versions are not to be relied on', async () => {
    expect((await sent({ etag: says('yes') })).sent).toEqual([['PATCH', 'W/"1"']])
    expect((await sent({ etag: says('unknown'), patch: says('no') })).sent).toEqual([['PUT', 'W/"1"']])
    expect((await sent({ etag: says('no') })).sent).toEqual([['PATCH', null]])
    // What no version protects is read again before the whole of it is written.
    expect((await sent({ etag: says('no'), patch: says('no') })).sent).toEqual([
      ['GET', null],
      ['PUT', null],
    ])
  })

  test('without versions still gives one to a service that insists', async () => {
    const answer = (method: string, number: number): Answer => (number === 1 ? { status: 428 } : ok({ ...ada, method }))
    expect((await sent({ etag: says('no') }, answer)).sent).toEqual([
      ['PATCH', null],
      ['GET', null],
      ['PATCH', 'W/"1"'],
    ])
  })

  test('with PATCH set on a service that has none falls back to PUT, and with neither fails before anything is sent', async () => {
    const none = (method: string): Answer => (method === 'PATCH' ? { status: 501 } : ok(ada))
    const fallen = await sent({ patch: says('yes'), put: says('unknown') }, none)
    expect(fallen.sent.map(([method]) => method)).toEqual(['PATCH', 'GET', 'PUT'])
    expect(fallen.failure).toBeNull()
    const stuck = await sent({ patch: says('yes'), put: says('no') }, none)
    expect(stuck.sent.map(([method]) => method)).toEqual(['PATCH'])
    expect(stuck.failure).toMatchObject({ code: 'scim-unsupported', status: 501 })
    const neither = await sent({ patch: says('no'), put: says('no') })
    expect(neither.sent).toEqual([])
    expect(neither.failure).toMatchObject({ code: 'scim-unsupported', status: null })
  })
})

describe('reading a list', () => {
  const all = Array.from({ length: 60 }, (_, n) => ({ id: `id${n}`, userName: `u${n}` }))
  /** Reads from a service that pages by `startIndex`, or only gives the first page. */
  async function read(changes: Partial<Capabilities>, cap = 100, size = all.length) {
    const { client, requests } = scripted(({ url }) => {
      const query = new URL(url).searchParams
      const start = Number(query.get('startIndex') ?? 1) - 1
      const page = all.slice(0, size).slice(start, start + Math.min(cap, Number(query.get('count') ?? cap)))
      return ok({ totalResults: size, Resources: page })
    })
    let end = null
    let came = 0
    for await (const page of readAll(client, operations.listUsers, pagingOf(knowing(changes)))) {
      came += page.resources.length
      end = page.end
    }
    return { came, complete: end?.complete, queries: requests.map(({ url }) => url.split('?')[1]) }
  }
  const pageSize = { value: 25, from: 'test' }

  test('asks for pages of the size that is known or set', async () => {
    expect(await read({ pageSize })).toEqual({
      came: 60,
      complete: true,
      queries: ['startIndex=1&count=25', 'startIndex=26&count=25', 'startIndex=51&count=10'],
    })
  })

  test('asks for nothing past the first page where that is known or set, and says when that is not all', async () => {
    expect(await read({ paging: says('no'), pageSize })).toEqual({
      came: 25,
      complete: false,
      queries: ['startIndex=1&count=25'],
    })
    expect(await read({ paging: says('no') })).toMatchObject({ came: 60, complete: true })
    // Exactly as many as were asked for may be where the service cuts lists off.
    expect(await read({ paging: says('no'), pageSize }, 100, 25)).toMatchObject({ came: 25, complete: false })
  })

  test('starts by cursor where that is known or set, and goes on by index where none comes back', async () => {
    const { came, queries } = await read({ cursor: says('yes'), pageSize })
    expect(came).toBe(60)
    expect(queries[0]).toBe('cursor=&count=25')
  })
})

describe('looking for somebody', () => {
  const wanted = { userName: 'Ada@X', externalId: 'e1' }
  /** The filters and lists that a lookup asks for; `list` is what is listed, `filters` what each filter gives. */
  async function look(changes: Partial<Capabilities>, filters: (filter: string) => Answer) {
    const { client, requests } = scripted(({ url }) => {
      const filter = new URL(url).searchParams.get('filter')
      return filter === null ? ok({ totalResults: 300, Resources: [{ id: '1', userName: 'other' }] }) : filters(filter)
    })
    const found = await findUsers(client, wanted, knowing({ paging: says('no'), ...changes })).catch(
      (error) => error.code,
    )
    return { found, asked: requests.map(({ url }) => new URL(url).searchParams.get('filter') ?? 'list') }
  }
  const nobody = ok({ totalResults: 0, Resources: [] })
  const byName = (filter: string): Answer => (filter.startsWith('userName') ? nobody : { status: 400 })

  test('does not ask by identifier where filters do not go by it, and believes the sign-in name', async () => {
    expect(await look({}, () => nobody)).toEqual({
      found: [],
      asked: ['userName eq "Ada@X"', 'externalId eq "e1"'],
    })
    expect(await look({ filterExternalId: says('no') }, byName)).toEqual({ found: [], asked: ['userName eq "Ada@X"'] })
    expect((await look({ filterExternalId: says('unknown') }, byName)).found).toEqual([])
    expect((await look({ filterExternalId: says('yes') }, byName)).found).toBe('accounts-incomplete')
  })

  test('with a filter set to work that is ignored or minds case does not take the wrong people, or nobody, for an answer', async () => {
    const ignored = () => ok({ totalResults: 300, Resources: [{ id: '1', userName: 'other' }] })
    expect((await look({ filter: says('yes') }, ignored)).found).toBe('accounts-incomplete')
    const byHand = { value: 'yes' as const, from: 'test', byHand: { at: 1, learnt: 'no' as const } }
    const minding = (filter: string): Answer =>
      filter === 'userName eq "ada@x"' ? ok({ totalResults: 1, Resources: [{ ...ada, userName: 'ada@x' }] }) : nobody
    expect((await look({ filterIgnoresCase: byHand }, minding)).found).toMatchObject([{ id: '7' }])
  })

  test('reads the list where filters are set not to be used', async () => {
    expect(await look({ filter: says('no') }, () => nobody)).toEqual({ found: 'accounts-incomplete', asked: ['list'] })
  })
})
