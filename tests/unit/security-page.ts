import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { threats } from '../support/threats.ts'

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

/** The part of docs/security.md that is made: each threat, what answers it, and the tests that show it. */
export function threatsAsShown(shown: readonly Shown[]): string {
  return Object.entries(threats)
    .map(([id, { threat, answer }]) => {
      const by = shown.filter((one) => one.threat === id).map(({ title, file }) => `- ${title} (\`${file}\`)`)
      return `### ${threat}\n\n${answer}\n\n${by.join('\n')}`
    })
    .join('\n\n')
}
