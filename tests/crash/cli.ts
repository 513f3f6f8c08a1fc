import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { parseQuirks, type QuirkName } from '../sandbox/quirks.ts'
import { crash } from './crash.ts'

/**
 * `npm run crash [-- --kills 200 --seed 1 --changes 2000 --quirks drop-after-store]`: kills the app in the middle of runs
 * until it was killed so often.
 */
const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    changes: { type: 'string', default: '2000' },
    'kills-per-run': { type: 'string', default: '20' },
    quirks: { type: 'string' },
  },
})

const wanted = Number(options.kills)
const seed = Number(options.seed)
const changes = Number(options.changes)
/** What the service is like, in turn; or always the same, when told. */
const scenarios: readonly (readonly QuirkName[])[] =
  options.quirks === undefined
    ? [
        [],
        ['drop-after-store'],
        ['timeout-after-store'],
        ['no-etag'],
        ['drop-after-store', 'no-etag'],
        ['no-patch', 'drop-after-store'],
        ['flaky-5xx'],
        ['create-empty', 'timeout-after-store'],
        ['bulk'],
        ['bulk', 'drop-after-store'],
        ['bulk-partial', 'timeout-after-store'],
        ['bulk-verbose', 'no-etag', 'drop-after-store'],
      ]
    : [[...parseQuirks(options.quirks.split(','))]]
process.stdout.write(`seed ${seed}: ${wanted} kills in runs of about ${changes} changes\n`)
let killed = 0
let bad = 0
for (let round = 0; killed < wanted; round++) {
  const quirks = scenarios[round % scenarios.length] ?? []
  const kills = Math.min(Number(options['kills-per-run']), wanted - killed)
  const began = performance.now()
  const result = await crash({ changes, kills, seed: seed + round, quirks })
  killed += result.kills
  bad += result.broken.length
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const { inRun, stored, refused } = result
  process.stdout.write(
    `seed ${seed + round} ${quirks.join(' × ') || '(no quirk)'}: ${result.changes} changes, ${result.kills} kills (${inRun} in the run), ` +
      `${stored} writes stored, ${refused} refused as done already, ${result.broken.length} broken, ${seconds} s\n`,
  )
  for (const sentence of result.broken.slice(0, 20)) process.stdout.write(`  ${sentence}\n`)
}
process.stdout.write(
  `${killed} kills in all, ${bad === 0 ? 'nothing lost, doubled or applied twice' : `${bad} broken`}\n`,
)
if (bad > 0) process.exitCode = 1
