import { parseArgs } from 'node:util'
import { type Reading, read } from './measure.ts'
import { measures } from './measures.ts'
import { createWorld } from './world.ts'

/** `npm run bench [-- --json] [-- --only id,…]`: takes the measures and holds each against its budget. */
const options = readArguments()

if (options.help) {
  process.stdout.write(
    `npm run bench -- [--json] [--scale 1] [--only ${measures.map((measure) => measure.id).join(',')}]\n`,
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
try {
  for (const measure of measures.filter(({ id }) => wanted?.includes(id) ?? true)) {
    process.stderr.write(`${measure.id}: ${measure.what} …\n`)
    const reading = await read(measure, world)
    readings.push(reading)
    if (!options.json) {
      const { id, value, unit, budget, ok, n, host } = reading
      process.stdout.write(
        `${ok ? 'within' : 'MISSED'}  ${id.padEnd(18)} ${String(value).padStart(8)} ${unit.padEnd(6)} budget ${budget.padEnd(8)} n ${n}, ${host}\n`,
      )
    }
  }
} finally {
  await world.close()
}
if (options.json) process.stdout.write(`${JSON.stringify(readings)}\n`)

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
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
