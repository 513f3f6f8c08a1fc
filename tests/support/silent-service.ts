import { createServer } from 'node:net'

/** A service that takes every connection and never answers. */
export interface SilentService {
  /** Where it is: `http://127.0.0.1:<port>/`. */
  readonly address: string
  /** Takes no more connections, and waits until those there are have been given up. */
  stop(): Promise<void>
}

/** Starts one on a port of the system's choice. */
export async function startSilentService(): Promise<SilentService> {
  // One that reads nothing would not notice that a connection was given up.
  const server = createServer((socket) => socket.resume())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const listens = server.address()
  if (listens === null || typeof listens === 'string') throw new Error('The silent service has no port.')
  return {
    address: `http://127.0.0.1:${listens.port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
