import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { TestAuthority } from './certificates.ts'
import { passOn } from './tls-front.ts'

/** A forward proxy as companies have them. */
export interface ForwardProxy {
  readonly port: number
  /** Every server that a connection was asked for and given, `host:port`, in order. */
  readonly passed: string[]
  /** How often it answered 407. */
  readonly refused: () => number
  /** Asks for another sign-in from now on; null for none. */
  setSignIn(signIn: ProxySignIn | null): void
  stop(): Promise<void>
}

/** Who may use the proxy, by Basic (RFC 7617). */
export interface ProxySignIn {
  readonly user: string
  readonly password: string
}

/** What a {@link ForwardProxy} is started with. */
export interface ForwardProxyOptions {
  readonly signIn?: ProxySignIn
  /** Servers that the proxy knows and nobody else does: `host:port` to a port of this computer. */
  readonly routes: Readonly<Record<string, number>>
  /**
   * Inspects TLS: it answers in the server's place with a certificate of this authority, and passes what it reads on to
   * the plain server on this computer. Without it, connections are tunnelled as they are.
   */
  readonly inspect?: Pick<TestAuthority, 'certificate'>
}

const challenge = 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Corporate proxy"\r\n'

/** Starts a proxy that takes CONNECT (RFC 9110 section 9.3.6); a server that has no route answers 403. */
export async function startForwardProxy(options: ForwardProxyOptions): Promise<ForwardProxy> {
  const { routes, inspect } = options
  let signIn = options.signIn ?? null
  let refused = 0
  const passed: string[] = []
  const sockets = new Set<Socket>()

  const mayPass = ({ headers }: IncomingMessage): boolean =>
    signIn === null ||
    headers['proxy-authorization'] === `Basic ${Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64')}`

  /** Reads inside of the TLS that it has taken off. */
  const inside = createServer((incoming, outgoing) => passOn(originOf(incoming.headers.host ?? ''), incoming, outgoing))
  const originOf = (host: string) => `http://127.0.0.1:${routes[host.includes(':') ? host : `${host}:443`]}`

  const server = createServer((_incoming, outgoing) => outgoing.writeHead(405).end())
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
  })
  server.on('connect', (incoming, socket: Socket, head) => {
    const target = incoming.url ?? ''
    const port = routes[target]
    if (!mayPass(incoming)) {
      refused += 1
      socket.end(`${challenge}Content-Length: 0\r\nConnection: close\r\n\r\n`)
    } else if (port === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    } else {
      passed.push(target)
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.unshift(head)
      if (inspect) {
        const { key, cert } = inspect.certificate(`for-${target.replace(/\W/g, '-')}`, [`DNS:${target.split(':')[0]}`])
        const secure = new TLSSocket(socket, { isServer: true, key: readFileSync(key), cert: readFileSync(cert) })
        secure.on('error', () => socket.destroy())
        inside.emit('connection', secure)
      } else {
        const onward = connect(port, '127.0.0.1')
        onward.on('error', () => socket.destroy())
        socket.on('close', () => onward.destroy())
        socket.pipe(onward).pipe(socket)
      }
    }
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    passed,
    refused: () => refused,
    setSignIn: (next) => {
      signIn = next
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      inside.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
