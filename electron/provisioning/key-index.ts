/**
 * Finds positions of a list by a text key: a hash table of numbers alone, since the keys are in the list already. For a
 * hundred thousand items it takes 1 MB where a Map of texts takes 7, and an Overview has half a dozen of them.
 */
export interface KeyIndex {
  /** The positions whose key this is, in no particular order. */
  at(key: string): readonly number[]
  /** Adds a position; the list already holds its key. */
  add(position: number): void
  /** Takes a position away while the list still holds its key. */
  remove(position: number): void
}

const free = 0
const removed = -1
const nowhere: readonly number[] = []

/**
 * @param keyOf the key of a position, as the list has it; null when it has none.
 * @param expected about how many positions there will be, so that it need not grow.
 */
export function createKeyIndex(keyOf: (position: number) => string | null, expected = 0): KeyIndex {
  // Positions plus one, so that zero is a free slot. A power of two, at most half full.
  let slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1024, expected * 2 + 2))))
  let used = 0

  function insert(key: string, position: number): void {
    let slot = hash(key) & (slots.length - 1)
    while ((slots[slot] ?? free) > free) slot = (slot + 1) & (slots.length - 1)
    if (slots[slot] === free) used++
    slots[slot] = position + 1
  }

  function grow(): void {
    const before = slots
    slots = new Int32Array(before.length * 2)
    used = 0
    for (const value of before) {
      const key = value > free ? keyOf(value - 1) : null
      if (key !== null) insert(key, value - 1)
    }
  }

  return {
    at: (key) => {
      let found: readonly number[] = nowhere
      for (let slot = hash(key) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const value = slots[slot] ?? free
        if (value === free) return found
        if (value !== removed && keyOf(value - 1) === key) found = [...found, value - 1]
      }
    },
    add: (position) => {
      const key = keyOf(position)
      if (key === null) return
      if (used * 2 >= slots.length) grow()
      insert(key, position)
    },
    remove: (position) => {
      const key = keyOf(position)
      if (key === null) return
      for (let slot = hash(key) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        if (slots[slot] === free) return
        if (slots[slot] !== position + 1) continue
        slots[slot] = removed
        return
      }
    },
  }
}

/** FNV-1a over UTF-16 code units, with a last stir so that the low bits depend on all of them. */
function hash(key: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193)
  value ^= value >>> 16
  value = Math.imul(value, 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
