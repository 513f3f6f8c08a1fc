import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../support/fresh-build.ts'
import { walkTour } from './tour/walk.ts'

/** `npm run tour`: pictures of every screen in both themes, and a failure for whatever is wrong with one. */
const pictures = { shown: join(projectFolder, 'docs/pictures'), others: join(projectFolder, 'test-results/tour') }
for (const folder of Object.values(pictures)) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
}

const { host, screens, findings } = await walkTour({ short: false, pictures, say: (line) => console.log(line) })
console.log(`${screens.length} screens on ${host}: pictures are in docs/pictures, other sizes in test-results/tour.`)
if (findings.length > 0) {
  console.error(`\n${findings.length} found:\n${findings.join('\n')}`)
  process.exitCode = 1
}
