import { parseArgs } from 'node:util'
import { allCells, chosenCells } from './cells.ts'
import { startMatrix } from './matrix.ts'
import { type Row, tableOf } from './table.ts'

/** `npm run matrix [-- --pairs all --people 60 --at-once 16]`: the flow on every switch and on pairs of them. */
const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: 'all' },
    people: { type: 'string', default: '60' },
    'at-once': { type: 'string', default: '16' },
  },
})

const cells = options.pairs === 'chosen' ? chosenCells : allCells
const { rows } = startMatrix({
  cells,
  people: Number(options.people),
  atOnce: Number(options['at-once']),
})
const finished: Row[] = []
for (const [at, cell] of cells.entries()) {
  try {
    const row = await rows[at]
    if (row !== undefined) finished.push(row)
    for (const sentence of row?.broken ?? []) process.stderr.write(`${cell.join(' × ')}: ${sentence}\n`)
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${cell.join(' × ')}: ${error instanceof Error ? error.stack : String(error)}\n`)
  }
}
process.stdout.write(`${tableOf(finished)}\n`)
const bad = finished.filter(({ broken }) => broken.length > 0).length
if (bad > 0) process.exitCode = 1
process.stdout.write(`${cells.length} cells, ${bad} broken, ${cells.length - finished.length} not run to the end.\n`)
