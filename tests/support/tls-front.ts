import { readFileSync } from 'node:fs'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A TLS server that stands in front of a plain one. */
export interface TlsFront {
  readonly port: number
  stop(): Promise<void>
}

/** Passes a request on to a server on this computer, as it is, and its reply back. */
export function passOn(origin: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming
  const asking = request(new URL(url, origin), { method, headers }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(outgoing)
  })
  asking.on('error', () => outgoing.destroy())
  incoming.pipe(asking)
}

/** Starts a TLS server with a certificate (paths of PEM files) in front of the plain server at `origin`. */
export async function startTlsFront(origin: string, { key, cert }: { key: string; cert: string }): Promise<TlsFront> {
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (incoming, outgoing) =>
    passOn(origin, incoming, outgoing),
  )
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
