import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands, fileOf } from './commands.ts'
import { project, read, scripts, textsOf } from './pages.ts'

test('every npm command in the documents is a script of package.json', () => {
  const run = commands.filter(({ script }) => script !== null)
  expect(run.length).toBeGreaterThan(30)
  expect(run.filter(({ script }) => scripts[script?.name ?? ''] === undefined)).toEqual([])
})

test('every other command names a file or a program that is there', () => {
  const others = commands.filter(({ script, text }) => script === null && text !== 'npm ci')
  expect(others.length).toBeGreaterThan(1)
  const missing = others.filter(({ text }) => {
    const [program, what = ''] = text.split(' ')
    return !existsSync(join(project, program === 'npx' ? `node_modules/.bin/${what}` : what))
  })
  expect(missing).toEqual([])
})

test('only a script that reads its options itself is handed any; the integration tests hand them over', () => {
  const handed = commands.filter(({ script }) => script !== null && script.options.length > 0)
  expect(handed.length).toBeGreaterThan(5)
  expect(handed.filter(({ script }) => fileOf(script?.name ?? '') === null)).toEqual([])
})

test('vitest is told a project that its configuration has', () => {
  const told = commands.flatMap(({ text }) => Array.from(text.matchAll(/--project (\S+)/g), ([, name]) => name))
  expect(told.length).toBeGreaterThan(0)
  for (const name of told) expect(read('vitest.config.ts')).toContain(`name: '${name}'`)
})

test('README.md tells what every script does', () => {
  const told = new Set(textsOf('README.md', 'codespan'))
  const short = new Set(['start', 'test'])
  const words = (name: string) => (short.has(name) ? `npm ${name}` : `npm run ${name}`)
  expect(Object.keys(scripts).filter((name) => !told.has(words(name)))).toEqual([])
})
