import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchOn } from '../../../electron/net/fetch.ts'
import { createHttp, type HttpParts } from '../../../electron/net/http.ts'
import { createRedactor } from '../../../electron/redact.ts'

const servers: Server[] = []
const redactor = createRedactor()
redactor.learn('path-token-0001')

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const http = (parts: Partial<HttpParts> = {}) => createHttp({ fetch, redactor, ...parts })

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

describe('one request', () => {
  test('gives status, headers and the whole text, whatever the status', async () => {
    const origin = await serve((request, response) => {
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () =>
        response.writeHead(409, { 'x-one': '1' }).end(`${request.method} ${request.headers.accept} ${body} é`),
      )
    })
    const reply = await http()({ method: 'PATCH', url: `${origin}/a`, headers: { accept: 'text/x' }, body: '{"ü":1}' })
    expect([reply.status, reply.headers.get('x-one'), reply.text]).toEqual([409, '1', 'PATCH text/x {"ü":1} é'])
  })

  test('survives a reply without a body', async () => {
    const origin = await serve((_request, response) => response.writeHead(204).end())
    expect(await http()({ method: 'DELETE', url: origin })).toMatchObject({ status: 204, text: '' })
  })

  test('keeps no cookies and asks past every cache', async () => {
    const seen: (string | undefined)[] = []
    const origin = await serve((request, response) => {
      seen.push(request.headers.cookie, request.headers['cache-control'])
      response.setHeader('set-cookie', 'a=b').end()
    })
    const send = http()
    await send({ method: 'GET', url: origin })
    await send({ method: 'GET', url: origin })
    expect(seen).toEqual([undefined, 'no-cache', undefined, 'no-cache'])
  })

  test.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
    let reached = false
    const elsewhere = await serve((_request, response) => {
      reached = true
      response.end()
    })
    const origin = await serve((_request, response) => response.writeHead(status, { location: elsewhere }).end())
    await expect(http()({ method: 'GET', url: `${origin}/a?b=c` })).rejects.toMatchObject({
      code: 'redirect-refused',
      where: `${origin.slice(7)}/a`,
      status,
    })
    expect(reached).toBe(false)
  })
})

describe('a reply that is too large', () => {
  test('is refused by its announced length', async () => {
    const origin = await serve((_request, response) =>
      response.writeHead(200, { 'content-length': '2000' }).end('x'.repeat(2000)),
    )
    await expect(http({ maxBytes: 1999 })({ method: 'GET', url: origin })).rejects.toMatchObject({
      code: 'reply-too-large',
    })
    expect((await http({ maxBytes: 2000 })({ method: 'GET', url: origin })).text).toHaveLength(2000)
  })

  test('is refused while it comes, when it never ends', async () => {
    let stopped = false
    const origin = await serve((_request, response) => {
      const more = () => {
        if (!response.destroyed) response.write('x'.repeat(65_536), () => setImmediate(more))
      }
      response.on('close', () => {
        stopped = true
      })
      more()
    })
    await expect(http({ maxBytes: 1_000_000 })({ method: 'GET', url: origin })).rejects.toMatchObject({
      code: 'reply-too-large',
    })
    await expect.poll(() => stopped).toBe(true)
  })
})

describe('the time limit', () => {
  test('covers waiting for the reply', async () => {
    const origin = await serve(() => {})
    await expect(http()({ method: 'GET', url: `${origin}/x`, timeout: 50 })).rejects.toMatchObject({ code: 'timeout' })
  })

  test('covers a reply that trickles', async () => {
    const origin = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(timer))
    })
    await expect(http()({ method: 'GET', url: origin, timeout: 100 })).rejects.toMatchObject({ code: 'timeout' })
  })

  test('holds even where fetch does not heed the signal', async () => {
    const deaf = () => new Promise<Response>(() => {})
    await expect(http({ fetch: deaf })({ method: 'GET', url: 'http://x/', timeout: 20 })).rejects.toMatchObject({
      code: 'timeout',
    })
  })
})

describe('cancelling', () => {
  test('rejects with the reason, before and in the middle', async () => {
    const origin = await serve(() => {})
    const reason = new Error('stopped by the admin')
    await expect(http()({ method: 'GET', url: origin, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const abort = new AbortController()
    const sent = http()({ method: 'GET', url: origin, signal: abort.signal })
    setTimeout(() => abort.abort(reason), 20)
    await expect(sent).rejects.toBe(reason)
  })
})

describe('failures of the network', () => {
  test('a closed port is unreachable, and the path token is not in the error', async () => {
    const origin = await serve(() => {})
    servers[0]?.close()
    const sent = http()({ method: 'GET', url: `${origin}/tokens/path-token-0001/scim/v2/Users?filter=x` })
    const error = await sent.catch((reason) => reason)
    expect(error).toMatchObject({ code: 'unreachable', detail: 'ECONNREFUSED' })
    expect(JSON.stringify([error.message, error.where, error.detail])).not.toMatch(/path-token-0001|filter/)
  })

  test('a connection that is cut is unreachable', async () => {
    const origin = await serve((request) => request.socket.destroy())
    await expect(http()({ method: 'GET', url: origin })).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('a server that speaks no TLS is a TLS failure', async () => {
    const origin = await serve((_request, response) => response.end())
    await expect(http()({ method: 'GET', url: origin.replace('http:', 'https:') })).rejects.toMatchObject({
      code: 'tls',
    })
  })
})

describe('the fetch for libraries', () => {
  test('sends forms and gives a Response', async () => {
    const origin = await serve((request, response) => {
      response.writeHead(request.method === 'POST' ? 200 : 204, { 'content-type': 'application/json' })
      request
        .on('data', (part) => response.write(JSON.stringify({ got: String(part) })))
        .on('end', () => response.end())
    })
    const fetched = fetchOn(http())
    const body = new URLSearchParams({ a: 'b c' })
    const response = await fetched(origin, { method: 'POST', headers: {}, body })
    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      200,
      'application/json',
      { got: 'a=b+c' },
    ])
    expect((await fetched(origin, { method: 'GET', headers: {} })).status).toBe(204)
  })

  test('refuses a body that it can’t send unchanged', async () => {
    await expect(fetchOn(http())('http://x/', { method: 'POST', headers: {}, body: new Blob() })).rejects.toThrow(
      TypeError,
    )
  })
})
