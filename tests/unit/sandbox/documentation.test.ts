import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { defaultOptions, flagOf } from '../../sandbox/options.ts'
import { parseQuirks, quirkTable } from '../../sandbox/quirks.ts'

// The formatter widens a table's columns; the words are what counts.
const page = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ')

it('lists every switch in docs/sandbox.md with the sentence of the table, and no other', () => {
  const rows = [...page.matchAll(/^\| `([a-z][a-z0-9-]*)` \| (.+) \|$/gm)].map(([, name, sentence]) => [name, sentence])
  expect(rows).toEqual(Object.entries(quirkTable))
})

it('lists every option in docs/sandbox.md with its default', () => {
  const rows = [...page.matchAll(/^\| `--([a-z-]+)` \| .+ \| (.*) \|$/gm)].map(([, name, value]) => [name, value])
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(
      Object.entries(defaultOptions).map(([name, value]) => [flagOf(name).slice(2), String(value) || 'none']),
    ),
  )
})

it('says one sentence about each switch', () => {
  for (const [name, sentence] of Object.entries(quirkTable)) {
    expect(sentence, name).toMatch(/^[A-Za-z].*\.$/)
    expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  }
})

it('names the unknown switches and those that exist', () => {
  expect([...parseQuirks(['no-patch', 'slow'])]).toEqual(['no-patch', 'slow'])
  expect(() => parseQuirks(['slow', 'toString', 'fast'])).toThrow(/^Unknown quirk toString, fast\. There are: page-cap/)
})
