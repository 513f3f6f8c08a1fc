/**
 * The name that somebody most likely meant: the one with the fewest letters to change, without regard to case; null where
 * none is near. The first of equals counts.
 */
export function nearest(typed: string, names: readonly string[]): string | null {
  const wanted = typed.toLowerCase()
  const letters = /[^\p{L}\p{N}]+/gu
  let found: string | null = null
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const name of names) {
    const other = name.toLowerCase()
    // What only differs in spaces and signs, or is begun, is meant.
    const same = other.replace(letters, '') === wanted.replace(letters, '')
    const begun = wanted.length >= 3 && other.startsWith(wanted)
    const changes = same ? 0 : begun ? 1 : changesBetween(wanted, other, fewest)
    if (changes < fewest) {
      fewest = changes
      found = name
    }
  }
  return found
}

/** Letters to add, take away, change or swap with their neighbour; `limit` when there are at least so many. */
function changesBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const differs = one[i - 1] === other[j - 1] ? 0 : 1
      let changes = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + differs)
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (swapped) changes = Math.min(changes, (before[j - 2] ?? 0) + 1)
      row.push(changes)
    }
    before = last
    last = row
  }
  return Math.min(last[other.length] ?? limit, limit)
}
