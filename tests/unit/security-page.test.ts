import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { threats } from '../support/threats.ts'
import { shownByTests, threatsAsShown } from './security-page.ts'

const path = join(import.meta.dirname, '../../docs/security.md')
const [begin, end] = ['<!-- made from the tests: begin -->\n\n', '\n\n<!-- made from the tests: end -->']

test('each threat is shown by a test, and each annotation names a threat', () => {
  const shown = new Set(shownByTests().map(({ threat }) => threat))
  expect([...shown].sort()).toEqual(Object.keys(threats).sort())
})

/** `npx vitest run --project unit tests/unit/security-page.test.ts -u` writes that part anew. */
test('docs/security.md holds the threats as the tests show them', async () => {
  const page = readFileSync(path, 'utf8')
  const [before, rest = ''] = page.split(begin)
  const after = rest.split(end)[1] ?? ''
  await expect(`${before}${begin}${threatsAsShown(shownByTests())}${end}${after}`).toMatchFileSnapshot(path)
})
