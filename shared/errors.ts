import { z } from 'zod'
import { certificates } from './errors/certificates.ts'
import { connections } from './errors/connections.ts'
import type { ErrorEntry } from './errors/entry.ts'
import { files } from './errors/files.ts'
import { ipc } from './errors/ipc.ts'
import { mapping } from './errors/mapping.ts'
import { network } from './errors/network.ts'
import { people } from './errors/people.ts'
import { runs } from './errors/runs.ts'
import { scim } from './errors/scim.ts'
import { session } from './errors/session.ts'
import { sources } from './errors/sources.ts'
import { store } from './errors/store.ts'
import { updates } from './errors/updates.ts'
import { vault } from './errors/vault.ts'
import { textOf } from './words/text.ts'

/**
 * The closed list of everything that can go wrong, keyed by the stable code that logs, exports and support cases quote.
 * A failure that fits no entry is `internal`; a new kind of failure is a new entry in its area, in `errors/`, and nowhere else.
 */
export const errorCatalogue = {
  ...connections,
  ...session,
  ...vault,
  ...network,
  ...certificates,
  ...scim,
  ...mapping,
  ...files,
  ...sources,
  ...people,
  ...runs,
  ...updates,
  ...store,
  ...ipc,
} as const

/** The stable code of a failure. */
export type ErrorCode = keyof typeof errorCatalogue

/** Every code, for schemas and for tests that walk the whole catalogue. */
export const errorCodes = Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]

/** Failures of the way to a server: no service has answered. */
export const networkCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'offline',
  'timeout',
  'unreachable',
  'authority-unreachable',
  'name-unknown',
  'port-refused',
  'proxy-unreachable',
  'proxy-refused',
  'proxy-credentials',
  'tls',
  'client-certificate-wanted',
  'client-certificate-none',
  'client-certificate-gone',
  'client-certificate-expired',
  'client-certificate-refused',
  'client-certificate-key',
  'client-certificate-elsewhere',
])

/** The catalogue's words for a code in the admin's language, `means` as null where there is none. */
export function explain(code: ErrorCode): { happened: string; means: string | null; todo: string; retry: boolean } {
  const entry: ErrorEntry = errorCatalogue[code]
  return {
    happened: textOf({ message: entry.happened }),
    means: entry.means === undefined ? null : textOf({ message: entry.means }),
    todo: textOf({ message: entry.todo }),
    retry: entry.retry,
  }
}

/**
 * A failure as it crosses IPC and is kept with a change: never a stack, never a secret.
 * `id` is the short random id that finds the log line; `where` is a field, line, column or URL path (redacted);
 * `detail` is what the other side said, in its own words, redacted and cut to 500 characters.
 */
export const failureSchema = z.object({
  code: z.enum(errorCodes),
  id: z.string(),
  happened: z.string(),
  means: z.string().nullable(),
  todo: z.string(),
  retry: z.boolean(),
  where: z.string().nullable(),
  detail: z.string().nullable(),
  /** HTTP status of the reply that failed, null where there was none. */
  status: z.number().int().nullable(),
})
/** See {@link failureSchema}. */
export type Failure = z.infer<typeof failureSchema>

/** What a {@link MusterError} may say beyond its code. */
export interface ErrorContext {
  /** Field, line, column or URL path. Must not hold a secret. */
  readonly where?: string
  /** What the other side said, in its own words. Must not hold a secret. */
  readonly detail?: string
  /** HTTP status of the reply. */
  readonly status?: number
  /** Seconds the service asked to wait (Retry-After, RFC 9110 section 10.2.3). */
  readonly retryAfter?: number
  /** True when the request may have been carried out although no usable reply came: look before sending it again. */
  readonly ambiguous?: boolean
  readonly cause?: unknown
}

/** The one error class that Muster throws on purpose. Anything else that is thrown becomes `internal` at the IPC edge. */
export class MusterError extends Error {
  readonly code: ErrorCode
  readonly where: string | null
  readonly detail: string | null
  readonly status: number | null
  readonly retryAfter: number | null
  readonly ambiguous: boolean

  constructor(code: ErrorCode, context: ErrorContext = {}) {
    const { happened } = errorCatalogue[code]
    super(context.detail ? `${happened} ${context.detail}` : happened, { cause: context.cause })
    this.name = 'MusterError'
    this.code = code
    this.where = context.where ?? null
    this.detail = context.detail?.slice(0, 500) ?? null
    this.status = context.status ?? null
    this.retryAfter = context.retryAfter ?? null
    this.ambiguous = context.ambiguous ?? false
  }
}

/** A failure in the words of the language that is spoken now: it may have been made, or kept, in another. */
export const inOurWords = (failure: Failure): Failure => ({ ...failure, ...explain(failure.code) })

/** A thrown value as a {@link Failure}; `id` is the one the log line carries. Unknown errors give `internal` and no detail. */
export function toFailure(error: unknown, id: string): Failure {
  const known = error instanceof MusterError ? error : new MusterError('internal')
  return {
    code: known.code,
    id,
    ...explain(known.code),
    where: known.where,
    detail: known.detail,
    status: known.status,
  }
}
