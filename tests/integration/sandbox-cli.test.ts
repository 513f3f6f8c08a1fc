import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { quirkNames } from '../sandbox/quirks.ts'
import { type SignInPlace, signIn } from '../sandbox/sign-in.ts'

interface Printed extends SignInPlace {
  readonly peopleFile: string
  readonly stop: string
}

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

const run = (...args: string[]) => start(process.execPath, ['tests/sandbox/cli.ts', ...args])

function start(command: string, args: string[]) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  const output = { out: '', error: '' }
  child.stdout.on('data', (chunk) => (output.out += chunk))
  child.stderr.on('data', (chunk) => (output.error += chunk))
  const ended = once(child, 'close').then(([code]) => code)
  const line = async (): Promise<Printed> => {
    while (!output.out.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended])
    return JSON.parse(output.out)
  }
  return { child, output, ended, line }
}

describe('npm run sandbox', () => {
  it('prints one line of JSON that is enough to sign in and to read accounts', async () => {
    const { output, line, ended } = run(
      '--people',
      '30',
      '--accounts',
      '12',
      '--quirks',
      'no-patch,page-cap',
      '--access-ttl',
      '60',
    )
    const printed = await line()
    expect(Object.keys(printed)).toEqual(['settings', 'login', 'peopleFile', 'stop'])
    expect(readFileSync(printed.peopleFile, 'utf8').split('\r\n')).toHaveLength(32)
    const { tokens } = await signIn(printed)
    expect(tokens.expires_in).toBe(60)
    const { baseUrl, token } = printed.settings.scim
    const users = await fetch(`${baseUrl}/tokens/${token}/Users`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect(await users.json()).toMatchObject({ totalResults: 12 })
    expect((await fetch(printed.stop, { method: 'POST' })).status).toBe(204)
    expect(await ended).toBe(0)
    expect(existsSync(printed.peopleFile)).toBe(false)
    expect(output.out.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s and cleans up', async (signal) => {
    const { child, line, ended } = run('--people', '1', '--accounts', '1')
    const { peopleFile } = await line()
    child.kill(signal)
    expect(await ended).toBe(0)
    expect(existsSync(peopleFile)).toBe(false)
  })

  it('ends with the npm that started it', async () => {
    const { child, output, line } = start('npm', [
      'run',
      '--silent',
      'sandbox',
      '--',
      '--people',
      '1',
      '--accounts',
      '1',
    ])
    const { peopleFile } = await line()
    expect(output.out.trimEnd().split('\n')).toHaveLength(1)
    child.kill('SIGTERM')
    await expect.poll(() => existsSync(peopleFile), { timeout: 10_000 }).toBe(false)
  })

  it('explains itself', async () => {
    const { output, ended } = run('--help')
    expect(await ended).toBe(0)
    for (const name of quirkNames) expect(output.out).toContain(`  ${name} `)
    for (const option of ['--port', '--people', '--access-ttl', '--refresh-ttl']) expect(output.out).toContain(option)
  })

  it.each([
    [['--peple', '3'], /^Unknown option '--peple'/],
    [['--people', 'many'], /^--people has to be a whole number/],
    [['--people', ''], /^--people has to be a whole number/],
    [['--access-ttl', '0'], /^--access-ttl has to be a whole number from 1/],
    [['--quirks', 'no-patch,nonsense'], /^Unknown quirk nonsense\. There are: /],
  ])('refuses %o with one sentence', async (args, sentence) => {
    const { output, ended } = run(...args)
    expect(await ended).toBe(2)
    expect(output.out).toBe('')
    expect(output.error).toMatch(sentence)
    expect(output.error.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says that a port is taken', async () => {
    const first = run('--people', '0', '--accounts', '0')
    const { settings } = await first.line()
    const { port } = new URL(settings.scim.baseUrl)
    const second = run('--port', port)
    expect(await second.ended).toBe(2)
    expect(second.output.error).toContain(`Port ${port} is taken`)
  })
})
