import type { Json, JsonObject } from '../../../shared/model/json.ts'
import type { Quirks } from '../quirks.ts'
import type { Answer, Directory } from './directory.ts'
import { bulkOperations } from './discovery.ts'
import { isObject } from './path.ts'
import { Refusal } from './refusal.ts'
import type { Kind } from './schema.ts'

const requestUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
const responseUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse'

interface Target {
  readonly kind: Kind
  readonly id: string
}

function targetOf(path: string): Target {
  const [, collection, rest = ''] = /^\/(Users|Groups)(?:\/(.+))?$/i.exec(path) ?? []
  if (collection === undefined) throw new Refusal(400, `There is no ${path}.`, 'invalidPath')
  return { kind: collection.toLowerCase() === 'users' ? 'User' : 'Group', id: decodeURIComponent(rest) }
}

/** Puts ids in the place of `bulkId:…` (RFC 7644 section 3.7.2); null while one of them has no id yet. */
function resolve(value: Json, ids: ReadonlyMap<string, string>): Json | null {
  const text = JSON.stringify(value).replace(/bulkId:([^"/]+)/g, (whole, id: string) => ids.get(id) ?? whole)
  return /bulkId:[^"/]+/.test(text) ? null : JSON.parse(text)
}

function carryOut(directory: Directory, method: string, target: Target, data: JsonObject, version: unknown): Answer {
  const conditions = { ifMatch: typeof version === 'string' ? version : undefined, ifNoneMatch: undefined }
  switch (method) {
    case 'POST':
      return directory.create(target.kind, data)
    case 'PUT':
      return directory.replace(target.kind, target.id, data, conditions)
    case 'PATCH':
      return directory.patch(target.kind, target.id, data, conditions)
    case 'DELETE':
      return directory.delete(target.kind, target.id, conditions)
    default:
      throw new Refusal(400, `${method} is not a bulk method.`, 'invalidSyntax')
  }
}

/** One bulk request on its way: which operations are done, and the ids that their bulkIds became. */
class BulkRun {
  readonly #directory: Directory
  readonly #isVerbose: boolean
  readonly #ids = new Map<string, string>()
  failures = 0
  /** Statuses of the operations that were tried, in the order they were. */
  readonly statuses: number[] = []

  constructor(directory: Directory, isVerbose: boolean) {
    this.#directory = directory
    this.#isVerbose = isVerbose
  }

  /** The operation's result, or null while it waits for a bulkId; `last` makes it fail instead of waiting. */
  result(operation: JsonObject, last: boolean): JsonObject | null {
    const method = String(operation.method).toUpperCase()
    const bulkId = typeof operation.bulkId === 'string' ? operation.bulkId : undefined
    const isNamed = bulkId !== undefined && (method === 'POST' || !this.#isVerbose)
    const head: JsonObject = { method, ...(isNamed ? { bulkId } : {}) }
    try {
      const resolved = resolve([operation.path ?? '', operation.data ?? {}], this.#ids)
      if (resolved === null && !last) return null
      const [path, data] = Array.isArray(resolved) ? resolved : []
      if (!isObject(data)) throw new Refusal(409, 'A bulkId that is referred to was not created.', 'invalidValue')
      const answer = carryOut(this.#directory, method, targetOf(String(path)), data, operation.version)
      const location = answer.headers.location ?? answer.headers['content-location']
      if (bulkId !== undefined && location !== undefined) {
        this.#ids.set(bulkId, decodeURIComponent(location.slice(location.lastIndexOf('/') + 1)))
      }
      const version = answer.headers.etag
      return {
        ...head,
        ...(location === undefined ? {} : { location }),
        ...(version === undefined ? {} : { version }),
        ...(this.#isVerbose && answer.body !== null ? { response: JSON.parse(answer.body) } : {}),
        status: this.#status(answer.status),
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.failures += 1
      return { ...head, status: this.#status(error.status), response: error.toScim() }
    }
  }

  #status(status: number): string | number {
    this.statuses.push(status)
    return this.#isVerbose ? status : String(status)
  }
}

/** With `bulk-cap`, more than so many operations are too many. */
const cap = 5
/** With `bulk-partial`, so many operations are carried out, and the reply leaves out the last of them. */
const part = 4

/** What a BulkRequest came to. */
interface BulkOutcome {
  /** The BulkResponse. */
  readonly message: JsonObject
  /** Statuses of the operations that were tried, whether or not the message tells them. */
  readonly statuses: readonly number[]
}

/**
 * Carries out a BulkRequest (RFC 7644 section 3.7): in order, except that operations which refer to a bulkId wait for it.
 * @throws Refusal 400, or 413 when there are too many operations.
 */
export function runBulk(directory: Directory, message: JsonObject, quirks: Quirks): BulkOutcome {
  const { schemas, Operations: operations, failOnErrors } = message
  if (!Array.isArray(schemas) || !schemas.includes(requestUrn) || !Array.isArray(operations)) {
    throw new Refusal(400, `The body is not a ${requestUrn}.`, 'invalidSyntax')
  }
  const most = quirks.has('bulk-cap') ? cap : bulkOperations
  if (operations.length > most) throw new Refusal(413, `The request has more than ${most} operations.`)
  const limit = typeof failOnErrors === 'number' && failOnErrors > 0 ? failOnErrors : Number.POSITIVE_INFINITY
  const run = new BulkRun(directory, quirks.has('bulk-verbose'))
  const results = new Map<number, JsonObject>()
  const tried = quirks.has('bulk-partial') ? operations.slice(0, part) : operations
  let waiting = tried.map((operation, index) => ({ index, operation: isObject(operation) ? operation : {} }))
  for (let last = false; waiting.length > 0; ) {
    const before = waiting.length
    waiting = waiting.filter(({ index, operation }) => {
      if (run.failures >= limit) return false
      const result = run.result(operation, last)
      if (result) results.set(index, result)
      return result === null
    })
    last = waiting.length === before
  }
  const inOrder = [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
  const told = quirks.has('bulk-partial') ? inOrder.slice(0, part - 1) : inOrder
  return { message: { schemas: [responseUrn], Operations: told }, statuses: run.statuses }
}
