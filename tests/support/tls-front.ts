import { readFileSync } from 'node:fs'
import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'

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

/** Which clients a server lets in: those whose certificate this authority (path of a PEM file) has signed. */
export interface AskedClients {
  readonly authority: string
  /** False: it asks, and lets in who shows none. */
  readonly required: boolean
  /** Told of every request: the name in the client's certificate, null without one. */
  readonly onRequest?: (client: string | null) => void
}

/**
 * Starts a TLS server with a certificate (paths of PEM files) in front of the plain server at `origin`. With `clients` it
 * asks for a certificate of theirs.
 */
export async function startTlsFront(
  origin: string,
  { key, cert }: { key: string; cert: string },
  clients?: AskedClients,
): Promise<TlsFront> {
  const asking = clients
    ? { requestCert: true, rejectUnauthorized: clients.required, ca: readFileSync(clients.authority) }
    : {}
  const own = { key: readFileSync(key), cert: readFileSync(cert) }
  const server = createServer({ ...own, ...asking }, (incoming, outgoing) => {
    const { subject } = (incoming.socket as TLSSocket).getPeerCertificate()
    clients?.onRequest?.(subject ? String(subject.CN) : null)
    passOn(origin, incoming, outgoing)
  })
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
