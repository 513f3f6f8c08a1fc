import { type ErrorCode, MusterError } from '../../shared/errors.ts'
import type { Json } from '../../shared/model/json.ts'
import { scimErrorSchema } from '../../shared/scim/messages.ts'
import type { Operation } from '../../shared/scim/operation.ts'
import { t } from '../../shared/words/text.ts'
import type { HttpReply } from '../ports.ts'
import { retryAfterOf } from './retry.ts'

/** What a reply is read with. */
export interface ReplyContext {
  /** The request as errors name it: method and path, without a secret. */
  readonly where: string
  /** Unix milliseconds, for a Retry-After that is a date. */
  readonly now: number
  /** Takes secrets out of what the service said. */
  readonly clean: (text: string) => string
}

/** What a status means where an operation does not know better (RFC 7644 section 3.12). */
const meanings: Readonly<Record<number, ErrorCode>> = {
  400: 'scim-invalid',
  401: 'scim-unauthorised',
  403: 'scim-forbidden',
  404: 'scim-not-found',
  405: 'scim-unsupported',
  408: 'scim-server',
  409: 'scim-conflict',
  410: 'scim-not-found',
  412: 'scim-changed',
  413: 'scim-invalid',
  415: 'scim-unsupported',
  422: 'scim-invalid',
  428: 'scim-unsupported',
  429: 'scim-rate-limited',
  501: 'scim-unsupported',
}

/**
 * What a reply says, for the operation it answers.
 * @throws MusterError with the operation's or the status's code; `scim-reply` for a success that can't be understood.
 */
export function understand<I, O>(operation: Operation<I, O>, input: I, reply: HttpReply, context: ReplyContext): O {
  if (!operation.success.includes(reply.status)) throw refusal(operation, reply, context)
  const location = reply.headers.get('location') ?? reply.headers.get('content-location')
  const body = jsonOf(reply.text)
  const value = body === undefined ? null : operation.read({ body, location }, input)
  if (value !== null) return value
  throw new MusterError('scim-reply', {
    where: context.where,
    status: reply.status,
    detail: complaint(reply.text, body, context.clean),
  })
}

/** A body as JSON: null for an empty one, undefined for one that is not JSON. */
export function jsonOf(text: string): Json | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return null
  try {
    return JSON.parse(trimmed)
  } catch {
    return undefined
  }
}

function complaint(text: string, body: Json | undefined, clean: (text: string) => string): string {
  if (body === null) return t('The reply is empty.')
  if (body !== undefined) return t('The reply is JSON but not what was asked for.')
  if (/^\s*[[{]/.test(text)) return t('The reply is cut off or is not valid JSON.')
  return t('The reply is not JSON: {excerpt}', { excerpt: excerpt(text, clean) })
}

function refusal<I, O>(operation: Operation<I, O>, reply: HttpReply, context: ReplyContext): MusterError {
  const { status } = reply
  const body = jsonOf(reply.text)
  const said = scimErrorSchema.safeParse(body).data ?? null
  const known = operation.failures.find(
    (failure) => failure.status === status && (failure.scimType === undefined || failure.scimType === said?.scimType),
  )
  const general = meanings[status] ?? (status >= 500 ? 'scim-server' : status < 300 ? 'scim-reply' : 'scim-invalid')
  const words = said === null ? excerpt(typeof body === 'string' ? body : reply.text, context.clean) : said.detail
  const detail = context.clean(words ?? '').trim()
  const retryAfter = retryAfterOf(reply.headers.get('retry-after'), context.now)
  return new MusterError(known?.code ?? general, {
    where: context.where,
    status,
    ...(detail === '' ? {} : { detail }),
    ...(retryAfter === null ? {} : { retryAfter }),
  })
}

/** The first words of a page that a person would read, at most 200 characters; cleaned before it is cut, so that no half of a secret is left. */
function excerpt(text: string, clean: (text: string) => string): string {
  const words = clean(text.slice(0, 100_000))
    .slice(0, 5000)
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.length > 200 ? `${words.slice(0, 199)}…` : words
}
