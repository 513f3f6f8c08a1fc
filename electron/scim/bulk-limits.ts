import type { Capabilities } from '../../shared/model/capabilities.ts'

/** How much a service takes in one Bulk. */
export interface BulkLimits {
  /** At least 2: fewer is no Bulk. */
  readonly operations: number
  readonly bytes: number
}

/** Something that using Bulk taught about it. */
export type BulkFact =
  | { readonly what: 'bulk'; readonly value: 'no'; readonly from: string }
  | { readonly what: 'bulkOperations'; readonly value: number; readonly from: string }

/** Whether writes share requests, asked anew for each; and who is told what was learnt by it. */
export interface BulkPolicy {
  /** Null when every write has a request of its own. */
  limits(): BulkLimits | null
  learnt(fact: BulkFact): void
}

/** For a service that says it has Bulk and not how much of it. */
const unsaid: BulkLimits = { operations: 20, bytes: 256 * 1024 }

/** What a service takes in one Bulk, as far as is known; null where it is not known to take any. */
export function bulkLimitsOf(capabilities: Capabilities | null): BulkLimits | null {
  if (capabilities?.bulk.value !== 'yes') return null
  const operations = capabilities.bulkOperations.value || unsaid.operations
  return operations < 2 ? null : { operations, bytes: capabilities.bulkBytes.value || unsaid.bytes }
}

/** What is known about a service once a fact is added. */
export function withBulkFact(capabilities: Capabilities, { what, value, from }: BulkFact): Capabilities {
  if (what === 'bulkOperations') {
    // Several may be under way; the one that is told last need not have taught most.
    const known = capabilities.bulkOperations.value
    return known > 0 && known <= value ? capabilities : { ...capabilities, bulkOperations: { value, from } }
  }
  return { ...capabilities, bulk: { value, from }, bulkOperations: { value: 0, from }, bulkBytes: { value: 0, from } }
}
