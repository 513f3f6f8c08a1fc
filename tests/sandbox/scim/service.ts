import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { TenantProvider } from '../provider.ts'
import type { Quirks } from '../quirks.ts'
import { runBulk } from './bulk.ts'
import type { Answer, Directory } from './directory.ts'
import { bulkBytes, discover, hasBulk } from './discovery.ts'
import type { Journal } from './journal.ts'
import { Refusal } from './refusal.ts'
import { refusalReply } from './refusal-reply.ts'
import { type Place, placeOf } from './route.ts'
import { Trouble } from './trouble.ts'

/** What a SCIM service is made of. */
export interface ServiceParts {
  readonly provider: Pick<TenantProvider, 'accepts'>
  readonly directory: Directory
  readonly quirks: Quirks
  readonly journal: Journal
  /** The secret path segment that names the tenant. */
  readonly token: string
  /** Origin of the service. */
  readonly origin: string
}

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    // Read on to the end all the same: a client that is still sending does not look for a reply.
    if (size <= bulkBytes) chunks.push(chunk)
  }
  if (size > bulkBytes) throw new Refusal(413, `The body is larger than ${bulkBytes} bytes.`)
  return Buffer.concat(chunks).toString()
}

function parseBody(text: string): JsonObject {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new Refusal(400, 'The body is not JSON.', 'invalidSyntax')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Refusal(400, 'The body is not a JSON object.', 'invalidSyntax')
  }
  return Object.fromEntries(Object.entries(parsed))
}

/** The SCIM service over HTTP: who may, what is asked, and how the reply looks. */
export class ScimService {
  readonly #parts: ServiceParts
  readonly #trouble: Trouble

  constructor(parts: ServiceParts) {
    this.#parts = parts
    this.#trouble = new Trouble(parts.quirks)
  }

  /** Serves one request to its end; never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now()
    const { method = 'GET', url = '/' } = request
    let body = ''
    let answer: Answer
    let stored: readonly number[] = []
    try {
      body = writes.has(method) ? await readBody(request) : ''
      if (this.#trouble.delay > 0) await sleep(this.#trouble.delay)
      this.#trouble.enter()
      this.#authorise(request.headers.authorization)
      answer = this.#answer(request, placeOf(url, this.#parts.token), body)
      if (writes.has(method)) stored = answer.operations ?? [answer.status]
    } catch (error) {
      // The client has gone away in the middle of its request: nobody is left to answer.
      if (request.destroyed && !request.complete) return
      answer = refusalReply(error, this.#parts.quirks)
    }
    const fate = stored.length > 0 ? this.#trouble.afterWrite() : 'sent'
    if (fate === 'timed-out') answer = refusalReply(new Refusal(504, 'The gateway timed out.'), this.#parts.quirks)
    const status = fate === 'dropped' ? 0 : answer.status
    this.#parts.journal.add({ at, method, path: url, status, writes: stored, body })
    if (fate === 'dropped') response.destroy()
    else this.#send(response, answer)
  }

  #authorise(header: string | undefined): void {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header ?? '')?.[1]
    if (token === undefined) {
      throw new Refusal(401, 'The request lacks a bearer token.', null, { 'www-authenticate': 'Bearer' })
    }
    const verdict = this.#parts.provider.accepts(token)
    if (verdict === 'unknown-token') {
      const challenge = { 'www-authenticate': 'Bearer error="invalid_token"' }
      throw new Refusal(401, 'The access token is unknown, revoked or has ended.', null, challenge)
    }
    if (verdict === 'no-scope') {
      const challenge = { 'www-authenticate': 'Bearer error="insufficient_scope"' }
      throw new Refusal(403, 'The access token lacks the write scope.', null, challenge)
    }
  }

  #answer(request: IncomingMessage, place: Place, body: string): Answer {
    const { quirks, origin, token } = this.#parts
    const { method = 'GET' } = request
    if (place.segments[0]?.toLowerCase() === 'bulk' && place.tenant) return this.#bulk(method, body)
    if (!place.kind) {
      const base = place.tenant ? `${origin}/tokens/${token}/scim/v2` : `${origin}/scim/v2`
      const found = method === 'GET' ? discover(place.segments, base, quirks) : null
      if (!found) throw new Refusal(404, 'There is nothing at this path.')
      return { status: 200, body: JSON.stringify(found), headers: {} }
    }
    if (quirks.has('lower-case-only') && place.collection !== place.collection.toLowerCase()) {
      throw new Refusal(404, 'There is nothing at this path.')
    }
    if (body !== '') this.#checkType(request)
    return this.#onResource(request, place.kind, place, body)
  }

  #onResource(request: IncomingMessage, kind: 'User' | 'Group', place: Place, body: string): Answer {
    const { directory } = this.#parts
    const { method } = request
    const { id, parameters } = place
    const conditions = { ifMatch: request.headers['if-match'], ifNoneMatch: request.headers['if-none-match'] }
    if (id === '') {
      if (method === 'GET') return directory.list(kind, parameters)
      if (method === 'POST') return directory.create(kind, parseBody(body))
      throw new Refusal(405, `${method} is not allowed here.`, null, { allow: 'GET, POST' })
    }
    if (method === 'GET') return directory.read(kind, id, parameters, conditions)
    if (method === 'PUT') return directory.replace(kind, id, parseBody(body), conditions)
    if (method === 'PATCH') return directory.patch(kind, id, parseBody(body), conditions)
    if (method === 'DELETE') return directory.delete(kind, id, conditions)
    throw new Refusal(405, `${method} is not allowed here.`, null, { allow: 'GET, PUT, PATCH, DELETE' })
  }

  #bulk(method: string, body: string): Answer {
    const { quirks, directory } = this.#parts
    if (quirks.has('bulk-refused')) throw new Refusal(404, 'There is nothing at this path.')
    if (!hasBulk(quirks)) throw new Refusal(501, 'Bulk is not implemented.')
    if (method !== 'POST') throw new Refusal(405, `${method} is not allowed here.`, null, { allow: 'POST' })
    const { message, statuses } = runBulk(directory, parseBody(body), quirks)
    return { status: 200, body: JSON.stringify(message), headers: {}, operations: statuses }
  }

  #checkType(request: IncomingMessage): void {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    const known = ['application/scim+json', 'application/json']
    const accepted = this.#parts.quirks.has('scim-json-only') ? known.slice(0, 1) : known
    if (!accepted.includes(type ?? '')) throw new Refusal(415, `The body has to be ${accepted.join(' or ')}.`)
  }

  #send(response: ServerResponse, { status, body, headers }: Answer): void {
    const type = this.#parts.quirks.has('plain-json') ? 'application/json' : 'application/scim+json'
    const own = body === null ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(body) }
    response.writeHead(status, { ...own, ...headers })
    response.end(body ?? undefined)
  }
}
