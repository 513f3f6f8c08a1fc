import { type AddressInfo, createServer } from 'node:net'

/** A service on this computer that takes every connection and never answers. */
export interface SilentService {
  readonly port: number
  /** Takes no more connections, and waits until those there are have been given up. */
  stop(): Promise<void>
}

/** Starts one on a port of the system's choice. */
export async function startSilentService(): Promise<SilentService> {
  // One that reads nothing would not notice that a connection was given up.
  const server = createServer((socket) => socket.resume())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
