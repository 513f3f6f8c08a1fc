import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expressionFunctions, signatureOf } from '../../../shared/expression/functions.ts'
import { textOf } from '../../../shared/words/text.ts'

// The formatter widens a table's columns; the words are what counts.
const page = readFileSync(new URL('../../../docs/guide/mapping.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ')

test('the user guide lists every function of expressions with its help and its example, and no other', () => {
  const rows = [...page.matchAll(/^\| `([a-zA-Z]+\(.*?\))` \| (.+?) \| `(.+)` \| (.+) \|$/gm)].map(
    ([, ...cells]) => cells,
  )
  expect(rows).toEqual(expressionFunctions.map((one) => [signatureOf(one), textOf(one.help), ...one.example]))
})
