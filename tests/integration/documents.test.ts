import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commands, fileOf } from '../unit/docs/commands.ts'
import { project } from '../unit/docs/pages.ts'

/** Runs a script of package.json, one that is a file and nothing else, to its end. */
const run = (script: string, options: readonly string[]) =>
  spawnSync(process.execPath, [fileOf(script) ?? '', ...options], { cwd: project, encoding: 'utf8' })

/** Everything that the documents hand to a script, together. */
const handed = Map.groupBy(
  commands.flatMap(({ script }) => (script !== null && script.options.length > 0 ? [script] : [])),
  ({ name }) => name,
)

// A script reads its options before it does anything, and stops at the first that it does not know.
test.each([...handed])('npm run %s knows every option that a document hands to it', (name, uses) => {
  const { status, stdout, stderr } = run(name, [...uses.flatMap(({ options }) => options), '--no-such-option'])
  expect(stderr).toContain("Unknown option '--no-such-option'")
  expect(stdout).toBe('')
  expect(status).not.toBe(0)
})

test.each(['sandbox', 'bench'])('npm run %s lists its options', (name) => {
  const { status, stdout } = run(name, ['--help'])
  expect(status).toBe(0)
  for (const word of handed.get(name)?.flatMap(({ options }) => options) ?? [])
    if (word.startsWith('--')) expect(stdout).toContain(word)
})
