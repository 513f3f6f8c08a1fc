import type { Fetch } from '../../../electron/net/http.ts'
import type { Cell } from './cells.ts'
import { type Seen, seeFlow } from './flow.ts'
import { broken } from './judge.ts'
import type { Row } from './table.ts'

/** How the matrix is run. */
export interface MatrixOptions {
  /** The one without switches first. */
  readonly cells: readonly Cell[]
  /** People in each cell. */
  readonly people: number
  /** Cells under way at once: most of them wait most of the time. */
  readonly atOnce: number
  /** The network below the app; Node's own when left out. */
  readonly fetch?: Fetch
}

/** A matrix under way. */
export interface Matrix {
  /** The row of each cell, by its place; rejects where the flow could not be run to its end. */
  readonly rows: readonly Promise<Row>[]
}

/** Starts the matrix. Every cell is compared with the cell without switches, which goes first. */
export function startMatrix({ cells, people, atOnce, fetch }: MatrixOptions): Matrix {
  const turn = turns(atOnce)
  const seen: Promise<Seen>[] = cells.map((cell) => turn(() => seeFlow(cell, people, fetch)))
  const rows = seen.map(async (one) => {
    const [done, baseline] = await Promise.all([one, seen[0]])
    if (baseline === undefined) throw new Error('There is no cell without switches.')
    return { seen: done, broken: broken(done, baseline) }
  })
  // Each is looked at in its turn; until then a failure is not an unhandled one.
  for (const row of rows) row.catch(() => {})
  return { rows }
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
