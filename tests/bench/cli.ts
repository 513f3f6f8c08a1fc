import { renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Reading, read } from './measure.ts'
import { measures } from './measures.ts'
import { createWorld } from './world.ts'

/** `npm run bench [-- --json] [-- --out file] [-- --only id,…]`: takes the measures and holds each against its budget. */
const options = readArguments()

if (options.help) {
  process.stdout.write(
    `npm run bench -- [--json] [--out file] [--scale 1] [--only ${measures.map((measure) => measure.id).join(',')}]\n`,
  )
  process.exit(0)
}

const wanted = options.only?.split(',').map((id) => id.trim())
const unknown = wanted?.filter((id) => !measures.some((measure) => measure.id === id)) ?? []
if (unknown.length > 0) {
  refuse(`There is no measure ${unknown.join(', ')}. Known: ${measures.map((measure) => measure.id).join(', ')}.`)
}
const scale = Number(options.scale)
if (!(scale > 0 && scale <= 1)) refuse('--scale is the share of the full sizes: more than 0, at most 1.')

const readings: Reading[] = []
const world = createWorld(scale)
const interrupted = new Promise<'interrupted'>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('interrupted'))
})
for (const measure of measures.filter(({ id }) => wanted?.includes(id) ?? true)) {
  process.stderr.write(`${measure.id}: ${measure.what} …\n`)
  try {
    const reading = await Promise.race([read(measure, world), interrupted])
    if (reading === 'interrupted') {
      process.stderr.write('Interrupted; what has been measured follows.\n')
      process.exitCode = 1
      break
    }
    readings.push(reading)
    tell(reading)
  } catch (error) {
    // Hours of other measures are not lost with one.
    process.stderr.write(`  could not be measured: ${error instanceof Error ? error.stack : error}\n`)
    process.exitCode = 1
  }
}
if (options.json) process.stdout.write(`${JSON.stringify(readings)}\n`)
await world.close()
process.exit()

function tell({ id, value, unit, budget, ok, n, host }: Reading): void {
  if (options.out !== undefined) {
    // Never half a file, whenever the bench is ended.
    writeFileSync(`${options.out}.new`, `${JSON.stringify(readings, null, 2)}\n`)
    renameSync(`${options.out}.new`, options.out)
  }
  if (options.json) return
  const verdict = budget === 'none' ? '      ' : ok ? 'within' : 'MISSED'
  process.stdout.write(
    `${verdict}  ${id.padEnd(22)} ${String(value).padStart(8)} ${unit.padEnd(6)} budget ${budget.padEnd(8)} n ${n}, ${host}\n`,
  )
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        only: { type: 'string' },
        scale: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    // The parser's own message goes on about positional arguments; its first sentence says it all.
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/[.\n]/)
    return refuse(`${sentence}; --help lists the options.`)
  }
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}
