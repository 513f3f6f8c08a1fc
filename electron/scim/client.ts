import { MusterError } from '../../shared/errors.ts'
import type { Exchange } from '../../shared/model/run.ts'
import type { Operation } from '../../shared/scim/operation.ts'
import {
  idOfLocation,
  type OperationPath,
  relativePath,
  type ServiceAddress,
  shownPath,
  urlOf,
} from '../../shared/scim/urls.ts'
import { lookUntil } from '../look-until.ts'
import type { HttpReply } from '../ports.ts'
import type { BulkPolicy } from './bulk-limits.ts'
import { createGate, type Gate } from './gate.ts'
import { understand } from './reply.ts'
import type { Turn } from './request.ts'
import { decide, defaultRetryLimits, doubtful, isBusy, type RetryLimits } from './retry.ts'
import { createTransport, type TransportParts } from './transport.ts'

/** What {@link createScimClient} needs. */
export interface ScimClientParts extends Omit<TransportParts, 'gate' | 'policy'> {
  readonly settings: ServiceAddress
  /** Empty for a service that has none. */
  readonly pathToken: string
  readonly limits?: Partial<RetryLimits> | undefined
  /** Numbers from 0 up to 1 that spread the waits; Math.random when left out. */
  readonly random?: (() => number) | undefined
  /** Shared by the clients of one connection; a new one when left out. */
  readonly gate?: Gate | undefined
}

/** A failed request that is about to be tried again. */
interface Retry {
  /** The attempt that failed, 1 for the first. */
  readonly attempt: number
  /** Milliseconds until the next. */
  readonly wait: number
  readonly error: MusterError
}

/** What is heard while an operation is sent, and how it is stopped. */
export interface SendHooks extends Turn {
  /** Gets every request with its reply, redacted, as evidence. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined
  readonly onRetry?: ((retry: Retry) => void) | undefined
}

/** How one operation is sent. */
export interface SendOptions<O> extends SendHooks {
  /** Version the resource has to have still (RFC 7644 section 3.14); null sends no condition. */
  readonly ifMatch?: string | null | undefined
  /** Milliseconds for each request. */
  readonly timeout?: number | undefined
  /**
   * Looks once whether a write that got no usable reply was carried out: gives what the reply would have said, or null
   * when there is no sign of it. It is asked again until a service that shows changes late would show it; then the write is
   * sent again. Without it such a write fails at once, with `ambiguous` set.
   */
  readonly settle?: (() => Promise<O | null>) | undefined
}

/** What an operation gave. */
export interface ScimReply<O> {
  readonly value: O
  /** Null when no reply said so: it was looked up after a lost reply, or nothing had to be sent. */
  readonly status: number | null
  readonly etag: string | null
  /** How many requests left. */
  readonly attempts: number
}

/** Sends operations to the SCIM service of one connection. */
export interface ScimClient {
  /**
   * Sends an operation, and again where the service is busy or a read got no reply.
   * @throws MusterError with a SCIM, session or network code; `ambiguous` when a write may have been carried out.
   */
  send<I, O>(operation: Operation<I, O>, input: I, options?: SendOptions<O>): Promise<ScimReply<O>>
  readonly gate: Gate
  /** From now on, writes that take turns in one pace share requests as this says; before, none does. */
  shareRequests(policy: BulkPolicy): void
}

const bulkPath: OperationPath = { place: 'tenant', segments: ['Bulk'] }

/** A {@link ScimClient}. It holds the path token, and nothing that it says shows it. */
export function createScimClient(parts: ScimClientParts): ScimClient {
  const { clock, settings, pathToken, log, redactor, gate = createGate(clock), random = Math.random } = parts
  const limits = { ...defaultRetryLimits, ...parts.limits }
  let policy: BulkPolicy | null = null
  const transport = createTransport({
    ...parts,
    gate,
    policy: { limits: () => policy?.limits() ?? null, learnt: (fact) => policy?.learnt(fact) },
  })
  redactor.learn(pathToken)
  const tokenInText = pathToken === '' ? null : new RegExp(RegExp.escape(pathToken), 'gi')
  // meta.location and $ref hold the path token, and resources are kept in the database and shown: it never comes in.
  const withoutToken = (reply: HttpReply): HttpReply => {
    if (tokenInText === null) return reply
    const text = reply.text.replace(tokenInText, `••••${pathToken.slice(-4)}`)
    if ((idOfLocation(reply.headers.get('location')) ?? '').search(tokenInText) < 0) return { ...reply, text }
    // An id with the token in it is nobody's; what was made is then looked up.
    const headers = new Headers(reply.headers)
    headers.delete('location')
    return { ...reply, headers, text }
  }

  const inBulk = (path: OperationPath) => ({
    url: urlOf(settings, pathToken, bulkPath),
    shown: shownPath(settings, pathToken, bulkPath),
    path: relativePath(settings, path),
  })

  async function send<I, O>(operation: Operation<I, O>, input: I, options: SendOptions<O> = {}): Promise<ScimReply<O>> {
    const { method } = operation
    const { signal, settle, ifMatch, onRetry } = options
    const path = operation.path(input)
    const body = operation.body(input)
    const shown = shownPath(settings, pathToken, path)
    const where = `${method} ${shown.replace(/\?.*/s, '')}`
    const request = {
      ...options,
      method,
      url: urlOf(settings, pathToken, path),
      shown,
      body: body === null ? null : JSON.stringify(body),
    }
    let bulk = method === 'GET' ? null : inBulk(path)
    let attempts = 0
    let doubted = false
    const count = () => ++attempts

    const failures = { busy: 0, other: 0 }
    for (;;) {
      try {
        const reply = withoutToken(await transport({ ...request, bulk }, count))
        const value = understand(operation, input, reply, { where, now: clock.now(), clean: redactor.clean })
        return { value, status: reply.status, etag: reply.headers.get('etag'), attempts }
      } catch (error) {
        if (!(error instanceof MusterError) || signal?.aborted) throw error
        const nth = ++failures[isBusy(error) ? 'busy' : 'other']
        const attempt = failures.busy + failures.other
        const verdict = decide({ method, nth, error, doubted }, limits, random)
        if (verdict.kind === 'fail') throw error
        const unsure = verdict.kind === 'ambiguous'
        const failedAt = clock.now()
        const last = unsure && nth >= limits.attempts
        if (unsure && settle === undefined) throw doubtful(error)
        log.warn('SCIM request failed', { where, code: error.code, status: error.status, attempt, wait: verdict.wait })
        if (!last) onRetry?.({ attempt, wait: verdict.wait, error })
        if (verdict.everyone) gate.close(verdict.wait)
        else await clock.sleep(verdict.wait, signal)
        if (!unsure) {
          doubted ||= error.status === 503
          continue
        }
        doubted = true
        // If it was a Bulk whose reply was no use, a reply of its own is surer.
        bulk = null
        // Sent again, a write with a condition would be refused if it was carried out; nothing else needs to be waited for.
        const isGuarded = ifMatch != null && !verdict.answered
        const settled = await looked(settle, isGuarded ? failedAt : failedAt + limits.visibleAfter, signal)
        if (settled !== null) return { value: settled, status: null, etag: null, attempts }
        if (unsure && verdict.answered) throw error
        if (last) throw doubtful(error)
      }
    }
  }

  /** Looks until something is found or the time is up. When even looking fails, nothing is known about the write still. */
  async function looked<O>(settle: SendOptions<O>['settle'], until: number, signal?: AbortSignal): Promise<O | null> {
    try {
      const look = async (): Promise<O | null> => (await settle?.()) ?? null
      return await lookUntil(clock, { look, enough: (found) => found !== null, until, pause: 1000, signal })
    } catch (error) {
      throw error instanceof MusterError ? doubtful(error) : error
    }
  }

  return {
    send,
    gate,
    shareRequests: (shared) => {
      policy = shared
    },
  }
}
