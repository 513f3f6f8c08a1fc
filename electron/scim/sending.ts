import { MusterError } from '../../shared/errors.ts'
import type { AccessTokens, Clock, Http, HttpReply, Log, Redactor } from '../ports.ts'
import { doubtful, mayHaveArrived } from './retry.ts'

/** What {@link createSending} needs. */
export interface SendingParts {
  readonly http: Http
  readonly tokens: AccessTokens
  /** What comes before the token in the Authorization header (RFC 7617, RFC 6750); Bearer when left out. */
  readonly scheme?: 'Basic' | 'Bearer' | undefined
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  readonly redactor: Pick<Redactor, 'learn'>
}

/** One request that left, and what came back. */
export interface Sent {
  /** Unix milliseconds. */
  readonly at: number
  /** Null when no reply came. */
  readonly reply: HttpReply | null
  /** Milliseconds. */
  readonly duration: number
}

/** One HTTP request, as far as it does not depend on who sends it. */
interface Outgoing {
  readonly method: string
  readonly url: string
  /** Asked at the last moment; what it throws keeps the request from leaving. Null for a request without a body. */
  readonly body: () => string | null
  readonly ifMatch?: string | null | undefined
  readonly signal?: AbortSignal | undefined
  readonly timeout?: number | undefined
  /** Told every request that left. */
  readonly heard: (sent: Sent) => void
}

/** Sends a request with the access token of the connection. */
export type Sending = (outgoing: Outgoing) => Promise<HttpReply>

const scimType = 'application/scim+json'

/**
 * A {@link Sending}. It renews a refused access token once and repeats (a request refused with 401 was not carried out),
 * and falls back to `application/json` for good where a service does not take SCIM's media type.
 * @throws MusterError of the session or the network; the signal's reason when it is aborted.
 */
export function createSending({ http, tokens, scheme = 'Bearer', clock, log, redactor }: SendingParts): Sending {
  let contentType = scimType
  let learnt: string | null = null

  return async (outgoing) => {
    const token = await tokens.current()
    const reply = await once(outgoing, token)
    if (reply.status === 401) return once(outgoing, await tokens.renew(token))
    if (reply.status !== 415 || outgoing.method === 'GET' || contentType !== scimType) return reply
    contentType = 'application/json'
    log.info('The service refuses application/scim+json; application/json is used from now on.')
    return once(outgoing, token)
  }

  async function once(outgoing: Outgoing, token: string): Promise<HttpReply> {
    const { method, url, ifMatch, signal, timeout, heard } = outgoing
    signal?.throwIfAborted()
    const body = outgoing.body()
    const at = clock.now()
    if (token !== learnt) {
      learnt = token
      redactor.learn(token)
    }
    const headers = {
      authorization: `${scheme} ${token}`,
      accept: `${scimType}, application/json;q=0.9`,
      ...(body === null ? {} : { 'content-type': contentType }),
      ...(ifMatch ? { 'if-match': ifMatch } : {}),
    }
    let reply: HttpReply | null = null
    try {
      reply = await http({
        method,
        url,
        headers,
        ...(body === null ? {} : { body }),
        ...(timeout === undefined ? {} : { timeout }),
        ...(signal === undefined ? {} : { signal }),
      })
      return reply
    } catch (error) {
      // Said here, where it is known that a request was under way: getting a token can fail by the same codes.
      const lost = method !== 'GET' && error instanceof MusterError && mayHaveArrived(error)
      throw lost ? doubtful(error) : error
    } finally {
      heard({ at, reply, duration: clock.now() - at })
    }
  }
}
