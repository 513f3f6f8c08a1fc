import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureBuilt, projectFolder } from '../support/fresh-build.ts'

/** What may be asked to `parse` in the window. Anything else could be a schema, and there are none (renderer/no-schemas.ts). */
const parsers = ['JSON', 'Date', 'URL']

test('no script of the window reads a schema, which would fail there when it is reached', async () => {
  await ensureBuilt()
  const scripts = globSync('out/renderer/assets/*.js', { cwd: projectFolder })
  expect(scripts.length).toBeGreaterThan(1)
  for (const name of scripts) {
    const script = readFileSync(join(projectFolder, name), 'utf8')
    // A parser of a text of its own is asked without one.
    const asked = script.matchAll(/(?:([\w$]+)|[^\w$])\.(parse|safeParse|parseAsync|safeParseAsync)\((?!\))/g)
    const others = Array.from(asked).filter(([, who, what]) => what !== 'parse' || !parsers.includes(who ?? ''))
    expect({ name, others: others.map(([found]) => found) }).toEqual({ name, others: [] })
  }
})
