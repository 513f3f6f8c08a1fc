import { createSlices } from '../../store/slices.ts'
import { type Cell, csvLine } from './csv.ts'

/** Rows of a list as a text for the clipboard. */
export interface CopiedTable {
  /** How many rows it has, without the titles. */
  readonly rows: number
  readonly text: string
}

/** Gathers a table of any length, and lets the event loop go on in between. @param cellsOf the cells of an item’s row. */
export async function copiedTable<T>(
  titles: readonly string[],
  items: Iterable<T>,
  cellsOf: (item: T) => readonly Cell[],
): Promise<CopiedTable> {
  const slices = createSlices()
  // Without the mark that a file begins with: on a clipboard it would become part of the first title.
  const text = [csvLine(titles)]
  for (const item of items) {
    text.push(csvLine(cellsOf(item)))
    if (slices.due()) await slices.rest()
  }
  return { rows: text.length - 1, text: text.join('') }
}
