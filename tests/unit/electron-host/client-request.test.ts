import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { clientRequest } from '../../electron-host/parts/client-request.ts'
import { sessionState } from '../../electron-host/parts/session.ts'

const { session } = sessionState('client-request-test')
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A server that cuts the connections of the requests with these numbers instead of answering. */
async function serverThatCuts(...cut: readonly number[]) {
  const asked: string[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    asked.push(`${request.method} ${body}`)
    if (cut.includes(asked.length)) response.destroy()
    else response.end('served')
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const send = (body: string) =>
    new Promise<string>((resolve) => {
      const request = clientRequest({ url, method: 'POST', session })
      request.on('error', (error) => resolve(error.message))
      request.on('response', (reply) => {
        reply.on('data', () => {})
        reply.on('end', () => resolve('served'))
      })
      request.write(body)
      request.end()
    })
  return { asked, send }
}

test('a request on a connection that served before is sent once more when that ends without a reply', async () => {
  const { asked, send } = await serverThatCuts(2)
  expect(await send('one')).toBe('served')
  expect(await send('two')).toBe('served')
  expect(asked).toEqual(['POST one', 'POST two', 'POST two'])
})

test('on a new connection it fails', async () => {
  const { asked, send } = await serverThatCuts(1)
  expect(await send('one')).toBe('net::ERR_CONNECTION_RESET')
  expect(asked).toEqual(['POST one'])
})

test('sent once more on a new connection, it fails there', async () => {
  const { asked, send } = await serverThatCuts(2, 3)
  expect(await send('one')).toBe('served')
  expect(await send('two')).toBe('net::ERR_CONNECTION_RESET')
  expect(asked).toHaveLength(3)
})
