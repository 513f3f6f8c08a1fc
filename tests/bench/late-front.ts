import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A front of a server through which every reply comes late. */
export interface LateFront {
  /** Its origin, to be used in place of the server's. */
  readonly origin: string
  close(): void
}

/**
 * Puts the distance of a cloud between a client and a server on loopback: bytes of the server arrive `delay` milliseconds
 * late, as many connections at once as the client opens. It looks at no byte, so it costs both sides next to nothing.
 */
export async function openLateFront(origin: string, delay: number): Promise<LateFront> {
  const { hostname, port } = new URL(origin)
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: hostname, port: Number(port), noDelay: true })
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      // The other end notices as soon as one of them goes, however it goes.
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    client.pipe(upstream)
    upstream.on('data', (bytes) => setTimeout(() => client.write(bytes), delay))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The front has no port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
