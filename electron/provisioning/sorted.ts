import { createSlices } from '../store/slices.ts'

/**
 * Positions 0 to `count` − 1 in order, by a merge sort that rests between slices: sorting 100,000 names by the system's
 * rules takes the better part of a second, and the window must not wait for it. Stable.
 */
export async function sortedPositions(
  count: number,
  compare: (one: number, other: number) => number,
): Promise<Uint32Array> {
  const slices = createSlices()
  let from = Uint32Array.from({ length: count }, (_, at) => at)
  // Short stretches are sorted by the engine itself; each takes well under a slice.
  const stretch = 256
  for (let start = 0; start < count; start += stretch) {
    from.subarray(start, Math.min(start + stretch, count)).sort(compare)
    if (slices.due()) await slices.rest()
  }
  let into = new Uint32Array(count)
  for (let width = stretch; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count)
      const end = Math.min(start + 2 * width, count)
      let left = start
      let right = middle
      for (let at = start; at < end; at++) {
        const one = from[left] ?? 0
        const other = from[right] ?? 0
        const takeLeft = left < middle && (right >= end || compare(one, other) <= 0)
        into[at] = takeLeft ? one : other
        if (takeLeft) left++
        else right++
        if ((at & 255) === 0 && slices.due()) await slices.rest()
      }
    }
    ;[from, into] = [into, from]
  }
  return from
}
