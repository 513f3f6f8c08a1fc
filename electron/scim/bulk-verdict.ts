import { MusterError } from '../../shared/errors.ts'
import type { BulkOperation, BulkReply, BulkResult } from '../../shared/scim/bulk.ts'
import { t } from '../../shared/words/text.ts'
import type { HttpReply } from '../ports.ts'
import type { BulkFact } from './bulk-limits.ts'

/**
 * What a reply to a Bulk means. `each`: it says, or fails to say, of each operation what became of it. `as-a-whole`: what it
 * says holds for each of them alike. `otherwise`: nothing was done, and they are to be sent another way. `unusable`: it
 * should say something and does not. `fact` is what it teaches about the service.
 */
export type BulkVerdict =
  | { readonly kind: 'each'; readonly read: BulkReply; readonly fact: BulkFact | null }
  | { readonly kind: 'as-a-whole' }
  | { readonly kind: 'otherwise'; readonly fact: BulkFact }
  | { readonly kind: 'unusable' }

/**
 * Judges the reply to a Bulk of so many changes.
 * @param read what it says as a BulkResponse; null when it is none.
 */
export function judgeBulk(status: number, read: BulkReply | null, changes: number): BulkVerdict {
  if (status === 413) {
    const from = t('A Bulk of {changes, plural, one {# change} other {# changes}} was answered with 413.', { changes })
    return { kind: 'otherwise', fact: atMost(Math.ceil(changes / 2), from) }
  }
  // These say nothing against Bulk: a token that ended, a service that is busy or has failed in the middle.
  if ([401, 408, 429].includes(status) || (status >= 500 && status !== 501)) return { kind: 'as-a-whole' }
  if (status >= 300)
    return { kind: 'otherwise', fact: noBulk(t('A Bulk was answered with {status}.', { status: String(status) })) }
  if (read === null) return { kind: 'unusable' }
  const from = t(
    'Of {changes, plural, one {# change} other {# changes}} in one Bulk, the reply spoke of {count, number}.',
    { changes, count: read.count },
  )
  return { kind: 'each', read, fact: read.count < changes ? atMost(read.count, from) : null }
}

/** That a service is not to be asked for Bulk again, and how that was learnt. */
export const noBulk = (from: string): BulkFact => ({ what: 'bulk', value: 'no', from })

const atMost = (operations: number, from: string): BulkFact =>
  operations < 2 ? noBulk(from) : { what: 'bulkOperations', value: operations, from }

/**
 * The reply that an operation would have had alone.
 * @throws MusterError `scim-reply`, ambiguous: the Bulk's reply does not say for certain what became of it.
 */
export function replyTo(operation: BulkOperation, read: BulkReply, where: string): HttpReply {
  const result = read.of(operation)
  if (result === null) throw unclear(where, t('The reply to a Bulk does not mention this change.'))
  if (result.status === null)
    throw unclear(where, t('The reply to a Bulk gives this change no status that can be read.'))
  return { status: result.status, headers: headersOf(result), text: textOf(result) }
}

/** A failure that leaves open whether a write in a Bulk was carried out. */
export const unclear = (where: string, detail: string): MusterError =>
  new MusterError('scim-reply', { where, detail, ambiguous: true })

const textOf = ({ response }: BulkResult): string => (response === null ? '' : JSON.stringify(response))

function headersOf({ location, version }: BulkResult): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries({ location, etag: version })) {
    // JSON can hold what a header can't, and what no header can hold says nothing that could be used.
    if (value !== null && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) headers.set(name, value)
  }
  return headers
}
