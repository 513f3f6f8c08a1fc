import type { Cell } from './row-visitor.ts'

/** More columns than any export of people has; what comes beyond is not a person’s attribute but data used as a key. */
const most = 1_000

/** The columns of a format whose records name their own attributes: found by a first walk through the file. */
export interface Titles {
  /** Remembers the attributes of a record. */
  see(names: Iterable<string>): void
  list(): string[]
  /** The cells of a record under these columns. */
  cells(record: ReadonlyMap<string, Cell>): Cell[]
}

/** None yet. */
export function createTitles(): Titles {
  const seen = new Set<string>()
  return {
    see: (names) => {
      for (const name of names) if (seen.size < most) seen.add(name)
    },
    list: () => [...seen],
    cells: (record) => Array.from(seen, (name) => record.get(name) ?? ''),
  }
}
