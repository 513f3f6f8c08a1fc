import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/** A port on this computer that notes who comes. */
export interface LoopbackCounter {
  /** `127.0.0.1:port`. */
  readonly host: string
  /** First line of everything that arrived; an empty text for a connection that said nothing. */
  readonly arrivals: string[]
  close(): Promise<void>
}

/** Opens the port. It answers whatever comes with an empty page, so that a request that gets through is seen to. */
export async function startLoopbackCounter(): Promise<LoopbackCounter> {
  const arrivals: string[] = []
  const server = createServer((socket) => {
    const place = arrivals.push('') - 1
    socket.on('error', () => undefined)
    socket.once('data', (data) => {
      arrivals[place] = data.toString('latin1').split('\r\n')[0] ?? ''
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\naccess-control-allow-origin: *\r\nconnection: close\r\n\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    arrivals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
