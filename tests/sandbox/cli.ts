import { parseArgs } from 'node:util'
import { defaultOptions, flagOf, numericOptions, type SandboxOptions } from './options.ts'
import { quirkTable } from './quirks.ts'
import { startSandbox } from './sandbox.ts'

const meanings: Readonly<Record<keyof SandboxOptions, string>> = {
  port: 'port to listen at on 127.0.0.1; 0 takes a free one',
  people: 'people in the people file',
  accounts: 'accounts the tenant has from the start',
  seed: 'the same seed gives the same people and accounts',
  quirks: 'switches, separated by commas, see below',
  accessTtl: 'lifetime of access tokens in seconds',
  refreshTtl: 'lifetime of refresh tokens in seconds',
  journal: 'requests to remember',
}

function help(): string {
  const names = Object.keys(meanings) as (keyof SandboxOptions)[]
  const options = names.map((name) => {
    const value = defaultOptions[name]
    return `  ${flagOf(name).padEnd(14)} ${meanings[name]}${Array.isArray(value) ? '' : ` (${value})`}`
  })
  const quirks = Object.entries(quirkTable).map(([name, sentence]) => `  ${name.padEnd(25)} ${sentence}`)
  return [
    'Starts a K2-like tenant on loopback: an OpenID provider and a SCIM service.',
    'Prints one line of JSON, { settings, login, peopleFile, stop }, and runs until SIGTERM, SIGINT or a POST to stop.',
    '',
    ...options,
    '',
    'Quirks:',
    ...quirks,
    '',
  ].join('\n')
}

/** The parser's own message goes on about positional arguments; its first sentence says it all. */
function parseKnown(args: string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args, options })
  } catch (error) {
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/[.\n]/)
    throw new Error(`${sentence}; --help lists the options.`)
  }
}

/**
 * Reads the command line.
 * @throws Error with one sentence for an unknown option or a number that is none.
 */
function readArguments(args: string[]): { help: boolean; options: Partial<SandboxOptions> } {
  const flags: Record<string, { type: 'string' | 'boolean' }> = {
    quirks: { type: 'string' },
    help: { type: 'boolean' },
  }
  for (const name of numericOptions) flags[flagOf(name).slice(2)] = { type: 'string' }
  const { values } = parseKnown(args, flags)
  const options: Partial<Record<keyof SandboxOptions, number | string[]>> = {}
  for (const name of numericOptions) {
    const text = values[flagOf(name).slice(2)]
    // An empty text would count as 0.
    if (text !== undefined) options[name] = text === '' ? Number.NaN : Number(text)
  }
  if (typeof values.quirks === 'string') {
    options.quirks = values.quirks
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
  }
  return { help: values.help === true, options: options as Partial<SandboxOptions> }
}

async function main(): Promise<void> {
  const { help: wantsHelp, options } = readArguments(process.argv.slice(2))
  if (wantsHelp) {
    process.stdout.write(help())
    return
  }
  // Libraries that talk to the console must not add to the one line on standard output.
  console.log = console.info = console.debug = console.error
  const sandbox = await startSandbox(options)
  const { settings, login, peopleFile, stopUrl } = sandbox
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sandbox.stop())
  // npm passes a signal on to the shell it started, and the shell dies of it without telling the sandbox.
  const parent = process.ppid
  const orphaned = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent
  setInterval(() => orphaned() && void sandbox.stop(), 200).unref()
  process.stdout.write(`${JSON.stringify({ settings, login, peopleFile, stop: stopUrl })}\n`)
  await sandbox.stopped
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
