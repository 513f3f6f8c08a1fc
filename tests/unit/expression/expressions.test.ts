import { expect, test } from 'vitest'
import { compileExpression } from '../../../shared/expression/compile.ts'
import { expressionFunctions } from '../../../shared/expression/functions.ts'
import { parseExpression } from '../../../shared/expression/parse.ts'
import { printExpression } from '../../../shared/expression/print.ts'
import { most } from '../../../shared/expression/tree.ts'
import type { Person } from '../../../shared/model/person.ts'

/** The person of the examples. */
const ada: Person = {
  key: 'ada',
  line: 2,
  active: true,
  attributes: {
    userName: 'Ada.Lovelace@contoso.example',
    givenName: 'Ada',
    familyName: 'Lovelace',
    email: 'ada.lovelace@contoso.example',
    title: 'Team lead',
    department: 'Finance',
    country: 'GB',
    phone: '+44 20 7946 0100',
    employeeNumber: '10442',
  },
  more: { 'Cost center': '4711', 'odd ] name': 'odd', constructor_: '' },
}

function give(text: string): string {
  const { expression, problems } = parseExpression(text)
  if (expression === null) throw new Error(problems[0].sentence)
  return compileExpression(expression)(ada)
}

test.each([
  ['givenName', 'Ada'],
  [' GIVENNAME ', 'Ada'],
  ['mobile', ''],
  ['active', 'true'],
  ['[Cost center]', '4711'],
  ['[ Cost center ]', '4711'],
  ['[odd ]] name]', 'odd'],
  ['[toString]', ''],
  ['"say ""hi"""', 'say "hi"'],
  ['join("", left(givenName, 1), familyName)', 'ALovelace'],
  ['join(", ", mobile, phone)', '+44 20 7946 0100'],
  ['Lower(JOIN(".", givenName, familyName))', 'ada.lovelace'],
  ['replace("aaa", "a", "b")', 'bbb'],
  ['replace("a.b", "", "x")', 'a.b'],
  ['replace("a.b", ".", "$&")', 'a$&b'],
  ['split("a-b-c", "-", 2)', 'b'],
  ['split("a-b-c", "-", -1)', 'c'],
  ['split("a-b-c", "-", 9)', ''],
  ['split("abc", "", 1)', 'abc'],
  ['left("😀😀😀", 2)', '😀😀'],
  ['if(isEmpty(mobile), "none")', 'none'],
  ['if(not(isEmpty(mobile)), "some")', ''],
  ['if(equals("É", "é"), "same", "other")', 'same'],
  ['if(and(contains(title, "LEAD"), or(isEmpty(mobile), isEmpty(phone))), "yes", "no")', 'yes'],
])('%s gives %j', (text, gives) => {
  expect(give(text)).toBe(gives)
})

test.each(expressionFunctions.map(({ name, example }) => [name, ...example] as const))(
  'the example of %s is true: %s',
  (name, text, gives) => {
    expect(text).toContain(`${name}(`)
    expect(give(text)).toBe(gives)
  },
)

test.each<[text: string, code: string, place: string, sentence: RegExp]>([
  ['', 'empty', '', /^Say where/],
  ['  ', 'empty', '  ', /^Say where/],
  ['givenNam', 'unknown-attribute', 'givenNam', /Did you mean givenName\?$/],
  ['costcenter', 'unknown-attribute', 'costcenter', /Did you mean \[Cost center\]\?$/],
  ['lower', 'unknown-attribute', 'lower', /is a function/],
  ['xyzzy', 'unknown-attribute', 'xyzzy', /A text stands in quotation marks\.$/],
  ['lowr(givenName)', 'unknown-function', 'lowr', /Did you mean lower\?$/],
  ['givenName()', 'unknown-function', 'givenName', /without parentheses\.$/],
  ['lower(givenName, familyName)', 'number-of-values', 'givenName, familyName', /takes 1 value; 2 are given\.$/],
  [
    'split(email, "@")',
    'number-of-values',
    'email, "@"',
    /^split\(text, separator, part\) takes 3 values; 2 are given\.$/,
  ],
  ['join()', 'number-of-values', 'join()', /takes at least 2 values; none is given\.$/],
  ['if(isEmpty(email))', 'number-of-values', 'isEmpty(email)', /takes 2 or 3 values; 1 is given\.$/],
  ['if(email, "a")', 'kind-of-value', 'email', /^A test belongs here/],
  ['equals(email, "a")', 'kind-of-value', 'equals(email, "a")', /only says yes or no/],
  ['lower(1)', 'kind-of-value', '1', /Write it as a text/],
  ['1', 'kind-of-value', '1', /Write it as a text/],
  ['split(email, "@", "1")', 'kind-of-value', '"1"', /in digits/],
  ['split(email, "@", 0)', 'kind-of-value', '0', /starts at 1/],
  ['left(email, -1)', 'kind-of-value', '-1', /1 or more/],
  ['"open', 'text-open', '"open', /closing quotation mark/],
  ['lower([Cost center)', 'bracket-open', '[Cost center)', /closing bracket/],
  ['[ ]', 'expected', '[ ]', /name belongs between/],
  ['lower(givenName', 'call-open', 'lower(', /^lower\( lacks its closing parenthesis\.$/],
  ['lower(,)', 'expected', ',', /belongs here/],
  ['lower(givenName familyName)', 'expected', 'familyName', /comma/],
  ['givenName familyName', 'left-over', 'familyName', /has ended before this/],
  ["'text'", 'character', "'", /straight double/],
  ['“text”', 'character', '“', /straight double/],
  ['givenName + familyName', 'character', '+', /join/],
  ['if(country = "GB", "a")', 'character', '=', /equals/],
  ['givenName; x', 'character', ';', /no meaning/],
  ['lower(manager)', 'manager-inside', 'manager', /only stand alone/],
  [`${'lower('.repeat(22)}givenName${')'.repeat(22)}`, 'too-deep', 'lower', /20 deep/],
  ['x'.repeat(most.characters + 5), 'too-long', 'xxxxx', /may have 2000 characters/],
])('%s is refused as %s at %s', (text, code, place, sentence) => {
  const { problems } = parseExpression(text, ['Cost center'])
  const [first] = problems
  expect(first).toMatchObject({ code, sentence: expect.stringMatching(sentence) })
  expect(text.slice(first?.start, first?.end)).toBe(place)
})

test('names that are not known, and wrong values, are all told at once and in order', () => {
  const { problems } = parseExpression('join(lowr(givenNam), lower(email, title), manager)')
  expect(problems.map(({ code }) => code)).toEqual([
    'unknown-function',
    'unknown-attribute',
    'number-of-values',
    'manager-inside',
  ])
})

test('the manager stands alone, and is written as names are', () => {
  const { expression } = parseExpression(' Manager ')
  expect(expression && printExpression(expression)).toBe('manager')
})
