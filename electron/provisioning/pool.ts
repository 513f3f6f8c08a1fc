/** Works through items, `size` of them at a time; the first error ends it once those under way have ended. */
export async function eachAtOnce<T>(
  items: Iterable<T> | AsyncIterable<T>,
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const active = new Set<Promise<void>>()
  const errors: unknown[] = []
  for await (const item of items) {
    if (errors.length > 0) break
    const one: Promise<void> = work(item)
      .catch((error) => {
        errors.push(error)
      })
      .finally(() => active.delete(one))
    active.add(one)
    if (active.size >= size) await Promise.race(active)
  }
  await Promise.all(active)
  if (errors.length > 0) throw errors[0]
}
