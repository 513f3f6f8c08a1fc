import type { Http } from '../ports.ts'

/** The part of a `fetch` call that openid-client makes (its `customFetch`). */
export interface FetchOptions {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Statuses whose Response must not have a body (Fetch standard, "null body status"). */
const withoutBody: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/**
 * A `fetch` for libraries that want one, on the same rules as every other request: the time limit, the size limit, no
 * cookies and no redirects of {@link Http}. It takes form and text bodies only.
 * @throws MusterError as Http does; the signal's reason when it aborts.
 */
export function fetchOn(http: Http): (url: string, options: FetchOptions) => Promise<Response> {
  return async (url, { method, headers, body, signal }) => {
    const reply = await http({ method, url, headers, ...asBody(body), ...(signal ? { signal } : {}) })
    return new Response(withoutBody.has(reply.status) ? null : reply.text, {
      status: reply.status,
      headers: reply.headers,
    })
  }
}

function asBody(body: unknown): { body?: string } {
  if (body === undefined || body === null) return {}
  if (typeof body === 'string' || body instanceof URLSearchParams) return { body: body.toString() }
  throw new TypeError('Only form and text bodies are sent.')
}
