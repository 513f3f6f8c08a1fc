import { type Message, msg } from '../words/text.ts'
import { most } from './tree.ts'

/** What a function takes or gives: a text, a yes or no, or a whole number that is written out. */
export type ValueKind = 'text' | 'test' | 'number'

/** One value that a function takes. */
export interface Parameter {
  /** What it is called in help and errors. */
  readonly name: string
  readonly kind: ValueKind
}

/**
 * A function of expressions. This list is what is evaluated, what the window offers and explains, and what the user guide
 * has to say: a new function is a new entry here.
 */
export interface ExpressionFunction {
  readonly name: string
  readonly gives: 'text' | 'test'
  readonly takes: readonly Parameter[]
  /** How many of `takes` there have to be. */
  readonly atLeast: number
  /** Whether the last of `takes` may be said again and again. */
  readonly repeats: boolean
  /** One line for the admin. */
  readonly help: Message
  /** How it is written, with what comes out for the person of the user guide. */
  readonly example: readonly [expression: string, gives: string]
  /** Every value comes as text: a yes as `true`, a no as nothing, a number in digits. */
  readonly run: (values: readonly string[]) => string
}

const text = (name = 'text'): Parameter => ({ name, kind: 'text' })
const test = (name = 'test'): Parameter => ({ name, kind: 'test' })
const number = (name: string): Parameter => ({ name, kind: 'number' })
const yes = (is: boolean): string => (is ? 'true' : '')
const fold = (value: string): string => value.normalize('NFC').toLowerCase()

type Shape = Pick<ExpressionFunction, 'gives' | 'atLeast' | 'repeats'>
const textOf = (atLeast: number, repeats = false): Shape => ({ gives: 'text', atLeast, repeats })
const testOf = (atLeast: number, repeats = false): Shape => ({ gives: 'test', atLeast, repeats })

/** Two texts that are held against each other without regard to case. */
const comparing = (
  name: string,
  help: Message,
  example: ExpressionFunction['example'],
  compare: (value: string, other: string) => boolean,
): ExpressionFunction => ({
  name,
  ...testOf(2),
  takes: [text(), text('other')],
  help,
  example,
  run: ([value = '', other = '']) => yes(compare(fold(value), fold(other))),
})

/** All functions, in the order in which help shows them. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  {
    name: 'join',
    ...textOf(2, true),
    takes: [text('separator'), text()],
    help: msg('Puts texts together with the separator between them. Empty ones are passed over.'),
    example: ['join(" ", givenName, familyName)', 'Ada Lovelace'],
    run: ([separator = '', ...values]) => values.filter((value) => value !== '').join(separator),
  },
  {
    name: 'lower',
    ...textOf(1),
    takes: [text()],
    help: msg('In lower case.'),
    example: ['lower(familyName)', 'lovelace'],
    run: ([value = '']) => value.toLowerCase(),
  },
  {
    name: 'upper',
    ...textOf(1),
    takes: [text()],
    help: msg('In upper case.'),
    example: ['upper(familyName)', 'LOVELACE'],
    run: ([value = '']) => value.toUpperCase(),
  },
  {
    name: 'trim',
    ...textOf(1),
    takes: [text()],
    help: msg('Without the spaces before and after it.'),
    example: ['trim(" Finance ")', 'Finance'],
    run: ([value = '']) => value.trim(),
  },
  {
    name: 'replace',
    ...textOf(3),
    takes: [text(), text('what'), text('with')],
    help: msg('With every place where “what” stands replaced. Upper and lower case count.'),
    example: ['replace(email, "@contoso.example", "")', 'ada.lovelace'],
    run: ([value = '', what = '', by = '']) => replaced(value, what, by),
  },
  {
    name: 'split',
    ...textOf(3),
    takes: [text(), text('separator'), number('part')],
    help: msg('One part of a text that is cut at the separator: 1 is the first, -1 the last.'),
    example: ['split(email, "@", 1)', 'ada.lovelace'],
    run: ([value = '', separator = '', part = '']) => {
      const parts = separator === '' ? [value] : value.split(separator)
      const at = Number(part)
      return (at < 0 ? parts.at(at) : parts[at - 1]) ?? ''
    },
  },
  {
    name: 'left',
    ...textOf(2),
    takes: [text(), number('letters')],
    help: msg('So many letters from its beginning.'),
    example: ['left(givenName, 1)', 'A'],
    // By character, not by half of one that needs two units.
    run: ([value = '', letters = '']) => [...value.slice(0, 2 * Number(letters))].slice(0, Number(letters)).join(''),
  },
  {
    name: 'first',
    ...textOf(1, true),
    takes: [text()],
    help: msg('The first that is not empty.'),
    example: ['first(mobile, phone, "None")', '+44 20 7946 0100'],
    run: (values) => values.find((value) => value !== '') ?? '',
  },
  {
    name: 'if',
    ...textOf(2),
    takes: [test(), text('then'), text('else')],
    help: msg('The second where the test holds, else the third; nothing where that is left out.'),
    example: ['if(equals(department, "Finance"), "FIN", "OTHER")', 'FIN'],
    run: ([is = '', then = '', otherwise = '']) => (is === '' ? otherwise : then),
  },
  comparing(
    'equals',
    msg('Whether both say the same. Upper and lower case don’t count.'),
    ['if(equals(country, "gb"), "UK", country)', 'UK'],
    (value, other) => value === other,
  ),
  comparing(
    'contains',
    msg('Whether the other stands somewhere in the text. Upper and lower case don’t count.'),
    ['if(contains(title, "lead"), "Lead", "Staff")', 'Lead'],
    (value, other) => value.includes(other),
  ),
  comparing(
    'startsWith',
    msg('Whether the text starts with the other. Upper and lower case don’t count.'),
    ['if(startsWith(phone, "+44"), "GB", "")', 'GB'],
    (value, other) => value.startsWith(other),
  ),
  comparing(
    'endsWith',
    msg('Whether the text ends with the other. Upper and lower case don’t count.'),
    ['if(endsWith(email, ".example"), "Test", "")', 'Test'],
    (value, other) => value.endsWith(other),
  ),
  {
    name: 'isEmpty',
    ...testOf(1),
    takes: [text()],
    help: msg('Whether there is nothing.'),
    example: ['if(isEmpty(mobile), phone, mobile)', '+44 20 7946 0100'],
    run: ([value = '']) => yes(value === ''),
  },
  {
    name: 'and',
    ...testOf(2, true),
    takes: [test(), test('other')],
    help: msg('Whether all tests hold.'),
    example: ['if(and(equals(country, "GB"), isEmpty(mobile)), "Desk", "")', 'Desk'],
    run: (values) => yes(values.every((value) => value !== '')),
  },
  {
    name: 'or',
    ...testOf(2, true),
    takes: [test(), test('other')],
    help: msg('Whether at least one test holds.'),
    example: ['if(or(equals(country, "GB"), equals(country, "IE")), "Isles", "")', 'Isles'],
    run: (values) => yes(values.some((value) => value !== '')),
  },
  {
    name: 'not',
    ...testOf(1),
    takes: [test()],
    help: msg('Whether the test does not hold.'),
    example: ['if(not(isEmpty(employeeNumber)), "Employee", "Guest")', 'Employee'],
    run: ([is = '']) => yes(is === ''),
  },
]

const byName = new Map(expressionFunctions.map((one) => [one.name.toLowerCase(), one]))

/** The function of a name, which may be written in any case; undefined when there is none. */
export const functionNamed = (name: string): ExpressionFunction | undefined => byName.get(name.toLowerCase())

/** How a function is called: `split(text, separator, part)`, `join(separator, text, …)`, `if(test, then, [else])`. */
export function signatureOf({ name, takes, atLeast, repeats }: ExpressionFunction): string {
  const names = takes.map((one, at) => (at < atLeast ? one.name : `[${one.name}]`))
  return `${name}(${[...names, ...(repeats ? ['…'] : [])].join(', ')})`
}

/** Every place replaced, and no longer than anybody may have. */
function replaced(value: string, what: string, by: string): string {
  if (what === '') return value
  let result = ''
  let from = 0
  for (let at = value.indexOf(what); at !== -1 && result.length <= most.result; at = value.indexOf(what, from)) {
    result += value.slice(from, at) + by
    from = at + what.length
  }
  return result + value.slice(from)
}
