import { sortedPositions } from './sorted.ts'

/** How two texts are ordered: the system's collation. */
export type Compare = (one: string, other: string) => number

/** Remembers in which order the items of a list come, by column; forgotten with the list. */
export interface Orders<By extends string> {
  /** @param textOf what the column says of an item; who has null comes last. */
  of(list: object, by: By, count: number, textOf: (at: number) => string | null): Promise<Uint32Array>
}

/** An {@link Orders} that knows none yet. */
export function createOrders<By extends string>(compare: Compare): Orders<By> {
  const orders = new WeakMap<object, Map<By, Promise<Uint32Array>>>()
  return {
    of: (list, by, count, textOf) => {
      const known = orders.get(list) ?? new Map<By, Promise<Uint32Array>>()
      orders.set(list, known)
      const order = known.get(by) ?? sort(count, textOf, compare)
      known.set(by, order)
      return order
    },
  }
}

/** A list in the other direction; who has no text stays last. */
export function fromTheEnd(positions: readonly number[], textOf: (at: number) => string | null): number[] {
  const filled: number[] = []
  const without: number[] = []
  for (const at of positions) (textOf(at) === null ? without : filled).push(at)
  return [...filled.reverse(), ...without]
}

function sort(count: number, textOf: (at: number) => string | null, compare: Compare): Promise<Uint32Array> {
  const texts = Array.from({ length: count }, (_, at) => textOf(at))
  return sortedPositions(count, (one, other) => {
    const left = texts[one] ?? null
    const right = texts[other] ?? null
    if (left === null || right === null) return left === right ? one - other : left === null ? 1 : -1
    return compare(left, right) || one - other
  })
}
