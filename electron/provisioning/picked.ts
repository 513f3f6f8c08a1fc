import { createSlices } from '../store/slices.ts'
import type { View } from './overview.ts'
import type { Planning } from './planning.ts'

/** Positions of the picked people, each once, in the order they were picked. */
export async function pickedPositions({ people }: View, ids: readonly number[]): Promise<number[]> {
  const slices = createSlices()
  const seen = new Uint8Array(people.entries.length)
  const positions: number[] = []
  for (const id of ids) {
    const at = people.positionOf(id)
    if (at === undefined || seen[at] === 1) continue
    seen[at] = 1
    positions.push(at)
    if ((positions.length & 255) === 0 && slices.due()) await slices.rest()
  }
  return positions
}

/** Items so many at a time. */
export function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/** The picked people for whom there is something to send. */
interface Sifted {
  readonly toSend: number[]
  /** Those of whom nothing but the groups is not as it should be. */
  readonly groupsOnly: number[]
}

/** Sifts the picked people; who needs nothing is counted, who is left out or blocked is noted. */
export async function sift(
  planning: Planning,
  picked: readonly number[],
  removal: ReadonlySet<string>,
): Promise<Sifted> {
  const slices = createSlices()
  const { view, removed, blocked, skipped } = planning
  const toSend: number[] = []
  const groupsOnly: number[] = []
  for (const [index, at] of picked.entries()) {
    if ((index & 255) === 0 && slices.due()) await slices.rest()
    const entry = view.people.entries[at]
    const standing = view.standings.get(at)
    if (entry === undefined || standing === null) continue
    const { conflicts, invalid, account, would, memberships } = standing
    const accountId = view.accounts.lines[account]?.id
    if (standing.state === 'left-out') skipped.push({ personId: entry.id, name: entry.name })
    else if (accountId !== undefined && removal.has(accountId)) removed.add(at)
    else if (conflicts.length + invalid.length > 0) {
      blocked.push({ personId: entry.id, accountId: null, name: entry.name, reasons: [...conflicts, ...invalid] })
    } else if (would !== 'none') toSend.push(at)
    else if (memberships > 0) groupsOnly.push(at)
    else planning.unchanged++
  }
  return { toSend, groupsOnly }
}

/**
 * The people in the order in which the store holds them, each with the place in the list: reading a hundred thousand rows
 * in the order of somebody's sorted grid would fetch every page of the file many times.
 */
export function* inOrderOfStore(positions: readonly number[]): Generator<{ at: number; index: number }> {
  // Both in one number, which sorts without a comparison function.
  const room = 2 ** 21
  for (const both of Float64Array.from(positions, (at, index) => at * room + index).sort()) {
    yield { at: Math.floor(both / room), index: both % room }
  }
}
