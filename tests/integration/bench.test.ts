import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
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
      const bound = 'atMost' in budget ? `≤ ${budget.atMost}` : `≥ ${budget.atLeast}`
      const row = page.split('\n').find((line) => line.startsWith(`| ${id} |`))
      expect(row, id).toContain(`| ${unit === 'ratio' ? bound : `${bound} ${unit}`} |`)
    }
  })
})
