import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../support/fresh-build.ts'
import { walkTour } from './tour/walk.ts'

/**
 * `npm run tour`: pictures of every screen in both themes, and a failure for whatever is wrong with one. With names of scenes
 * (`npm run tour -- filter updates`) only theirs: what comes before them is walked through without a look.
 */
const only = process.argv.slice(2)
const shown = join(projectFolder, 'docs/pictures')
const results = join(projectFolder, 'test-results/tour')
const pictures = { shown: join(results, 'pictures'), others: join(results, 'other-sizes') }
await rm(results, { recursive: true, force: true })
for (const folder of Object.values(pictures)) await mkdir(folder, { recursive: true })

const { host, screens, findings } = await walkTour({ short: false, only, pictures, say: (line) => console.log(line) })
// Only a tour that came to its end changes what the documents show.
if (only.length === 0) await rm(shown, { recursive: true, force: true })
await cp(pictures.shown, shown, { recursive: true })
console.log(`${screens.length} screens on ${host}: pictures are in docs/pictures, other sizes in test-results/tour.`)
if (findings.length > 0) {
  console.error(`${findings.length} found:\n${findings.join('\n')}`)
  process.exitCode = 1
}
