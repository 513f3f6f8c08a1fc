import { MusterError } from '../../shared/errors.ts'
import type { Http, HttpReply, HttpRequest, Redactor } from '../ports.ts'
import { networkError } from './network-error.ts'

/** The standard `fetch`, as Electron's `net.fetch` and Node offer it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What {@link createHttp} needs. */
export interface HttpParts {
  readonly fetch: Fetch
  /** Takes secrets, the path token first, out of the address that an error names. */
  readonly redactor: Pick<Redactor, 'clean'>
  /** Most bytes of a reply, after decompression; 32 MB when left out. */
  readonly maxBytes?: number
}

/** Milliseconds until the whole reply has to be there. */
const defaultTimeout = 30_000
/** Two hundred times what a full page of accounts takes. */
const defaultMaxBytes = 32 * 1024 * 1024

/** The redirects of RFC 9110 section 15.4. Status 0 is a redirect that a browser's fetch hides from its caller. */
const redirects: ReadonlySet<number> = new Set([0, 301, 302, 303, 307, 308])

/** An {@link Http} on a `fetch`: whole reply under one time limit, no cookies, no cache, no redirects, a size limit. */
export function createHttp({ fetch, redactor, maxBytes = defaultMaxBytes }: HttpParts): Http {
  return async (request) => {
    const url = new URL(request.url)
    const where = redactor.clean(url.host + url.pathname)
    const limit = new AbortController()
    // Own wiring instead of AbortSignal.any: a run's signal lives through 100,000 requests and must not collect them all.
    const stop = () => limit.abort(request.signal?.reason)
    if (request.signal?.aborted) stop()
    request.signal?.addEventListener('abort', stop, { once: true })
    const timer = setTimeout(
      () => limit.abort(new MusterError('timeout', { where })),
      request.timeout ?? defaultTimeout,
    )
    try {
      limit.signal.throwIfAborted()
      return await orAborted(send(fetch, request, { where, maxBytes, signal: limit.signal }), limit.signal)
    } catch (error) {
      if (limit.signal.aborted) throw limit.signal.reason
      throw networkError(error, where)
    } finally {
      clearTimeout(timer)
      request.signal?.removeEventListener('abort', stop)
    }
  }
}

interface Limits {
  readonly where: string
  readonly maxBytes: number
  readonly signal: AbortSignal
}

async function send(fetch: Fetch, request: HttpRequest, limits: Limits): Promise<HttpReply> {
  const response = await fetch(request.url, {
    method: request.method,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal: limits.signal,
    ...(request.headers ? { headers: { ...request.headers } } : {}),
    ...(request.body === undefined ? {} : { body: request.body }),
  })
  if (redirects.has(response.status)) {
    discard(response)
    throw new MusterError('redirect-refused', { where: limits.where, status: response.status })
  }
  return { status: response.status, headers: response.headers, text: await readText(response, limits) }
}

async function readText(response: Response, { where, maxBytes }: Limits): Promise<string> {
  const tooLarge = () => new MusterError('reply-too-large', { where, status: response.status })
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    discard(response)
    throw tooLarge()
  }
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new TextDecoder().decode(Buffer.concat(chunks))
    bytes += value.byteLength
    if (bytes > maxBytes) {
      reader.cancel().catch(ignore)
      throw tooLarge()
    }
    chunks.push(value)
  }
}

/** Settles as `work` does, or rejects when the signal aborts, even if `work` is slow to heed the signal itself. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  return promise
}

function discard(response: Response): void {
  response.body?.cancel().catch(ignore)
}

/** The reply is thrown away; that cancelling it can fail as well changes nothing. */
const ignore = () => {}
