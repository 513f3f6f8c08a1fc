import { describe, expect, it } from 'vitest'
import { resending } from '../../support/resending.ts'
import { chosenCells } from './cells.ts'
import type { Seen } from './flow.ts'
import { startMatrix } from './matrix.ts'

const cells = chosenCells.filter((cell) => cell.length === 0 || cell.includes('drop-after-store'))
const { rows } = startMatrix({ cells, people: 45, atOnce: 16, fetch: resending(globalThis.fetch) })

/** What nobody can help whose request the network sends again: the same once more where nothing tells it apart. */
function isOwed(sentence: string, { cell, push }: Seen): boolean {
  const [, times, changes] = /was written (\d+) times for (\d+) changes\.$/.exec(sentence) ?? []
  if (times !== undefined) return cell.includes('no-etag') && Number(times) <= 2 * Number(changes)
  const isTold = push.groupOutcomes.some(({ note }) => note?.includes('groups of this name'))
  return isTold && sentence.startsWith('There are two groups of one name')
}

/** Every fifth write is carried out twice, and only what the second one says is heard: a conflict, or another version. */
describe('what the network sends again without a word is taken for our own', () => {
  for (const [at, cell] of cells.entries()) {
    it(`with ${cell.join(' and ') || 'no quirk'}`, async () => {
      const row = await rows[at]
      if (row === undefined) throw new Error('The cell was not run.')
      expect(row.broken.filter((sentence) => !isOwed(sentence, row.seen))).toEqual([])
    }, 300_000)
  }
})
