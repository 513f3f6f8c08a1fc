import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peopleCsv, seedPeople } from '../../sandbox/seed/people.ts'
import type { Measure } from '../measure.ts'
import type { ImporterDuties } from '../parts/importer.ts'
import { median } from '../statistics.ts'

const rounds = 3

/** Opening a file beside csv-parse alone, turn by turn. */
export const fileImport: Measure = {
  id: 'file-import',
  what: 'reading a 200,000-row CSV into the roster, recognised and stored ÷ csv-parse alone',
  unit: 'ratio',
  budget: { atMost: 2 },
  async run(world) {
    const size = world.sized(200_000, 1000)
    const file = join(world.folder, 'people.csv')
    writeFileSync(file, peopleCsv(seedPeople({ count: size, seed: 7 })))
    const importer = world.part<ImporterDuties>('importer')
    const parser = world.part<ImporterDuties>('importer')
    const ratios: number[] = []
    // The first round warms both up.
    for (let round = 0; round <= rounds; round++) {
      const parsed = await parser.ask('parse', { file })
      const read = await importer.ask('read', { file, database: join(world.folder, `import-${round}.db`) })
      if (read.rows !== size || parsed.rows !== size) throw new Error('Not all rows were read.')
      if (round === 0) continue
      ratios.push(read.took / parsed.took)
      const seconds = [read.reading, read.took - read.reading, parsed.took].map((time) => (time / 1000).toFixed(2))
      world.note(
        `${size} rows: read in ${seconds[0]} s and stored in ${seconds[1]} s; csv-parse alone took ${seconds[2]} s.`,
      )
    }
    await Promise.all([importer.end(), parser.end()])
    return { value: median(ratios), n: ratios.length, host: 'node' }
  },
}
