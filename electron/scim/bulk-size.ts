/** How large a Bulk is worth being, found out as replies come. */
export interface BulkSize {
  /** Most changes that the next one should carry. */
  readonly most: number
  /** How long a write waits for company, in milliseconds. */
  readonly moment: number
  /** A reply came, for so many changes, after so many milliseconds. */
  heard(took: number, changes: number): void
  /** No reply came for so many changes. */
  lost(changes: number): void
}

/** Before anything is known: few enough that a slow service is not kept at its first ones for long. */
const first = 4
/**
 * A Bulk is to be answered within this many milliseconds, or twice what the quickest write took: a service works through
 * it one by one, and what takes it long is better sent in several requests at once.
 */
const longest = 500

/** A {@link BulkSize} that has heard nothing yet. */
export function createBulkSize(): BulkSize {
  let quickest = Number.POSITIVE_INFINITY
  /** Milliseconds of a reply for each of its changes; a moving average. */
  let each: number | null = null
  const patience = () => (quickest === Number.POSITIVE_INFINITY ? longest : Math.max(longest, 2 * quickest))
  return {
    get most() {
      return each === null ? first : Math.max(1, Math.floor(patience() / Math.max(each, 0.1)))
    },
    // Short beside the reply that is waited for anyway.
    get moment() {
      return quickest === Number.POSITIVE_INFINITY ? 2 : Math.min(20, Math.max(2, quickest / 8))
    },
    heard: (took, changes) => {
      quickest = Math.min(quickest, took)
      each = each === null ? took / changes : each * 0.7 + (took / changes) * 0.3
    },
    // So that the next is half as large: each change of a lost one costs a lookup.
    lost: (changes) => {
      each = Math.max(each ?? 0, (2 * patience()) / changes)
    },
  }
}
