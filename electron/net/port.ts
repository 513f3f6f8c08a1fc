import { createServer } from 'node:net'

/** Whether nobody listens on a port of this computer now, found by listening on it for an instant. */
export function portIsFree(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  // A computer without IPv6 has no port there that anybody could use.
  server.once('error', (error) =>
    resolve('code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')),
  )
  server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)))
  return promise
}
