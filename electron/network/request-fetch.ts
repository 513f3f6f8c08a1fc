import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron'
import { MusterError } from '../../shared/errors.ts'
import type { Fetch } from '../net/http.ts'
import type { ClientCertificates } from './client-certificates.ts'
import type { ProxySignIn } from './proxy-sign-ins.ts'

/** What {@link requestFetch} needs. */
export interface RequestFetchParts {
  /** Electron’s `net.request`. */
  readonly request: (options: ClientRequestConstructorOptions) => ClientRequest
  /** The session to make the next request in. */
  readonly session: () => Session
  readonly certificates: Pick<ClientCertificates, 'enter' | 'failure' | 'check'>
  /** The sign-in for a proxy, `host:port`; null when there is none. */
  readonly signInTo: (proxy: string) => Promise<ProxySignIn | null>
}

/**
 * A `fetch` on Electron’s `net.request`, not on its `fetch`: only the former asks who signs in to a proxy. No cookies are
 * sent, no redirect is followed, and no server is signed in to by the network stack.
 * @throws MusterError `proxy-credentials` when a proxy wants a sign-in that is not there or is not accepted,
 *   `client-certificate-…` when a server wants a certificate of this computer and does not get the right one,
 *   `redirect-refused`; else what Electron says.
 */
export const requestFetch = (parts: RequestFetchParts): Fetch => {
  const send = sendBy(parts)
  const { certificates } = parts
  return async (address, init) => {
    const url = new URL(address)
    const leave = await certificates.enter(url, init.signal)
    try {
      const reply = await send(address, init)
      certificates.check(url, reply)
      return reply
    } catch (error) {
      throw certificates.failure(url, error)
    } finally {
      leave()
    }
  }
}

const sendBy =
  ({ request, session, signInTo }: RequestFetchParts): Fetch =>
  (url, { method = 'GET', headers, body, signal }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    // Without `credentials`, since `omit` would leave out the proxy’s question too; cookies stay away all the same.
    const asking = request({ url, method, session: session(), redirect: 'manual', cache: 'no-store' })
    /** The proxy that was not content with what it was told. */
    let wanting: string | null = null
    let told = false
    const fail = (error: unknown) =>
      reject(wanting === null ? error : new MusterError('proxy-credentials', { where: wanting }))
    const stop = () => {
      reject(signal?.reason)
      asking.abort()
    }
    const ended = () => signal?.removeEventListener('abort', stop)
    signal?.addEventListener('abort', stop, { once: true })

    asking.on('login', ({ isProxy, host, port }, answer) => {
      if (!isProxy) return answer()
      const proxy = `${host}:${port}`
      signInTo(proxy).then((signIn) => {
        if (signIn === null || told) {
          wanting = proxy
          answer()
        } else {
          told = true
          answer(signIn.user, signIn.password)
        }
      }, fail)
    })
    asking.on('redirect', (status) => {
      reject(new MusterError('redirect-refused', { where: new URL(url).host, status }))
      asking.abort()
    })
    asking.on('error', fail)
    asking.on('close', ended)
    asking.on('response', (reply) => {
      if (reply.statusCode === 407) fail(new MusterError('proxy-credentials'))
      else resolve(responseOf(reply))
    })
    for (const [name, value] of new Headers(headers)) asking.setHeader(name, value)
    if (typeof body === 'string') asking.write(body)
    asking.end()
    return promise
  }

/** Statuses whose Response must not have a body (Fetch standard, “null body status”). */
const withoutBody: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

function responseOf(reply: IncomingMessage): Response {
  const headers = new Headers()
  for (const [name, values] of Object.entries(reply.headers)) {
    for (const value of [values].flat()) headers.append(name, value)
  }
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      reply.on('data', (chunk) => controller.enqueue(chunk))
      reply.on('end', () => controller.close())
      reply.on('aborted', () => controller.error(new Error('net::ERR_CONNECTION_CLOSED')))
      reply.on('error', (error: Error) => controller.error(error))
    },
  })
  const { statusCode: status } = reply
  return new Response(withoutBody.has(status) ? null : stream, { status, headers })
}
