import { afterAll, describe, expect, it } from 'vitest'
import { chosenCells as cells } from './cells.ts'
import { startMatrix } from './matrix.ts'
import { type Row, tableOf } from './table.ts'

const { rows } = startMatrix({ cells, people: 45, atOnce: 16 })
const finished: Row[] = []

describe('plan, push, verify, plan again, undo, verify', () => {
  for (const [at, cell] of cells.entries()) {
    it(`with ${cell.join(' and ') || 'no quirk'} does what was planned, or says what the service cannot do`, async () => {
      const row = await rows[at]
      if (row === undefined) throw new Error('The cell was not run.')
      finished.push(row)
      expect(row.broken).toEqual([])
    }, 300_000)
  }
  afterAll(() => {
    process.stdout.write(`\n${tableOf(finished)}\n`)
  })
})
