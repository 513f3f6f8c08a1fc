import { MusterError } from '../../shared/errors.ts'
import type { Exchange } from '../../shared/model/run.ts'
import type { AccessTokens, Clock, Http, HttpReply, Log, Redactor } from '../ports.ts'
import type { Gate } from './gate.ts'
import { doubtful, mayHaveArrived } from './retry.ts'

/** What {@link createTransport} needs. */
export interface TransportParts {
  readonly http: Http
  readonly tokens: AccessTokens
  /** What comes before the token in the Authorization header (RFC 7617, RFC 6750); Bearer when left out. */
  readonly scheme?: 'Basic' | 'Bearer' | undefined
  readonly clock: Clock
  readonly gate: Gate
  readonly log: Log
  readonly redactor: Redactor
}

/** One request, as far as it does not depend on who sends it. */
interface TransportRequest {
  readonly method: string
  readonly url: string
  /** Path and query with the path token redacted, as evidence shows them. */
  readonly shown: string
  readonly body: string | null
  readonly ifMatch?: string | null | undefined
  readonly signal?: AbortSignal | undefined
  readonly timeout?: number | undefined
  readonly onExchange?: ((exchange: Exchange) => void) | undefined
}

/** Sends a request with the access token of the connection; `count` gives the number of each request that leaves. */
export type Transport = (request: TransportRequest, count: () => number) => Promise<HttpReply>

const scimType = 'application/scim+json'
/** As much of a reply as evidence keeps, in characters. */
const keptReply = 4000

/**
 * A {@link Transport}. It waits at the gate, renews a refused access token once and repeats (a request refused with 401
 * was not carried out), and falls back to `application/json` for good where a service does not take SCIM's media type.
 * @throws MusterError of the session or the network; the signal's reason when it is aborted.
 */
export function createTransport({
  http,
  tokens,
  scheme = 'Bearer',
  clock,
  gate,
  log,
  redactor,
}: TransportParts): Transport {
  let contentType = scimType
  let learnt: string | null = null

  return async (request, count) => {
    const token = await tokens.current()
    const reply = await once(request, token, count)
    if (reply.status === 401) return once(request, await tokens.renew(token), count)
    if (reply.status !== 415 || request.body === null || contentType !== scimType) return reply
    contentType = 'application/json'
    log.info('The service refuses application/scim+json; application/json is used from now on.')
    return once(request, token, count)
  }

  async function once(request: TransportRequest, token: string, count: () => number): Promise<HttpReply> {
    const { method, url, body, ifMatch, signal, timeout, onExchange } = request
    await gate.wait(signal)
    signal?.throwIfAborted()
    const at = clock.now()
    const attempt = count()
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
      onExchange?.({
        at,
        attempt,
        method,
        path: redactor.clean(request.shown),
        requestBody: body === null ? null : redactor.clean(body),
        status: reply?.status ?? null,
        responseBody: reply === null ? null : redactor.clean(reply.text.slice(0, keptReply * 4)).slice(0, keptReply),
        duration: reply === null ? null : clock.now() - at,
      })
    }
  }
}
