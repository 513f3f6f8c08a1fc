import { expect, test } from 'vitest'
import { boundaries } from '../../fuzz/boundaries.ts'
import { shows } from '../../support/threats.ts'

/** Plain function calls for each boundary; dear ones get as many fewer. The long run is `npm run fuzz`. */
const budget = 400

test.each(boundaries)(
  shows('boundaries', 'whatever comes in at $name is answered, or refused in the catalogue’s words'),
  async (one) => {
    const { inputs, broken } = await one.attempt({ inputs: Math.ceil(budget / one.cost), seed: 1 })
    expect(broken).toBeNull()
    expect(inputs).toBeGreaterThan(0)
  },
  120_000,
)

test('no two boundaries have one name', () => {
  expect(new Set(boundaries.map(({ name }) => name)).size).toBe(boundaries.length)
})
