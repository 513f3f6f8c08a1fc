import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import type { AccessTokens } from '../../electron/ports.ts'
import { learnCapabilities } from '../../electron/scim/capabilities.ts'
import type { ScimClient } from '../../electron/scim/client.ts'
import { readAll } from '../../electron/scim/paging.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { operations } from '../../shared/scim/operations.ts'
import { clientAt } from './scim-tenant.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, number: number) => void

const pathToken = '0f0f0f0f-1111-2222-3333-44444444abcd'
const accessToken = 'an-access-token-of-the-admin'
const tokens: AccessTokens = { current: async () => accessToken, renew: async () => accessToken }
const running: Server[] = []

/** A client on a service that answers every request by `handler`, and the number of requests it got. */
async function serving(handler: Handler): Promise<{ client: ScimClient; count: () => number; origin: string }> {
  let number = 0
  const server = createServer((request, response) => {
    request.resume()
    handler(request, response, ++number)
  })
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const client = clientAt(origin, pathToken, tokens, { limits: { attempts: 2, base: 1 } })
  return { client, count: () => number, origin }
}

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

const text = (status: number, body: string, type = 'application/scim+json'): Handler => {
  return (_request, response) => response.writeHead(status, { 'content-type': type }).end(body)
}
const list = (ids: readonly string[], total: number) =>
  JSON.stringify({ totalResults: total, Resources: ids.map((id) => ({ id, userName: id })) })
const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `a${from + index}`)

/** Every bad reply to a write, and whether the write may have been carried out. */
const badReplies: readonly [name: string, handler: Handler, code: ErrorCode, ambiguous: boolean][] = [
  ['truncated JSON', text(201, '{"id":"1","userName":"an'), 'scim-reply', true],
  ['a JSON text', text(201, '"created"'), 'scim-reply', true],
  ['a JSON array', text(201, '[{"id":"1"}]'), 'scim-reply', true],
  [
    'a page for a person',
    text(200, '<!doctype html><title>Sign in</title><p>Please sign in', 'text/html'),
    'scim-reply',
    true,
  ],
  ['a reply of forty megabytes', text(201, 'x'.repeat(40 * 1024 * 1024)), 'reply-too-large', true],
  [
    'less than it announced',
    (_request, response) => {
      response.writeHead(201, { 'content-length': '500' })
      response.write('{"id":')
      setTimeout(() => response.destroy(), 20)
    },
    'unreachable',
    true,
  ],
  ['no reply but a closed connection', (request) => request.socket.destroy(), 'unreachable', true],
  ['a gateway that gave up', text(504, '<h1>504 Gateway Time-out</h1>', 'text/html'), 'scim-server', true],
  [
    'a redirect',
    (_request, response) => response.writeHead(302, { location: 'https://elsewhere.test/Users' }).end(),
    'redirect-refused',
    false,
  ],
  ['a refusal that is not SCIM', text(400, '<b>Bad &nbsp; request</b>', 'text/html'), 'scim-invalid', false],
  ['a refusal with wrong types', text(409, '{"detail":{"x":1},"status":{},"scimType":7}'), 'scim-conflict', false],
  ['a refusal that is nothing', text(403, ''), 'scim-forbidden', false],
]

describe('a create that is answered with', () => {
  it.each(badReplies)('%s ends in a named error', async (_name, handler, code, ambiguous) => {
    const { client, count } = await serving(handler)
    const sending = client.send(operations.createUser, { attributes: { userName: 'anna' } }, { timeout: 5000 })
    await expect(sending).rejects.toMatchObject({ code, ambiguous })
    expect(count()).toBe(1)
  })

  it('nothing at all ends when the time is up', async () => {
    const { client } = await serving(() => {})
    const sending = client.send(operations.createUser, { attributes: { userName: 'anna' } }, { timeout: 100 })
    await expect(sending).rejects.toMatchObject({ code: 'timeout', ambiguous: true })
  })

  it('a wrong content type but the right body is done', async () => {
    const { client } = await serving(text(201, '\uFEFF{"id":"1","userName":"anna"}', 'text/plain'))
    expect((await client.send(operations.createUser, { attributes: { userName: 'anna' } })).value.id).toBe('1')
  })

  it.each([...badReplies, ['an echo of the request', () => {}, 'scim-invalid', false] as const])(
    '%s leaves no secret in the error',
    async (name, handler) => {
      const echo: Handler = (request, response) =>
        response.writeHead(400).end(`<p>${request.url} ${request.headers.authorization}</p>`)
      const { client } = await serving(name.startsWith('an echo') ? echo : handler)
      const error: unknown = await client
        .send(operations.createUser, { attributes: {} }, { timeout: 5000 })
        .catch((caught) => caught)
      expect(error).toBeInstanceOf(Error)
      const shown = error instanceof Error ? `${JSON.stringify(error)}${error.message}${error.stack}` : ''
      expect(shown).not.toContain(pathToken)
      expect(shown).not.toContain(accessToken)
    },
  )
})

it('a service that is not there never got the write, so it is not in doubt', async () => {
  const { client } = await serving(() => {})
  for (const server of running.splice(0)) await new Promise((resolve) => server.close(resolve))
  const sending = client.send(operations.createUser, { attributes: { userName: 'anna' } })
  await expect(sending).rejects.toMatchObject({ code: 'unreachable', ambiguous: false })
})

describe('a list that is answered with', () => {
  const read = async (client: ScimClient) => {
    const ids: string[] = []
    for await (const { resources, end } of readAll(client, operations.listUsers, { most: 3000 })) {
      ids.push(...resources.map(({ id }) => id))
      if (end !== null) return { ids, end }
    }
    return null
  }
  const startOf = ({ url }: IncomingMessage) => Number(new URL(url ?? '', 'http://x').searchParams.get('startIndex'))

  it('endless pages is given up and said to be incomplete', async () => {
    const { client } = await serving((request, response) => {
      const start = startOf(request)
      response.end(list(many(100, start), start + 500))
    })
    const result = await read(client)
    expect(result?.ids.length).toBeGreaterThanOrEqual(3000)
    expect(result?.end).toMatchObject({ complete: false })
  })

  it('repeated pages is said to be incomplete', async () => {
    const { client, count } = await serving((_request, response) => response.end(list(many(100), 100_000)))
    expect(await read(client)).toMatchObject({ end: { complete: false, pages: false } })
    expect(count()).toBe(2)
  })

  it('entries of every wrong type keeps the right ones', async () => {
    const entries = [
      { id: 'a', userName: ['x'], emails: 'x', name: 3, active: 'maybe' },
      7,
      null,
      'b',
      { id: { x: 1 } },
      [],
    ]
    const { client } = await serving((request, response) =>
      response.end(JSON.stringify({ totalResults: 6, Resources: startOf(request) > 1 ? [] : entries })),
    )
    expect(await read(client)).toMatchObject({ ids: ['a'], end: { complete: false } })
  })

  it('one page of ten megabytes is read', async () => {
    const Resources = many(99).map((id) => ({ id, userName: id, title: 'x'.repeat(105_000) }))
    const { client } = await serving((request, response) =>
      response.end(JSON.stringify({ totalResults: 99, Resources: startOf(request) > 1 ? [] : Resources })),
    )
    expect(await read(client)).toMatchObject({ end: { complete: true } })
  })
})

it('learning about a service that answers everything with a page for people fails by name', async () => {
  const { client } = await serving(text(200, '<html><body>Welcome to our portal</body></html>', 'text/html'))
  await expect(learnCapabilities(client, systemClock)).rejects.toMatchObject({
    code: 'scim-reply',
    detail: 'The reply is not JSON: Welcome to our portal',
  })
})
