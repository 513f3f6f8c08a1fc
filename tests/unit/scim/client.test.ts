import { describe, expect, it } from 'vitest'
import { MusterError } from '../../../shared/errors.ts'
import type { Exchange } from '../../../shared/model/run.ts'
import { operations } from '../../../shared/scim/operations.ts'
import { userUrn } from '../../../shared/scim/urn.ts'
import { accessToken, pathToken, scripted } from './scripted-service.ts'

const anna = { id: '1', userName: 'anna@x.test', active: true }
const create = { attributes: { userName: 'anna@x.test' } }
const failureOf = (work: Promise<unknown>): Promise<MusterError> =>
  work.then(
    () => expect.unreachable('It should have failed.'),
    (error) => {
      expect(error).toBeInstanceOf(MusterError)
      return error
    },
  )

describe('sending an operation', () => {
  it('carries the access token and SCIM’s media type to the tenant’s address', async () => {
    const { client, requests } = scripted(() => ({ status: 201, body: anna, headers: { etag: 'W/"1"' } }))
    const reply = await client.send(operations.createUser, create)
    expect(reply).toMatchObject({ value: { id: '1' }, status: 201, etag: 'W/"1"', attempts: 1 })
    expect(requests[0]).toMatchObject({
      method: 'POST',
      url: `https://scim.test/tokens/${pathToken}/scim/v2/Users`,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({ schemas: [userUrn], ...create.attributes }),
    })
  })

  it.each([`%ff${pathToken}`, encodeURIComponent(pathToken).replace('-', '%2D')])(
    'takes no id from an address that repeats the path token there (%#)',
    async (last) => {
      const headers = { location: `https://scim.test/Users/${last}` }
      const { client } = scripted(() => ({ status: 201, body: '', headers }))
      const { value } = await client.send(operations.createUser, create)
      expect(value).toEqual({ id: null, resource: null })
    },
  )

  it('renews a refused access token once and repeats', async () => {
    const { client, requests, renewed } = scripted((_request, number) =>
      number === 1 ? { status: 401, body: 'Unauthorized' } : { status: 200, body: anna },
    )
    await client.send(operations.getUser, { id: '1' })
    expect(renewed).toEqual([accessToken])
    expect(requests[1]?.headers).toMatchObject({ authorization: 'Bearer access-token-2' })
  })

  it('gives up when the renewed token is refused too', async () => {
    const { client, requests } = scripted(() => ({ status: 401 }))
    expect(await failureOf(client.send(operations.createUser, create))).toMatchObject({
      code: 'scim-unauthorised',
      ambiguous: false,
    })
    expect(requests).toHaveLength(2)
  })

  it('falls back to application/json for good where SCIM’s media type is refused', async () => {
    const { client, requests } = scripted((request) =>
      request.headers?.['content-type'] === 'application/scim+json' ? { status: 415 } : { status: 201, body: anna },
    )
    await client.send(operations.createUser, create)
    await client.send(operations.createUser, create)
    expect(requests.map((request) => request.headers?.['content-type'])).toEqual([
      'application/scim+json',
      'application/json',
      'application/json',
    ])
  })

  it('sends a condition only when there is one', async () => {
    const { client, requests } = scripted(() => ({ status: 204 }))
    await client.send(operations.deleteUser, { id: '1' }, { ifMatch: 'W/"3"' })
    await client.send(operations.deleteUser, { id: '1' }, { ifMatch: null })
    expect(requests.map((request) => request.headers?.['if-match'])).toEqual(['W/"3"', undefined])
  })
})

describe('a refusal', () => {
  it.each([
    [400, { detail: 'userName is too long', scimType: 'invalidValue' }, 'scim-invalid', 'userName is too long'],
    [400, { scimType: 'uniqueness', detail: ['Taken.', 'Twice.'] }, 'scim-conflict', 'Taken. Twice.'],
    [403, 'Forbidden', 'scim-forbidden', 'Forbidden'],
    [404, '', 'scim-address', null],
    [405, '', 'scim-unsupported', null],
    [409, '"taken"', 'scim-conflict', 'taken'],
    [412, '', 'scim-changed', null],
    [418, '', 'scim-invalid', null],
    [207, '', 'scim-reply', null],
    [500, '<html><head><title>x</title></head><body><h1>Oh</h1>no</body></html>', 'scim-server', 'Oh no'],
  ])('with status %d and body %j of a create is %s', async (status, body, code, detail) => {
    const { client } = scripted(() => ({ status, body }))
    expect(await failureOf(client.send(operations.createUser, create))).toMatchObject({ code, status, detail })
  })

  it('never quotes a secret that the service echoes', async () => {
    const { client } = scripted(() => ({
      status: 400,
      body: `<p>No route /tokens/${pathToken}/Users for ${accessToken}</p>`,
    }))
    const error = await failureOf(client.send(operations.createUser, create))
    expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toMatch(
      new RegExp(`${pathToken}|${accessToken}`),
    )
  })

  it('is cut short before it is shown', async () => {
    const { client } = scripted(() => ({ status: 400, body: 'words '.repeat(1000) }))
    const { detail } = await failureOf(client.send(operations.createUser, create))
    expect(detail?.length).toBeLessThanOrEqual(200)
  })
})

describe('a busy service', () => {
  it('is waited for as long as it asks, and then gets the request again', async () => {
    const { client, waits } = scripted((_request, number) =>
      number === 1 ? { status: 429, headers: { 'retry-after': '3' } } : { status: 201, body: anna },
    )
    const retries: number[] = []
    const reply = await client.send(operations.createUser, create, { onRetry: ({ wait }) => retries.push(wait) })
    expect(reply.attempts).toBe(2)
    expect(waits).toEqual([3250])
    expect(retries).toEqual([3250])
  })

  it('holds up every request of the connection', async () => {
    const { client, clock } = scripted((_request, number) =>
      number === 1 ? { status: 503, headers: { 'retry-after': '10' } } : { status: 200, body: anna },
    )
    await client.send(operations.getUser, { id: '1' })
    expect(client.gate.opensAt).toBe(clock.now())
  })

  it('is given up after the last attempt, with the wait it asked for', async () => {
    const { client, requests } = scripted(() => ({ status: 429, headers: { 'retry-after': '1' } }), { busyAttempts: 3 })
    expect(await failureOf(client.send(operations.createUser, create))).toMatchObject({
      code: 'scim-rate-limited',
      retryAfter: 1,
      ambiguous: false,
    })
    expect(requests).toHaveLength(3)
  })
})

describe('a write without a usable reply', () => {
  const lost = new MusterError('timeout')

  it('is not sent again blindly', async () => {
    const { client, requests } = scripted(() => lost)
    expect(await failureOf(client.send(operations.createUser, create))).toMatchObject({
      code: 'timeout',
      ambiguous: true,
    })
    expect(requests).toHaveLength(1)
  })

  it('is done when looking shows that it was carried out', async () => {
    const { client, requests } = scripted(() => lost)
    const settle = async () => ({ id: '1', resource: null })
    expect(await client.send(operations.createUser, create, { settle })).toEqual({
      value: { id: '1', resource: null },
      status: null,
      etag: null,
      attempts: 1,
    })
    expect(requests).toHaveLength(1)
  })

  it('is sent again when looking shows that it was not', async () => {
    const { client } = scripted((_request, number) => (number === 1 ? lost : { status: 201, body: anna }))
    const reply = await client.send(operations.createUser, create, { settle: async () => null })
    expect(reply).toMatchObject({ status: 201, attempts: 2 })
  })

  it('is looked for as long as a service may take to show it, before it is sent again', async () => {
    const { client, clock } = scripted((_request, number) => (number === 1 ? lost : { status: 201, body: anna }))
    const began = clock.now()
    let shows = 0
    const settle = async () => {
      shows = clock.now() - began
      return shows >= 2000 ? { id: '1', resource: null } : null
    }
    expect(await client.send(operations.createUser, create, { settle })).toMatchObject({ status: null, attempts: 1 })
    expect(shows).toBeGreaterThanOrEqual(2000)
  })

  it('may fail as often although the service was busy before', async () => {
    const statuses = [...Array.from({ length: 8 }, () => 429), 500, 500, 201]
    const { client } = scripted((_request, number) => ({ status: statuses[number - 1] ?? 0, body: anna }))
    const reply = await client.send(operations.createUser, create, { settle: async () => null })
    expect(reply).toMatchObject({ status: 201, attempts: 11 })
  })

  it('is sent again at once where a condition keeps it from being carried out twice', async () => {
    const { client, waits } = scripted((_request, number) => (number === 1 ? lost : { status: 201, body: anna }))
    await client.send(operations.createUser, create, { ifMatch: 'W/"1"', settle: async () => null })
    expect(waits).toHaveLength(1)
  })

  it('looks again when the second try collides with the first, which showed late', async () => {
    const { client } = scripted((_request, number) => (number === 1 ? lost : { status: 409 }))
    const found = [null, { id: '1', resource: null }]
    const reply = await client.send(operations.createUser, create, { settle: async () => found.shift() ?? null })
    expect(reply.value.id).toBe('1')
  })

  it('is a plain conflict when the second try collides with somebody else', async () => {
    const { client, requests } = scripted((_request, number) => (number === 1 ? lost : { status: 409 }))
    const sending = client.send(operations.createUser, create, { settle: async () => null })
    expect(await failureOf(sending)).toMatchObject({ code: 'scim-conflict', ambiguous: false })
    expect(requests).toHaveLength(2)
  })

  it('stays in doubt when even looking fails', async () => {
    const { client } = scripted(() => lost)
    const settle = async () => {
      throw new MusterError('session-expired')
    }
    expect(await failureOf(client.send(operations.createUser, create, { settle }))).toMatchObject({
      code: 'session-expired',
      ambiguous: true,
    })
  })

  it('is one when the reply says success and is cut off', async () => {
    const { client } = scripted(() => ({ status: 201, body: '{"id":"1","userNa' }))
    expect(await failureOf(client.send(operations.createUser, create))).toMatchObject({
      code: 'scim-reply',
      detail: 'The reply is cut off or is not valid JSON.',
      ambiguous: true,
    })
  })
})

it('a write that never left for want of an access token is not in doubt', async () => {
  const { client, requests } = scripted(() => ({ status: 401 }), {}, new MusterError('unreachable'))
  const error = await failureOf(client.send(operations.createUser, create))
  expect(error).toMatchObject({ code: 'unreachable', ambiguous: false })
  expect(requests.length).toBeGreaterThan(0)
})

describe('a read without a usable reply', () => {
  it('is sent again until it comes', async () => {
    const { client } = scripted((_request, number) =>
      number < 4 ? new MusterError('timeout') : { status: 200, body: anna },
    )
    expect((await client.send(operations.getUser, { id: '1' })).attempts).toBe(4)
  })

  it.each([
    ['', 'The reply is empty.'],
    ['<html><body>Sign in</body></html>', 'The reply is not JSON: Sign in'],
    ['[]', 'The reply is JSON but not what was asked for.'],
  ])('fails when it is %j', async (body, detail) => {
    const { client } = scripted(() => ({ status: 200, body }))
    expect(await failureOf(client.send(operations.getUser, { id: '1' }))).toMatchObject({ code: 'scim-reply', detail })
  })
})

describe('evidence', () => {
  it('keeps every request with its reply and no secret', async () => {
    const { client } = scripted((_request, number) =>
      number === 1
        ? { status: 401, body: `bad ${accessToken}` }
        : { status: 201, body: { ...anna, meta: { location: `https://scim.test/tokens/${pathToken}/Users/1` } } },
    )
    const exchanges: Exchange[] = []
    await client.send(operations.createUser, create, { onExchange: (exchange) => exchanges.push(exchange) })
    expect(exchanges.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 401],
      [2, 201],
    ])
    expect(exchanges[0]).toMatchObject({
      method: 'POST',
      path: '/tokens/••••f7f4/scim/v2/Users',
      requestBody: `{"schemas":["${userUrn}"],"userName":"anna@x.test"}`,
    })
    expect(JSON.stringify(exchanges)).not.toMatch(new RegExp(`${pathToken}|${accessToken}`))
  })

  it('says that no reply came', async () => {
    const { client } = scripted(() => new MusterError('timeout'), { attempts: 1 })
    const exchanges: Exchange[] = []
    await failureOf(
      client.send(operations.getUser, { id: '1' }, { onExchange: (exchange) => exchanges.push(exchange) }),
    )
    expect(exchanges).toMatchObject([{ status: null, responseBody: null, duration: null }])
  })
})

it('a request that was called off is not sent again and not blamed on the service', async () => {
  const stop = new AbortController()
  const reason = new Error('stopped')
  const { client, requests } = scripted(() => {
    stop.abort(reason)
    return new MusterError('timeout')
  })
  await expect(client.send(operations.getUser, { id: '1' }, { signal: stop.signal })).rejects.toBeDefined()
  expect(requests).toHaveLength(1)
})
