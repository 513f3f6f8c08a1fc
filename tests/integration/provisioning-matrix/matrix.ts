import { allCells, type Cell, chosenCells } from './cells.ts'
import { type Seen, seeFlow } from './flow.ts'
import { broken } from './judge.ts'
import type { Row } from './table.ts'

/** How the matrix is run. */
export interface MatrixOptions {
  /** Every pair there is, or those that are worth it. */
  readonly pairs: 'all' | 'chosen'
  /** People in each cell. */
  readonly people: number
  /** Cells under way at once: most of them wait most of the time. */
  readonly atOnce: number
}

/** A matrix under way. */
export interface Matrix {
  readonly cells: readonly Cell[]
  /** The row of each cell, by its place; rejects where the flow could not be run to its end. */
  readonly rows: readonly Promise<Row>[]
}

/** Starts the matrix. Every cell is compared with the cell without switches, which goes first. */
export function startMatrix({ pairs, people, atOnce }: MatrixOptions): Matrix {
  const cells = pairs === 'all' ? allCells : chosenCells
  const turn = turns(atOnce)
  const seen: Promise<Seen>[] = cells.map((cell) => turn(() => seeFlow(cell, people)))
  const rows = seen.map(async (one) => {
    const [done, baseline] = await Promise.all([one, seen[0]])
    if (baseline === undefined) throw new Error('There is no cell without switches.')
    return { seen: done, broken: broken(done, baseline) }
  })
  // Each is looked at in its turn; until then a failure is not an unhandled one.
  for (const row of rows) row.catch(() => {})
  return { cells, rows }
}

/** Lets `size` pieces of work go on at once, in the order they were given. */
function turns(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = size
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}
