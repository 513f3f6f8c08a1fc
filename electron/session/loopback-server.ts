import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { MusterError } from '../../shared/errors.ts'

/** One or two HTTP servers on the same port of this computer. */
export interface LoopbackServer {
  readonly port: number
  /** Protects a connection that an answer is still owed to from being dropped in a flood. */
  keep(socket: Socket): void
  /** Stops listening and destroys every connection. */
  close(): Promise<void>
}

/** Open connections at most. Beyond it the oldest goes, so that a flood of silent ones never keeps the browser out. */
const maxSockets = 64
/** Milliseconds a client has to send its request. */
const requestLimit = 10_000
/** How often another free port is tried when the one found is taken in the other address family. */
const maxTries = 5

/**
 * Binds the addresses, on any free port when `port` is 0.
 * @throws MusterError `signin-port-busy` with the port in `where`; `signin-redirect` when no address can be bound.
 */
export async function bindLoopback(
  addresses: readonly string[],
  port: number,
  handle: RequestListener,
): Promise<LoopbackServer> {
  for (let tries = 1; ; tries++) {
    const server = new Group(handle)
    try {
      await server.listen(addresses, port)
      return server
    } catch (error) {
      await server.close()
      const busy = isCode(error, 'EADDRINUSE', 'EACCES')
      if (busy && port === 0 && tries < maxTries) continue
      throw new MusterError(busy ? 'signin-port-busy' : 'signin-redirect', {
        where: port === 0 ? addresses.join(', ') : `port ${port}`,
        cause: error,
      })
    }
  }
}

class Group implements LoopbackServer {
  readonly #handle: RequestListener
  readonly #servers: Server[] = []
  readonly #sockets = new Set<Socket>()
  readonly #kept = new Set<Socket>()
  port = 0

  constructor(handle: RequestListener) {
    this.#handle = handle
  }

  async listen(addresses: readonly string[], port: number): Promise<void> {
    this.port = port
    for (const address of addresses) {
      try {
        await this.#listenOn(address)
      } catch (error) {
        // A computer without IPv6 still has the other address.
        if (!isCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT') || address === addresses[0]) throw error
      }
    }
  }

  async #listenOn(address: string): Promise<void> {
    const server = createServer(
      { headersTimeout: requestLimit, requestTimeout: requestLimit, connectionsCheckingInterval: 1_000 },
      this.#handle,
    )
    server.on('connection', (socket) => this.#track(socket))
    server.on('clientError', (_error, socket) => socket.destroy())
    this.#servers.push(server)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    server.once('error', reject)
    server.listen({ host: address, port: this.port, exclusive: true }, resolve)
    await promise
    this.port = (server.address() as AddressInfo).port
  }

  #track(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    if (this.#sockets.size <= maxSockets) return
    const oldest = [...this.#sockets].find((one) => !this.#kept.has(one))
    oldest?.destroy()
  }

  keep(socket: Socket): void {
    this.#kept.add(socket)
  }

  async close(): Promise<void> {
    const closing = this.#servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))
    for (const socket of this.#sockets) socket.destroy()
    await Promise.all(closing)
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}
