import { once } from 'node:events'
import { request } from 'node:http'
import net from 'node:net'
import tls from 'node:tls'
import { type ErrorCode, MusterError } from '../../shared/errors.ts'
import type { ShownCertificate } from '../../shared/model/connection-test.ts'
import { t } from '../../shared/words/text.ts'
import { chainOf } from './certificates.ts'
import { orAborted } from './http.ts'
import { certificateMeaning, networkCode, networkError } from './network-error.ts'
import { firstWay, type Way } from './way.ts'

/** What reaching a server step by step is made of. */
export interface ReachParts {
  /** The way that Electron would take, in the words of a PAC file. */
  readonly proxyFor: (url: string) => Promise<string>
  /** Addresses of a name. */
  readonly addressesOf: (host: string) => Promise<readonly string[]>
  readonly connect: (options: net.TcpNetConnectOpts) => net.Socket
  /** Every certificate authority that is trusted for this connection, as PEM. */
  readonly authorities: () => readonly string[]
  /** What the proxy is told in `Proxy-Authorization`; null while nobody has signed in to it. */
  readonly proxyAuthorization: (proxy: string) => Promise<string | null>
  /**
   * Sends an empty request the way that all others take, to find out whether the server asks for a certificate of this
   * computer; tells the subject of the one that was presented. @throws MusterError `client-certificate-…` and no other
   */
  readonly greet: (url: URL, signal: AbortSignal) => Promise<string | null>
  /** Milliseconds that one step may take; 10,000 when left out. */
  readonly limit?: number
}

/** What a step found. */
export interface Found {
  /** One sentence. */
  readonly said: string
  readonly chain?: ShownCertificate[]
  /** `needless`: there was nothing to do, and what follows goes on; `impossible`: what follows can’t be tried either. */
  readonly skipped?: 'needless' | 'impossible'
}

/** Why a step did not work, with the certificates that were shown. */
export class NotReached extends MusterError {
  readonly chain: ShownCertificate[]

  constructor(code: ErrorCode, where: string, detail: string, chain: ShownCertificate[] = []) {
    super(code, { where, ...(detail === '' ? {} : { detail }) })
    this.chain = chain
  }
}

/**
 * Reaches a server as a request does, but step by step, to be called in this order: the way, the name, TCP, TLS. Nothing is
 * sent but what opens the connection, and one empty request at the end. All of them throw MusterError, or the signal’s reason.
 */
export interface Reach {
  proxy(signal: AbortSignal): Promise<Found>
  name(signal: AbortSignal): Promise<Found>
  tcp(signal: AbortSignal): Promise<Found>
  tls(signal: AbortSignal): Promise<Found>
  /** Closes what is open. */
  end(): void
}

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'https:' ? 443 : 80))

/** Name and port of the server that an address is at: `login.onk2.com:443`. */
export const serverOf = (url: URL): string => `${url.hostname}:${portOf(url)}`

/** See {@link Reach}. */
export function createReach(url: URL, parts: ReachParts): Reach {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = portOf(url)
  const server = serverOf(url)
  let way: Way = { kind: 'direct' }
  let socket: net.Socket | null = null
  const next = () => (way.kind === 'proxy' ? way : { host, port })
  const nextName = () => `${next().host}:${next().port}`

  async function within<T>(work: Promise<T>, signal: AbortSignal, where: string): Promise<T> {
    const limit = AbortSignal.timeout(parts.limit ?? 10_000)
    try {
      return await orAborted(work, AbortSignal.any([signal, limit]))
    } catch (error) {
      signal.throwIfAborted()
      throw reachError(error, where, way)
    }
  }

  async function greeted(signal: AbortSignal, chain: ShownCertificate[]): Promise<string | null> {
    try {
      return await parts.greet(url, signal)
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof MusterError)) throw error
      throw new NotReached(error.code, server, error.detail ?? '', chain)
    }
  }

  return {
    proxy: async (signal) => {
      way = firstWay(await within(parts.proxyFor(url.href), signal, server))
      if (way.kind === 'direct') return { said: t('No proxy: requests go straight to the server.') }
      const proxy = nextName()
      return {
        said:
          way.by === 'socks'
            ? t('Requests go through the SOCKS proxy {proxy}.', { proxy })
            : t('Requests go through the proxy {proxy}.', { proxy }),
      }
    },
    name: async (signal) => {
      const target = next().host
      if (net.isIP(target) !== 0) return { said: t('It is an address, not a name.'), skipped: 'needless' }
      const found = await within(parts.addressesOf(target), signal, target)
      if (found.length === 0) throw new NotReached('name-unknown', target, '')
      const words = [
        t('{target} is {addresses}.', { target, addresses: found.slice(0, 3).join(', ') }),
        ...(way.kind === 'proxy' ? [t('The proxy resolves the server’s own name.')] : []),
      ]
      return { said: words.join(' ') }
    },
    tcp: async (signal) => {
      const opening = parts.connect({ host: next().host, port: next().port })
      socket = opening
      // Whoever waits for the connection hears of it; afterwards the next step does.
      opening.on('error', () => {})
      await within(once(opening, 'connect'), signal, nextName())
      return { said: t('{server} answers.', { server: nextName() }) }
    },
    tls: async (signal) => {
      if (url.protocol !== 'https:')
        return { said: t('Plain HTTP: it never leaves this computer.'), skipped: 'needless' }
      if (!socket) throw new NotReached('unreachable', server, '')
      if (way.kind === 'proxy') {
        if (way.by !== 'http')
          return { said: t('Left to the requests below: the proxy is spoken to otherwise.'), skipped: 'needless' }
        const authorization = await parts.proxyAuthorization(nextName())
        socket = await within(tunnel(socket, server, authorization), signal, nextName())
      }
      const secure = tls.connect({
        socket,
        host,
        ...(net.isIP(host) === 0 ? { servername: host } : {}),
        minVersion: 'TLSv1.2',
        ca: [...parts.authorities()],
        // Judged below, with the chain in hand; nothing is sent over this connection.
        rejectUnauthorized: false,
      })
      secure.on('error', () => {})
      try {
        await within(once(secure, 'secureConnect'), signal, server)
      } catch (error) {
        secure.destroy()
        // A server may break off because it was shown no certificate; only the system's store could have had one.
        await greeted(signal, [])
        throw error
      }
      const chain = chainOf(secure)
      // Node’s declarations call it an Error; it is the code of one.
      const fault = secure.authorizationError === null ? '' : codeOf(secure.authorizationError)
      const protocol = secure.getProtocol() ?? 'TLS'
      secure.destroy()
      if (fault !== '') throw new NotReached(certificateMeaning(fault) ?? 'tls', server, fault, chain)
      const presented = await greeted(signal, chain)
      const words = [
        t('{protocol}; the certificate comes from {issuer}.', { protocol, issuer: chain[0]?.issuer ?? '' }),
        ...(presented === null
          ? []
          : [t('It asked for a certificate of this computer and was shown “{presented}”.', { presented })]),
      ]
      return { said: words.join(' '), chain }
    },
    end: () => void socket?.destroy(),
  }
}

const codeOf = (fault: unknown): string => (typeof fault === 'string' ? fault : (networkCode(fault) ?? 'UNKNOWN'))

/** Asks a proxy for a connection to the server (RFC 9110 section 9.3.6), over the socket that is open to it. */
async function tunnel(socket: net.Socket, server: string, authorization: string | null): Promise<net.Socket> {
  const asking = request({
    method: 'CONNECT',
    path: server,
    headers: { host: server, ...(authorization === null ? {} : { 'proxy-authorization': authorization }) },
    createConnection: () => socket,
  })
  const answered = Promise.withResolvers<net.Socket>()
  asking.once('error', answered.reject)
  asking.once('connect', ({ statusCode = 0 }, tunnelled) => {
    if (statusCode === 200) answered.resolve(tunnelled)
    else answered.reject(refusal(statusCode, socket))
  })
  // A proxy that answers CONNECT like any other request.
  asking.once('response', ({ statusCode = 0 }) => answered.reject(refusal(statusCode, socket)))
  asking.end()
  return answered.promise
}

function refusal(status: number, socket: net.Socket): NotReached {
  socket.destroy()
  return new NotReached(status === 407 ? 'proxy-credentials' : 'proxy-refused', '', `HTTP ${status}`)
}

/** Node’s names of what the network did, where they say more than a request’s failure does. */
const exact: readonly (readonly [RegExp, ErrorCode])[] = [
  [/NOTFOUND|NOT_RESOLVED|ENODATA/, 'name-unknown'],
  [/REFUSED/, 'port-refused'],
  [/^ECONNRESET$|^EPROTO$|^ERR_SSL/, 'encryption-missing'],
]

function reachError(error: unknown, where: string, way: Way): unknown {
  if (error instanceof NotReached) return new NotReached(error.code, where, error.detail ?? '', error.chain)
  const known = networkError(error, where)
  const code = exact.find(([form]) => form.test(known.detail ?? ''))?.[1] ?? known.code
  const atProxy = way.kind === 'proxy' && where === `${way.host}:${way.port}`
  const meant = atProxy && ['port-refused', 'name-unknown', 'timeout', 'unreachable'].includes(code)
  return new NotReached(meant ? 'proxy-unreachable' : code, where, known.detail ?? '')
}
