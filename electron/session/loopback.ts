import type { IncomingMessage, ServerResponse } from 'node:http'
import { MusterError } from '../../shared/errors.ts'
import type { Clock } from '../ports.ts'
import { callbackPage, type Ending, pageHeaders } from './callback-page.ts'
import { isExpected, pastedReply } from './callback-request.ts'
import { bindLoopback } from './loopback-server.ts'
import { parseRedirectUri } from './redirect-uri.ts'

/** The browser came back with the right `state`. */
interface Callback {
  /** The redirect URI with the parameters of the reply: a code, or an error. */
  readonly url: URL
  /** Sends the browser on to the page that says how it ended, then lets go of the port. Call it once. */
  answer(ending: Ending): void
}

/** What a {@link Loopback} waits for. */
interface Expected {
  /** The one `state` (RFC 6749 section 10.12) that is let through. */
  readonly state: string
  /** Unix milliseconds at which to give up. */
  readonly deadline: number
  /** Cancels the wait. */
  readonly signal: AbortSignal
}

/** A listener on this computer that a sign-in returns to (RFC 8252 section 7.3). */
export interface Loopback {
  /** The redirect URI as it has to be sent, real port included. */
  readonly redirectUri: string
  /**
   * Waits for the browser. Requests that are not the expected one are refused and the wait goes on.
   * @throws MusterError `signin-timeout`; the signal's reason when cancelled. The listener is closed then.
   */
  callback(expected: Expected): Promise<Callback>
  /**
   * Takes the address that a browser ended at which can't reach this computer, as if it had: same host, path and state, once.
   * @throws MusterError `signin-address`, and the wait goes on; `signin-not-waiting`.
   */
  take(address: string): void
  /** Closes the port and every connection. May be called at any time and more than once. */
  close(): Promise<void>
}

/** Milliseconds that the browser has to fetch its last page. */
const pageGrace = 5_000

/**
 * Opens the listener that the redirect URI of a connection names.
 * @throws MusterError `signin-redirect`, `signin-port-busy`.
 */
export async function openLoopback(redirectUri: string, clock: Clock): Promise<Loopback> {
  const target = parseRedirectUri(redirectUri)
  const server = await bindLoopback(target.addresses, target.port, handle)
  const host = target.host(server.port)
  const uri = target.uri(server.port)
  const closed = new AbortController()
  let waiting: { readonly state: string; arrived(callback: Callback): void } | null = null
  let shown: Ending | null = null

  /** What to do with a request: refuse it with a status, show the last page, or take it as the browser coming back. */
  function judge(request: IncomingMessage, path: string, query: string): 403 | 404 | 405 | Ending | 'callback' {
    if (request.headers.host?.toLowerCase() !== host) return 403
    if (isPartOfPage(request)) return 403
    const page = shown !== null && path === pagePath(shown)
    if (!page && path !== target.path) return 404
    if (request.method !== 'GET') return 405
    if (page && shown) return shown
    return waiting && isExpected(new URLSearchParams(query), waiting.state) ? 'callback' : 403
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s)
    const verdict = judge(request, path, query)
    if (typeof verdict === 'number') {
      refuse(response, verdict)
    } else if (verdict === 'callback') {
      server.keep(request.socket)
      arrive(query, (ending) => answer(response, ending))
    } else {
      response.writeHead(200, { ...pageHeaders, connection: 'close' })
      // The tab has all it needs: the port is free again before anybody looks for it.
      response.on('close', close).end(callbackPage(verdict))
    }
  }

  function arrive(query: string, answered: Callback['answer']): void {
    const url = new URL(uri)
    url.search = query
    waiting?.arrived({ url, answer: answered })
    waiting = null
  }

  function answer(response: ServerResponse, ending: Ending): void {
    shown = ending
    response.writeHead(303, { ...pageHeaders, location: pagePath(ending), connection: 'close' }).end()
    clock.sleep(pageGrace, closed.signal).then(close, () => {})
  }

  async function close(): Promise<void> {
    closed.abort()
    waiting = null
    await server.close()
  }

  return {
    redirectUri: uri,
    close,
    take: (address) => {
      if (waiting === null) throw new MusterError('signin-not-waiting')
      const reply = pastedReply(address, { host, path: target.path }, waiting.state)
      if ('refused' in reply) throw new MusterError('signin-address', { detail: reply.refused })
      // No browser is there to be shown a last page.
      arrive(reply.query, () => void close())
    },
    callback: async ({ state, deadline, signal }) => {
      const { promise, resolve, reject } = Promise.withResolvers<Callback>()
      const cancel = () => reject(signal.reason)
      const over = new AbortController()
      waiting = { state, arrived: resolve }
      if (signal.aborted) cancel()
      signal.addEventListener('abort', cancel, { once: true })
      const tooLate = () => reject(new MusterError('signin-timeout'))
      clock.sleep(Math.max(0, deadline - clock.now()), over.signal).then(tooLate, () => {})
      try {
        return await promise
      } catch (error) {
        await close()
        throw error
      } finally {
        over.abort()
        signal.removeEventListener('abort', cancel)
      }
    },
  }
}

const pagePath = (ending: Ending): string => `/muster-${ending}`

/**
 * True for what a page loads into itself: an image, a frame, a fetch (Fetch Metadata, `Sec-Fetch-Dest`). The browser coming
 * back is a navigation of its own, whoever started it.
 */
function isPartOfPage({ headers }: IncomingMessage): boolean {
  const destination = headers['sec-fetch-dest']
  return destination !== undefined && destination !== 'document'
}

function refuse(response: ServerResponse, status: 403 | 404 | 405): void {
  const headers = { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', connection: 'close' }
  response.writeHead(status, status === 405 ? { ...headers, allow: 'GET' } : headers)
  response.end(status === 404 ? 'Not found.\n' : 'Not accepted.\n')
}
