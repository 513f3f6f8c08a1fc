import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { boundOf } from '../bench/measure.ts'
import { measures } from '../bench/measures.ts'

const run = promisify(execFile)
const bench = (...args: string[]) => run(process.execPath, ['tests/bench/cli.ts', ...args])

describe('npm run bench', () => {
  it('prints one JSON array with a reading for each id that was asked for', async () => {
    const ids = ['read-throughput', 'file-import']
    const { stdout, stderr } = await bench('--json', '--scale', '0.01', '--only', ids.join(','))
    const readings: unknown = JSON.parse(stdout)
    expect(readings).toEqual(
      ids.map((id) => ({
        id,
        value: expect.any(Number),
        unit: 'ratio',
        budget: expect.stringMatching(/^[≤≥] [\d.]+$/),
        ok: expect.any(Boolean),
        n: expect.any(Number),
        host: 'node',
      })),
    )
    expect(stderr).toContain('read-throughput: ')
  })

  it('tells what it has measured when it is interrupted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-bench-out-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const out = join(folder, 'readings.json')
    const given = ['--json', '--out', out, '--scale', '0.01', '--only', 'read-throughput,push-growth']
    const child = spawn(process.execPath, ['tests/bench/cli.ts', ...given], { stdio: ['ignore', 'pipe', 'pipe'] })
    const [printed, ended] = [text(child.stdout), once(child, 'exit')]
    child.stderr.on('data', (said) => {
      if (String(said).includes('push-growth: ')) child.kill('SIGTERM')
    })
    expect(await ended).toEqual([1, null])
    const readings: unknown = JSON.parse(await printed)
    expect(readings).toEqual([expect.objectContaining({ id: 'read-throughput', host: 'node' })])
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(readings)
  })

  it.each([
    [['--only', 'read-throughput,speed'], /^There is no measure speed\. Known: push-throughput, /],
    [['--scale', '2'], /^--scale is the share of the full sizes/],
    [['--fast'], /^Unknown option '--fast'/],
  ])('refuses %j with one sentence', async (args, sentence) => {
    await expect(bench('--json', ...args)).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    })
  })

  it('is described, each measure with its budget', () => {
    const page = readFileSync('docs/bench.md', 'utf8').replaceAll(/ +/g, ' ')
    for (const { id, unit, budget } of measures) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${id} |`))
      const told = unit === 'ratio' || budget === null ? boundOf(budget) : `${boundOf(budget)} ${unit}`
      expect(row, id).toContain(`| ${told} |`)
    }
  })
})
