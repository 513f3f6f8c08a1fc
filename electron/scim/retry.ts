import { type ErrorCode, MusterError } from '../../shared/errors.ts'
import { visibleAfter } from '../look-until.ts'

/** How patient the client is. Times in milliseconds. */
export interface RetryLimits {
  /** Most requests for one operation, the first included, those not counted that found the service busy. */
  readonly attempts: number
  /** The same where the service only asks to slow down: many at once are refused by each other’s fault. */
  readonly busyAttempts: number
  /** The first wait is random between 0 and this; it doubles with each attempt. */
  readonly base: number
  /** No wait grows beyond this by doubling. */
  readonly cap: number
  /** A service that asks for a longer wait than this gets none: the operation fails and says so. */
  readonly longest: number
  /** A service may accept a write and show it later: that it was not carried out is believed only after this long. */
  readonly visibleAfter: number
}

/** The limits of a client that is not given any. */
export const defaultRetryLimits: RetryLimits = {
  attempts: 6,
  busyAttempts: 20,
  base: 500,
  cap: 30_000,
  longest: 300_000,
  visibleAfter,
}

/**
 * What to do after a failed request. `retry`: send it again after `wait` milliseconds; `everyone` when the service is too
 * busy for any request of the connection. `ambiguous`: it may have been carried out, so it is to be looked up, after
 * `wait`, before it is sent again; `answered` when the service refused it, so that if it was not carried out the refusal
 * stands. `fail`: trying again would not help.
 */
export type Verdict =
  | { readonly kind: 'retry'; readonly wait: number; readonly everyone: boolean }
  | { readonly kind: 'ambiguous'; readonly wait: number; readonly everyone: false; readonly answered: boolean }
  | { readonly kind: 'fail' }

/** A failed request. */
export interface FailedRequest {
  readonly method: string
  /** How often it has failed like this, busy or otherwise; 1 for the first time. */
  readonly nth: number
  readonly error: MusterError
  /** An earlier request for the same thing may have been carried out. */
  readonly doubted: boolean
}

/** Names of network failures that happen before a request is on its way. */
const neverSent =
  /^HTTP |CLIENT_AUTH|REFUSED|NOT_RESOLVED|NAME_RESOLUTION|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ADDRESS_(UNREACHABLE|INVALID)|CONNECT_TIMEOUT|CONNECTION_TIMED_OUT|PROXY|TUNNEL|CERT/

/** Whether the service only asks to slow down. How often it does so says nothing about how often a request may fail. */
export function isBusy({ code, status }: MusterError): boolean {
  return code === 'scim-rate-limited' || status === 503
}

/** Whether a status asks to slow down. */
export function asksToWait(status: number): boolean {
  return status === 429 || status === 503
}

/** Whether a request may have reached the service although the network failed, or its reply was no use. */
export function mayHaveArrived({ code, detail }: MusterError): boolean {
  if (code === 'reply-too-large') return true
  const isOfTheWay = code === 'timeout' || code === 'unreachable' || code === 'tls'
  return (isOfTheWay || code.startsWith('client-certificate-')) && !neverSent.test(detail ?? '')
}

/**
 * Whether a request may have been carried out although it failed: no reply, half a reply, or a failure of the service in
 * the middle of it. A repeated POST could make a second account, a repeated PATCH a second e-mail address, and a repeated
 * PUT or DELETE would fail for the very reason that the first one worked (RFC 9110 section 9.2.2).
 */
function isAmbiguous({ method, error: { code, status, ambiguous } }: FailedRequest): boolean {
  if (method === 'GET') return false
  return ambiguous || code === 'scim-reply' || (code === 'scim-server' && status !== 503)
}

/** Whether what is in the way (there already, gone already, changed meanwhile) may be the work of an earlier request. */
function meetsItself({ method, error: { code }, doubted }: FailedRequest): boolean {
  return method !== 'GET' && doubted && ['scim-conflict', 'scim-not-found', 'scim-changed'].includes(code)
}

/** The same failure, marked as one of a write that may have been carried out. */
export function doubtful(error: MusterError): MusterError {
  const { where, detail, status, retryAfter } = error
  return new MusterError(error.code, {
    ambiguous: true,
    cause: error,
    ...(where === null ? {} : { where }),
    ...(detail === null ? {} : { detail }),
    ...(status === null ? {} : { status }),
    ...(retryAfter === null ? {} : { retryAfter }),
  })
}

/** Failures that pass by themselves. */
const passingCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'scim-server',
  'timeout',
  'unreachable',
  'proxy-unreachable',
  'proxy-refused',
])

/** Decides what to do after a failed request. `random` gives numbers from 0 up to 1. */
export function decide(failed: FailedRequest, limits: RetryLimits, random: () => number): Verdict {
  const { nth, error } = failed
  const wait = waitFor(nth, error.retryAfter, limits, random)
  const answered = meetsItself(failed)
  if (answered || isAmbiguous(failed)) return { kind: 'ambiguous', wait: wait ?? limits.cap, everyone: false, answered }
  const busy = isBusy(error)
  const passing = busy || passingCodes.has(error.code)
  // `offline` is not tried again here: whoever asked says so, and waits for the network instead of for a number of tries.
  const most = busy ? limits.busyAttempts : limits.attempts
  if (!passing || wait === null || nth >= most) return { kind: 'fail' }
  return { kind: 'retry', wait, everyone: busy }
}

/**
 * Milliseconds to wait before the next attempt: as long as the service asks, a little spread so that not everyone comes
 * back in the same moment; else "full jitter" under a doubling limit. Null when the service asks for too long.
 */
export function waitFor(
  attempt: number,
  retryAfter: number | null,
  { base, cap, longest }: RetryLimits,
  random: () => number,
): number | null {
  if (retryAfter === null) return Math.round(random() * Math.min(cap, base * 2 ** (attempt - 1)))
  const asked = retryAfter * 1000
  return asked > longest ? null : Math.round(asked + random() * base)
}

/** Seconds a Retry-After header asks for: a number of seconds or a date (RFC 9110 section 10.2.3); null when it says neither. */
export function retryAfterOf(header: string | null, now: number): number | null {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  // Date.parse alone takes “-5” and “2” for years.
  const date = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000)
}
