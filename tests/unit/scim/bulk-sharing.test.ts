import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../../electron/ports.ts'
import type { BulkFact, BulkLimits } from '../../../electron/scim/bulk-limits.ts'
import type { SendOptions } from '../../../electron/scim/client.ts'
import type { Pace } from '../../../electron/scim/pace.ts'
import { MusterError } from '../../../shared/errors.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { Exchange } from '../../../shared/model/run.ts'
import type { Written } from '../../../shared/scim/operation.ts'
import { operations } from '../../../shared/scim/operations.ts'
import type { ScimUser } from '../../../shared/scim/schemas.ts'
import { type Answer, pathToken, scripted } from './scripted-service.ts'

/** Lets one request through at a time, so that writes gather. */
function onePlace(): Pace & { slowed: number } {
  const queue: (() => void)[] = []
  let isFree = true
  return {
    limit: 1,
    slowed: 0,
    enter: (signal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      signal?.addEventListener('abort', () => reject(signal.reason))
      if (isFree) resolve()
      else queue.push(resolve)
      isFree = false
      return promise
    },
    leave: () => {
      const next = queue.shift()
      isFree = next === undefined
      next?.()
    },
    slowDown() {
      this.slowed++
    },
  }
}

interface Part {
  method: string
  path: string
  bulkId: string
  version?: string
  data?: { userName?: string }
}
const isBulk = ({ url }: HttpRequest) => url.endsWith('/Bulk')
const partsOf = ({ body = '{}' }: HttpRequest): Part[] => JSON.parse(body).Operations
const done = ({ method, bulkId, data }: Part): Json => ({
  method,
  bulkId,
  status: method === 'POST' ? '201' : '204',
  ...(method === 'POST' ? { location: `https://scim.test/tokens/${pathToken}/scim/v2/Users/${data?.userName}` } : {}),
  version: 'W/"1"',
})
const all = (request: HttpRequest, say: (part: Part, at: number) => Json | null = done): Answer => ({
  status: 200,
  body: { Operations: partsOf(request).flatMap((part, at) => say(part, at) ?? []) },
})
const aloneDone = (request: HttpRequest): Answer =>
  request.method === 'POST'
    ? { status: 201, headers: { location: `https://scim.test/Users/${JSON.parse(request.body ?? '').userName}` } }
    : { status: 204 }

/** A client on a service with Bulk; writes that are not in a Bulk are done. */
function sharing(
  bulk: (request: HttpRequest, number: number) => Answer,
  limits: BulkLimits | null = { operations: 50, bytes: 1e6 },
) {
  let now = limits
  let bulks = 0
  const facts: BulkFact[] = []
  const service = scripted((request) => (isBulk(request) ? bulk(request, ++bulks) : aloneDone(request)))
  service.client.shareRequests({
    limits: () => now,
    learnt: (fact) => {
      facts.push(fact)
      if (now !== null) now = fact.what === 'bulk' ? null : { ...now, operations: fact.value }
    },
  })
  const pace = onePlace()
  const seen = new Map<string, Exchange[]>()
  const looked: string[] = []
  const there = new Set<string>()
  const create = (userName: string, options: SendOptions<Written<ScimUser>> = {}) =>
    service.client.send(
      operations.createUser,
      { attributes: { userName } },
      {
        pace,
        onExchange: (exchange) => seen.set(userName, [...(seen.get(userName) ?? []), exchange]),
        settle: async () => {
          looked.push(userName)
          return there.has(userName) ? { id: userName, resource: null } : null
        },
        ...options,
      },
    )
  const createAll = (...names: string[]) => Promise.all(names.map((name) => create(name)))
  const sizes = () => service.requests.map((request) => (isBulk(request) ? partsOf(request).length : 1))
  return { ...service, pace, facts, seen, looked, there, create, createAll, sizes }
}

const failureOf = (work: Promise<unknown>): Promise<MusterError> =>
  work.then(
    () => expect.unreachable('It should have failed.'),
    (error) => error,
  )

describe('writes that are under way at the same time', () => {
  it('share a request as soon as there are more of them than places, and each gets its own reply', async () => {
    const { createAll, sizes, requests, seen } = sharing((request) => all(request))
    const replies = await createAll('a', 'b', 'c', 'd')
    expect(sizes()).toEqual([4])
    expect(replies.map(({ value, status, etag }) => [value.id, status, etag])).toEqual([
      ['a', 201, 'W/"1"'],
      ['b', 201, 'W/"1"'],
      ['c', 201, 'W/"1"'],
      ['d', 201, 'W/"1"'],
    ])
    expect(requests[0]).toMatchObject({ method: 'POST', url: `https://scim.test/tokens/${pathToken}/scim/v2/Bulk` })
    const [evidence] = seen.get('c') ?? []
    expect(evidence).toMatchObject({ method: 'POST', attempt: 1, bulk: 4, status: 201 })
    expect(evidence?.path).toMatch(/\/Bulk$/)
    expect(evidence?.requestBody).toContain('"userName":"c"')
    expect(`${evidence?.requestBody}${evidence?.responseBody}`).not.toMatch(/"b"|"d"/)
    expect(JSON.stringify([...seen])).not.toContain(pathToken)
  })

  it('go alone where Bulk is not known to be there, and outside a run', async () => {
    const without = sharing((request) => all(request), null)
    await without.createAll('a', 'b', 'c')
    expect(without.sizes()).toEqual([1, 1, 1])
    const outside = sharing((request) => all(request))
    await Promise.all(['a', 'b', 'c'].map((name) => outside.create(name, { pace: undefined })))
    expect(outside.sizes()).toEqual([1, 1, 1])
  })

  it('end each in its own way', async () => {
    const said: Record<string, Json> = {
      b: { status: 409, response: { detail: 'Taken.' } },
      c: { status: '400', response: { scimType: 'uniqueness' } },
      d: { status: '400', response: { scimType: 'invalidValue', detail: 'Too long.' } },
      e: { status: { code: '201' }, response: { id: '5', userName: 'e' } },
    }
    const { create } = sharing((request) =>
      all(request, (part) => ({ ...Object(said[String(part.data?.userName)]), bulkId: part.bulkId })),
    )
    const [b, c, d, e] = await Promise.allSettled(['b', 'c', 'd', 'e'].map((name) => create(name)))
    expect(b).toMatchObject({ reason: { code: 'scim-conflict', status: 409, detail: 'Taken.', ambiguous: false } })
    expect(c).toMatchObject({ reason: { code: 'scim-conflict', status: 400 } })
    expect(d).toMatchObject({ reason: { code: 'scim-invalid', detail: 'Too long.' } })
    expect(e).toMatchObject({ value: { value: { id: '5', resource: { userName: 'e' } } } })
  })

  it('carry their condition, and never two of one resource at once', async () => {
    const { client, create, pace, requests } = sharing((request) => all(request))
    const remove = (id: string, ifMatch: string | null = null) =>
      client.send(operations.deleteUser, { id }, { pace, ifMatch })
    await Promise.all([create('a'), remove('a/b', 'W/"7"'), remove('x'), remove('x'), remove('y')])
    const bulks = requests.filter(isBulk).map(partsOf)
    expect(bulks[0]).toMatchObject([
      { method: 'POST', path: '/Users', data: { userName: 'a' } },
      { method: 'DELETE', path: '/Users/a%2Fb', version: 'W/"7"' },
      { method: 'DELETE', path: '/Users/x' },
      { method: 'DELETE', path: '/Users/y' },
    ])
    expect(requests.filter(({ method }) => method === 'DELETE').map(({ url }) => url)).toEqual([
      expect.stringMatching(/\/Users\/x$/),
    ])
  })

  it('keep to the operations and the bytes that the service takes', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `n${n}`)
    const few = sharing((request) => all(request), { operations: 3, bytes: 1e6 })
    await few.createAll(...names)
    expect(few.sizes()).toEqual([3, 3, 2])
    const small = sharing((request) => all(request), { operations: 50, bytes: 600 })
    await small.createAll(...names)
    expect(Math.max(...small.sizes())).toBeGreaterThan(1)
    for (const { body = '' } of small.requests) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(600)
    const tiny = sharing((request) => all(request), { operations: 50, bytes: 10 })
    await tiny.createAll(...names)
    expect(tiny.sizes()).toEqual(names.map(() => 1))
  })
})

describe('a Bulk of which it is not known what became', () => {
  const lost = new MusterError('timeout')

  it('is looked up change by change, and what is not there is sent again alone', async () => {
    const { createAll, there, looked, sizes, seen } = sharing(() => lost)
    there.add('b').add('d')
    const replies = await createAll('a', 'b', 'c', 'd')
    expect(replies.map(({ status, attempts }) => [status, attempts])).toEqual([
      [201, 2],
      [null, 1],
      [201, 2],
      [null, 1],
    ])
    expect(new Set(looked)).toEqual(new Set(['a', 'b', 'c', 'd']))
    expect(sizes()).toEqual([4, 1, 1])
    expect(seen.get('c')).toMatchObject([{ bulk: 4, status: null, duration: null }, { status: 201 }])
    expect(seen.get('c')?.[1]?.bulk).toBeUndefined()
  })

  it.each<[string, Json | string]>([
    ['cut off', '{"Operations":[{"bulkId":"2","status":"201"'],
    ['a page', '<!doctype html><p>Please sign in'],
    ['empty', ''],
    ['of another kind', { id: '1', userName: 'b' }],
    ['of wrong types', { Operations: 'all' }],
  ])('since its reply is %s, is looked up too', async (_what, body) => {
    const { createAll, there, looked } = sharing(() => ({ status: 200, body }))
    there.add('b').add('c').add('d')
    const replies = await createAll('b', 'c', 'd')
    expect(replies.map(({ value, status }) => [value.id, status])).toEqual([
      ['b', null],
      ['c', null],
      ['d', null],
    ])
    expect(looked).toEqual(['b', 'c', 'd'])
  })

  it('is looked up only for the changes that the reply leaves out, or gives no status', async () => {
    const { createAll, there, looked, facts } = sharing((request) =>
      all(request, (part, at) => (at === 0 ? done(part) : at === 1 ? { bulkId: part.bulkId, status: 'fine' } : null)),
    )
    there.add('c').add('d')
    const [b, c, d] = await createAll('b', 'c', 'd')
    expect([b?.status, c?.status, d?.status]).toEqual([201, null, null])
    expect(looked).toEqual(['c', 'd'])
    expect(facts).toEqual([
      { what: 'bulkOperations', value: 2, from: 'Of 3 changes in one Bulk, the reply spoke of 2.' },
    ])
  })

  it('fails as ambiguous where nobody can look', async () => {
    const { create } = sharing(() => ({ status: 502, body: 'Bad gateway' }))
    const failures = ['a', 'b'].map((name) => failureOf(create(name, { settle: undefined })))
    for (const failure of await Promise.all(failures)) {
      expect(failure).toMatchObject({ code: 'scim-server', status: 502, ambiguous: true })
    }
  })

  it('is the last but two: a service whose replies to Bulk can never be read is not asked for it again', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `n${n}`)
    const { createAll, there, facts, sizes } = sharing(() => ({ status: 200, body: '<html>' }), {
      operations: 3,
      bytes: 1e6,
    })
    for (const name of names) there.add(name)
    await createAll(...names)
    expect(facts).toEqual([{ what: 'bulk', value: 'no', from: '3 replies to a Bulk in a row could not be read.' }])
    expect(sizes()).toEqual([3, 3, 3, 1, 1, 1])
  })
})

describe('a Bulk that is not carried out', () => {
  it('with 401 is sent again with a new token, once for all', async () => {
    const { createAll, renewed, seen, sizes } = sharing((request, number) =>
      number === 1 ? { status: 401, body: '' } : all(request),
    )
    const replies = await createAll('a', 'b', 'c')
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(renewed).toHaveLength(1)
    expect(sizes()).toEqual([3, 3])
    expect(seen.get('b')?.map(({ status, attempt, bulk }) => [status, attempt, bulk])).toEqual([
      [401, 1, 3],
      [201, 2, 3],
    ])
  })

  it('with 413 is sent in smaller parts, and the size is remembered', async () => {
    const { createAll, facts, sizes } = sharing((request) =>
      partsOf(request).length > 2 ? { status: 413 } : all(request),
    )
    const replies = await createAll('a', 'b', 'c', 'd')
    expect(replies.every(({ status }) => status === 201)).toBe(true)
    expect(sizes()).toEqual([4, 2, 2])
    expect(facts).toEqual([{ what: 'bulkOperations', value: 2, from: 'A Bulk of 4 changes was answered with 413.' }])
  })

  it.each([400, 403, 404, 405, 422, 501])('with %d is sent one by one, and Bulk is not tried again', async (status) => {
    const { createAll, facts, sizes } = sharing(() => ({ status, body: 'No.' }))
    expect((await createAll('a', 'b', 'c')).map(({ status: own }) => own)).toEqual([201, 201, 201])
    await createAll('d', 'e', 'f')
    expect(sizes()).toEqual([3, 1, 1, 1, 1, 1, 1])
    expect(facts).toEqual([{ what: 'bulk', value: 'no', from: `A Bulk was answered with ${status}.` }])
  })

  it('since it is redirected, is sent one by one', async () => {
    const { createAll, facts, sizes } = sharing(() => new MusterError('redirect-refused', { status: 302 }))
    await createAll('a', 'b', 'c')
    expect(sizes()).toEqual([3, 1, 1, 1])
    expect(facts).toEqual([{ what: 'bulk', value: 'no', from: 'A Bulk was answered with a redirect.' }])
  })

  it('is sent one by one although the limits stay as they were', async () => {
    for (const status of [404, 413]) {
      const { client, create, sizes } = sharing(() => ({ status }))
      client.shareRequests({ limits: () => ({ operations: 50, bytes: 1e6 }), learnt: () => {} })
      await Promise.all(['a', 'b', 'c'].map((name) => create(name)))
      expect(sizes()).toEqual([3, 1, 1, 1])
    }
  })

  it.each([
    ['as a whole', (): Answer => ({ status: 429, headers: { 'retry-after': '3' } })],
    ['for each change', (request: HttpRequest) => all(request, ({ bulkId }) => ({ bulkId, status: '429' }))],
  ])('since the service is busy, %s, slows down once, and is sent again together', async (_how, busy) => {
    const { createAll, pace, looked, sizes } = sharing((request, number) =>
      number === 1 ? busy(request) : all(request),
    )
    const replies = await createAll('a', 'b', 'c', 'd')
    expect(replies.every(({ status }) => status === 201)).toBe(true)
    expect(pace.slowed).toBe(1)
    expect(looked).toEqual([])
    expect(sizes()[0]).toBe(4)
    expect(
      sizes()
        .slice(1)
        .reduce((sum, size) => sum + size, 0),
    ).toBe(4)
    expect(sizes().length).toBeLessThan(5)
  })
})

describe('writes that wait for company', () => {
  it('are not sent once the run is stopped', async () => {
    const stopped = new MusterError('run-stopped')
    let isStopped = false
    const { create, sizes, seen } = sharing((request) => all(request))
    const hold = async () => {
      if (isStopped) throw stopped
    }
    const first = create('a', { hold })
    const others = ['b', 'c', 'd'].map((name) => failureOf(create(name, { hold })))
    isStopped = true
    expect(await failureOf(first)).toBe(stopped)
    expect(await Promise.all(others)).toEqual([stopped, stopped, stopped])
    expect(sizes()).toEqual([])
    expect(seen.size).toBe(0)
  })

  it('wait on while the run is paused, and then go together', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { create, sizes } = sharing((request) => all(request))
    const all3 = Promise.all(['a', 'b', 'c'].map((name) => create(name, { hold: () => promise })))
    await new Promise((next) => setTimeout(next, 5))
    expect(sizes()).toEqual([])
    resolve()
    await all3
    expect(sizes()).toEqual([3])
  })

  it('leave alone the others when one of them is no longer wanted', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const end = new AbortController()
    const { create, requests } = sharing((request) => all(request))
    const kept = ['a', 'b'].map((name) => create(name, { hold: () => promise }))
    const unwanted = failureOf(create('c', { hold: () => promise, signal: end.signal }))
    end.abort(new MusterError('run-stopped'))
    expect(await unwanted).toMatchObject({ code: 'run-stopped' })
    resolve()
    await Promise.all(kept)
    expect(requests.map(({ body }) => body).join()).not.toContain('"c"')
  })
})
