/**
 * Gives each drawn row a slot, and keeps it while the row stays drawn. Slots that fell free are used again, so that
 * scrolling changes the words in rows that are there instead of making new ones: a browser computes the style of every new
 * element, which costs more than all the rest of a frame.
 */
export function assignSlots(last: ReadonlyMap<number, number>, indexes: readonly number[]): Map<number, number> {
  const next = new Map<number, number>()
  const used = new Set<number>()
  for (const index of indexes) {
    const slot = last.get(index)
    if (slot === undefined) continue
    next.set(index, slot)
    used.add(slot)
  }
  let free = 0
  for (const index of indexes) {
    if (next.has(index)) continue
    while (used.has(free)) free++
    next.set(index, free)
    used.add(free)
  }
  return next
}
