import type { BulkReply, BulkResult } from '../../shared/scim/bulk.ts'
import type { HttpReply } from '../ports.ts'
import type { BulkFact } from './bulk-limits.ts'

/**
 * What a reply to a Bulk means. `read`: it says of each operation what became of it. `as-a-whole`: what it says holds for
 * each of them alike. `otherwise`: nothing was done, and they are to be sent another way. `unusable`: it should say and
 * does not. `fact` is what it teaches about the service.
 */
export type BulkVerdict =
  | { readonly kind: 'read'; readonly read: BulkReply; readonly fact: BulkFact | null }
  | { readonly kind: 'as-a-whole' }
  | { readonly kind: 'otherwise'; readonly fact: BulkFact }
  | { readonly kind: 'unusable' }

/**
 * Judges the reply to a Bulk of so many changes.
 * @param read what it says as a BulkResponse; null when it is none.
 */
export function judgeBulk(status: number, read: BulkReply | null, changes: number): BulkVerdict {
  if (status === 413) {
    const from = `A Bulk of ${changes} changes was answered with 413.`
    return { kind: 'otherwise', fact: atMost(Math.floor(changes / 2), from) }
  }
  // These say nothing against Bulk: a token that ended, a service that is busy or has failed in the middle.
  const isPassing = [401, 408, 429].includes(status) || (status >= 500 && status !== 501)
  if (isPassing) return { kind: 'as-a-whole' }
  if (status >= 300) {
    return { kind: 'otherwise', fact: { what: 'bulk', value: 'no', from: `A Bulk was answered with ${status}.` } }
  }
  if (read === null) return { kind: 'unusable' }
  const from = `Of ${changes} changes in one Bulk, the reply spoke of ${read.count}.`
  return { kind: 'read', read, fact: read.count < changes ? atMost(read.count, from) : null }
}

function atMost(operations: number, from: string): BulkFact {
  return operations < 2 ? { what: 'bulk', value: 'no', from } : { what: 'bulkOperations', value: operations, from }
}

/** The reply that an operation would have had alone. */
export function replyOf({ location, version, response }: BulkResult, status: number): HttpReply {
  const headers = new Headers()
  if (location !== null) setText(headers, 'location', location)
  if (version !== null) setText(headers, 'etag', version)
  return { status, headers, text: response === null ? '' : JSON.stringify(response) }
}

/** JSON can hold what a header can't; then it says nothing that could be used. */
function setText(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value)
  } catch {
    headers.delete(name)
  }
}
