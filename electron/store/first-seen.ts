/** Remembers with which number a value was seen first: an id, or a position in a list; from 0 to 2³¹−2. */
export interface FirstSeen {
  /** The number the value was first seen with: `number` itself when it is new. */
  at(value: string, number: number): number
  /** The number the value was first seen with; null when it was not. */
  find(value: string): number | null
}

/**
 * Nothing seen yet. A table of its own (open addressing) because a Map of 200,000 strings takes a quarter of the whole
 * reading time, and stops everything for 30 ms whenever it grows. The values stay with whoever asks: strings that are
 * kept are walked over by the garbage collector again and again.
 * @param valueAt the value that was first seen with a number; asked only where another is most likely the same.
 */
export function createFirstSeen(valueAt: (number: number) => string): FirstSeen {
  const seed = Math.floor(Math.random() * 0x7fff_ffff)
  let count = 0
  /** Pairs of a hash and a number plus one; 0 is free. Side by side, so that both come from memory at once. */
  let table = new Int32Array(2048)

  /** Where in the table the pair of a value is, or the free one where it belongs. */
  const placeOf = (value: string, hash: number): number => {
    const mask = table.length - 1
    let place = (hash * 2) & mask
    for (let number = table[place + 1] ?? 0; number !== 0; number = table[place + 1] ?? 0) {
      if (table[place] === hash && valueAt(number - 1) === value) break
      place = (place + 2) & mask
    }
    return place
  }
  const grow = (): void => {
    const before = table
    table = new Int32Array(before.length * 4)
    const mask = table.length - 1
    for (let at = 0; at < before.length; at += 2) {
      const hash = before[at] ?? 0
      const number = before[at + 1] ?? 0
      if (number === 0) continue
      let place = (hash * 2) & mask
      while (table[place + 1] !== 0) place = (place + 2) & mask
      table[place] = hash
      table[place + 1] = number
    }
  }

  return {
    find: (value) => {
      const number = table[placeOf(value, hashOf(value, seed)) + 1] ?? 0
      return number === 0 ? null : number - 1
    },
    at: (value, number) => {
      const hash = hashOf(value, seed)
      const place = placeOf(value, hash)
      const known = table[place + 1] ?? 0
      if (known !== 0) return known - 1
      table[place] = hash
      table[place + 1] = number + 1
      count++
      if (count * 4 > table.length) grow()
      return number
    },
  }
}

/** Mixed anew for each table, so that no file can be made whose values all fall on one place. */
function hashOf(value: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < value.length; index++) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x5bd1_e995)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b_3c6d)
  hash ^= hash >>> 13
  // Thirty bits: V8 keeps those without a box.
  return hash & 0x3fff_ffff
}
