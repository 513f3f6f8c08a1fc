/** The most one call may carry: a selection of a million people fits, an attempt to fill main's memory does not. */
const maxInputSize = 64 * 1024 * 1024

/** Deeper values than any schema of the contract has; a limit, so that measuring can't overflow the stack. */
const maxDepth = 32

/**
 * True when a value that came over IPC stays under `limit`, counted as characters of its strings plus eight for
 * anything else. Stops at the limit instead of walking on.
 */
export function fits(value: unknown, limit: number = maxInputSize): boolean {
  let left = limit
  const walk = (part: unknown, depth: number): boolean => {
    left -= typeof part === 'string' ? part.length : 8
    if (left < 0 || depth > maxDepth) return false
    if (ArrayBuffer.isView(part) || part instanceof ArrayBuffer) {
      left -= part.byteLength
      return left >= 0
    }
    if (typeof part !== 'object' || part === null) return true
    if (Array.isArray(part)) return part.every((item) => walk(item, depth + 1))
    return Object.entries(part).every(([key, item]) => {
      left -= key.length
      return walk(item, depth + 1)
    })
  }
  return walk(value, 0)
}
