import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it came. */
export interface Asked {
  readonly method: string
  /** With query, decoded. */
  readonly path: string
  readonly body: string
}

/** How a reply is spoilt. `carriedOut` lets the service behind do what was asked first. */
export interface Spoil {
  readonly carriedOut: boolean
  readonly reply: (response: ServerResponse) => void
}

/** A service in front of another one that spoils some of its replies. */
export interface Spoiler {
  readonly origin: string
  /** Decides for each request whether its reply is spoilt; null lets it through. */
  spoil: (asked: Asked) => Spoil | null
  stop(): Promise<void>
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Starts a {@link Spoiler} on a free port of loopback; until told otherwise it spoils nothing. */
export async function startSpoiler(target: string): Promise<Spoiler> {
  const forward = (asked: IncomingMessage, body: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', url = '/', headers } = asked
      const { 'transfer-encoding': _chunked, ...rest } = headers
      request(new URL(url, target), { method, headers: { ...rest, host: new URL(target).host } }, resolve)
        .on('error', reject)
        .end(body)
    })
  const handle = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(asked)
    const { method = 'GET', url = '/' } = asked
    const spoilt = spoiler.spoil({ method, path: decodeURIComponent(url.replaceAll('+', ' ')), body })
    if (spoilt !== null && !spoilt.carriedOut) return spoilt.reply(response)
    const answer = await forward(asked, body)
    const text = await textOf(answer)
    if (spoilt !== null) return spoilt.reply(response)
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(text)
  }
  const server = createServer((asked, response) => {
    handle(asked, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo
  const spoiler: Spoiler = {
    origin: `http://127.0.0.1:${port}`,
    spoil: () => null,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return spoiler
}
