/**
 * Does work on many items, at most `width` at a time, and gives the results in the order of the items. Work that has begun
 * when the reader stops early, or when one fails, comes to its own end unheard.
 */
export async function* inOrder<I, O>(
  items: Iterable<I>,
  width: number,
  work: (item: I) => Promise<O>,
): AsyncGenerator<O, void> {
  const begun: Promise<O>[] = []
  for (const item of items) {
    const result = work(item)
    // Someone listens later, in turn; until then a failure is not an unhandled one.
    result.catch(() => {})
    begun.push(result)
    const first = begun.length >= width ? begun.shift() : undefined
    if (first !== undefined) yield await first
  }
  for (const result of begun) yield await result
}
