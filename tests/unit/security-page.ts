import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ThreatId, threats } from '../support/threats.ts'

const tests = join(import.meta.dirname, '..')

/** A test that shows how a threat is answered. */
interface Shown {
  readonly threat: string
  readonly title: string
  /** Below `tests/`. */
  readonly file: string
}

/** Every call of `shows` in the tests, in the order of the files. */
export function shownByTests(): Shown[] {
  const files = globSync('{unit,integration,e2e}/**/*.test.ts', { cwd: tests })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  return files.flatMap((file) =>
    Array.from(
      readFileSync(join(tests, file), 'utf8').matchAll(/\bshows\(\s*'([\w-]+)',\s*'([^']+)',?\s*\)/g),
      ([, threat = '', title = '']) => ({ threat, title, file }),
    ),
  )
}

/** The table of docs/security.md: each threat, what answers it, and the tests that show it. */
export function threatTable(shown: readonly Shown[]): string {
  const rows = Object.entries(threats).map(([id, { threat, answer }]) => {
    const by = shown.filter((one) => one.threat === (id as ThreatId)).map(({ title, file }) => `${file}: “${title}”`)
    return `| ${threat} | ${answer} | ${by.join('<br>')} |`
  })
  return ['| threat | what answers it | shown by (below `tests/`) |', '| --- | --- | --- |', ...rows].join('\n')
}
