import type { Json, JsonObject } from '../../../shared/model/json.ts'
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
  readonly #ids = new Map<string, string>()
  failures = 0

  constructor(directory: Directory) {
    this.#directory = directory
  }

  /** The operation's result, or null while it waits for a bulkId; `last` makes it fail instead of waiting. */
  result(operation: JsonObject, last: boolean): JsonObject | null {
    const method = String(operation.method).toUpperCase()
    const bulkId = typeof operation.bulkId === 'string' ? operation.bulkId : undefined
    const head: JsonObject = { method, ...(bulkId === undefined ? {} : { bulkId }) }
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
        status: String(answer.status),
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.failures += 1
      return { ...head, status: String(error.status), response: error.toScim() }
    }
  }
}

/**
 * Carries out a BulkRequest (RFC 7644 section 3.7): in order, except that operations which refer to a bulkId wait for it.
 * @throws Refusal 400, or 413 when there are too many operations.
 */
export function runBulk(directory: Directory, message: JsonObject): JsonObject {
  const { schemas, Operations: operations, failOnErrors } = message
  if (!Array.isArray(schemas) || !schemas.includes(requestUrn) || !Array.isArray(operations)) {
    throw new Refusal(400, `The body is not a ${requestUrn}.`, 'invalidSyntax')
  }
  if (operations.length > bulkOperations) {
    throw new Refusal(413, `The request has more than ${bulkOperations} operations.`)
  }
  const limit = typeof failOnErrors === 'number' && failOnErrors > 0 ? failOnErrors : Number.POSITIVE_INFINITY
  const run = new BulkRun(directory)
  const results = new Map<number, JsonObject>()
  let waiting = operations.map((operation, index) => ({ index, operation: isObject(operation) ? operation : {} }))
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
  return { schemas: [responseUrn], Operations: inOrder }
}
