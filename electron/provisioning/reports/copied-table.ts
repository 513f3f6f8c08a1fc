import { createSlices } from '../../store/slices.ts'
import { type Cell, csvLine } from './csv.ts'

/** Rows of a list as a text for the clipboard. */
export interface CopiedTable {
  /** How many rows it has, without the titles. */
  readonly rows: number
  readonly text: string
}

/** Gathers a table of any length, and lets the event loop go on in between. @param lines the cells of each row, made while walked. */
export async function copiedTable(titles: readonly string[], lines: Iterable<readonly Cell[]>): Promise<CopiedTable> {
  const slices = createSlices()
  // Without the mark that a file begins with: on a clipboard it would become part of the first title.
  const text = [csvLine(titles)]
  for (const cells of lines) {
    text.push(csvLine(cells))
    if (slices.due()) await slices.rest()
  }
  return { rows: text.length - 1, text: text.join('') }
}
