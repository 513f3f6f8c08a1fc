/** A selection with one row put in or taken out. */
export function toggled<Id>(selected: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/** A selection with all of `ids` put in. */
export function withAll<Id>(selected: ReadonlySet<Id>, ids: readonly Id[]): ReadonlySet<Id> {
  if (selected.size === 0) return new Set(ids)
  const next = new Set(selected)
  for (const id of ids) next.add(id)
  return next
}

/** A selection with all of `ids` taken out. */
export function withoutAll<Id>(selected: ReadonlySet<Id>, ids: readonly Id[]): ReadonlySet<Id> {
  const next = new Set(selected)
  for (const id of ids) next.delete(id)
  return next
}

/** How much of a list of `total` rows is selected. `ids` are the rows that are known, perhaps not all of them. */
export function extentOf<Id>(
  selected: ReadonlySet<Id>,
  ids: readonly Id[] | undefined,
  total: number,
): 'none' | 'some' | 'all' {
  if (selected.size === 0) return 'none'
  const whole = ids !== undefined && ids.length === total && total > 0
  return whole && selected.size >= total && ids.every((id) => selected.has(id)) ? 'all' : 'some'
}

/** The part of a list between two of its rows, in either order, both included. */
export const between = <Id>(ids: readonly Id[], from: number, to: number): readonly Id[] =>
  ids.slice(Math.min(from, to), Math.max(from, to) + 1)
