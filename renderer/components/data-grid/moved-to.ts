/** A list with one item put into the place of another. */
export function movedTo<T>(list: readonly T[], item: T, place: T): T[] {
  const [from, to] = [list.indexOf(item), list.indexOf(place)]
  return from < 0 || to < 0 ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, item)
}
