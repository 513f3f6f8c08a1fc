import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileExpression } from '../../../shared/expression/compile.ts'
import { completionsAt } from '../../../shared/expression/complete.ts'
import { expressionFunctions, type Parameter } from '../../../shared/expression/functions.ts'
import { parseExpression } from '../../../shared/expression/parse.ts'
import { printExpression } from '../../../shared/expression/print.ts'
import { problemCodes } from '../../../shared/expression/problem.ts'
import { type Expression, most } from '../../../shared/expression/tree.ts'
import { personAttributes } from '../../../shared/model/person.ts'

const word = fc.constantFrom(
  ...personAttributes,
  ...expressionFunctions.map(({ name }) => name),
  ...[
    '(',
    ')',
    ',',
    '"',
    '""',
    '"a"',
    '[',
    ']',
    ']]',
    '[Cost center]',
    '1',
    '-1',
    ' ',
    '\n',
    '+',
    'x',
    '…',
    '\u{1F600}',
  ],
)
/** Anything, and what looks like an expression and mostly is none. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
  fc.array(word, { maxLength: 2500 }).map((words) => words.join(' ')),
)

const place = { start: 0, end: 0 }
const bare = personAttributes.filter((name) => name !== 'manager')
const atoms: Record<Parameter['kind'], fc.Arbitrary<Expression>> = {
  text: fc.oneof(
    fc.constantFrom(...bare).map((name): Expression => ({ kind: 'attribute', name, ...place })),
    fc.string().map((text): Expression => ({ kind: 'text', text, ...place })),
    fc
      .string({ minLength: 1 })
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name): Expression => ({ kind: 'further', name, ...place })),
  ),
  number: fc.integer({ min: 1, max: 9999 }).map((number): Expression => ({ kind: 'number', number, ...place })),
  test: fc.constant({
    kind: 'call',
    name: 'isEmpty',
    values: [{ kind: 'text', text: '', ...place }],
    ...place,
  }),
}

/** An expression of a kind that can be used. */
function usable(kind: Parameter['kind'], depth: number): fc.Arbitrary<Expression> {
  if (depth === 0 || kind === 'number') return atoms[kind]
  const calls = expressionFunctions
    .filter(({ gives }) => gives === kind)
    .map(({ name, takes, repeats }) => {
      const last = takes.at(-1)
      const kinds = [...takes, ...(repeats && last ? [last] : [])].map((one) => one.kind)
      return fc
        .tuple(...kinds.map((one) => usable(one, depth - 1)))
        .map((values): Expression => ({ kind: 'call', name, values, ...place }))
    })
  return fc.oneof({ maxDepth: depth }, atoms[kind], ...calls)
}

const withoutPlaces = (expression: Expression): unknown =>
  JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  )

test('whatever is typed gives an expression, or problems with a code, a sentence and a place in the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { expression, problems } = parseExpression(text, ['Cost center'])
      expect(expression === null).toBe(problems.length > 0)
      for (const { code, sentence, start, end } of problems) {
        expect(problemCodes).toContain(code)
        expect(sentence).toMatch(/[.?]$/)
        expect(0 <= start && start <= end && end <= text.length).toBe(true)
      }
      if (expression !== null)
        expect(compileExpression(expression)(somebody(text)).length).toBeLessThanOrEqual(most.result + 1)
    }),
    { numRuns: 3000 },
  )
})

test('what is printed is read as what it was', () => {
  fc.assert(
    fc.property(usable('text', 3), (expression) => {
      const text = printExpression(expression)
      fc.pre(text.length <= most.characters)
      const read = parseExpression(text)
      expect(read.problems).toEqual([])
      expect(read.expression && withoutPlaces(read.expression)).toEqual(withoutPlaces(expression))
      expect(read.expression && printExpression(read.expression)).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('what is offered at the caret takes the place of what stands there', () => {
  fc.assert(
    fc.property(anyText, fc.nat(2500), (text, at) => {
      const caret = Math.min(at, text.length)
      const { replaces, offers } = completionsAt(text, caret, ['Cost center'])
      expect(0 <= replaces.start && replaces.start <= caret && caret <= replaces.end).toBe(true)
      expect(replaces.end).toBeLessThanOrEqual(text.length)
      for (const { insert, help } of offers) expect(insert !== '' && help !== '').toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('no expression makes more of a text than may come out', () => {
  const bomb = Array.from({ length: 19 }).reduce<string>(
    (inner) => `replace(${inner}, "a", "${'a'.repeat(50)}")`,
    '"aaaa"',
  )
  const joined = `join("", ${Array.from({ length: 200 }, () => 'email').join(', ')})`
  for (const text of [bomb, joined]) {
    const { expression } = parseExpression(text)
    if (expression === null) throw new Error(text)
    expect(compileExpression(expression)(somebody('a'.repeat(100_000)))).toHaveLength(most.result + 1)
  }
})

const somebody = (text: string) => ({
  key: 'somebody',
  line: null,
  active: true,
  attributes: { email: text, givenName: 'Ada' },
})
