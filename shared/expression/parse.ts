import { type PersonAttribute, personAttributes } from '../model/person.ts'
import { t } from '../words/text.ts'
import { checkValues } from './check-values.ts'
import { expressionFunctions, functionNamed } from './functions.ts'
import { nearest } from './nearest.ts'
import { printName } from './print.ts'
import type { Problem } from './problem.ts'
import { type Token, tokensOf } from './tokens.ts'
import { type Expression, isManager, most, partsOf } from './tree.ts'

/** An expression that can be used, or everything that keeps it from being used. */
export type Parsed =
  | { readonly expression: Expression; readonly problems: readonly [] }
  | { readonly expression: null; readonly problems: readonly [Problem, ...Problem[]] }

const attributes = new Map<string, PersonAttribute>(personAttributes.map((name) => [name.toLowerCase(), name]))
const functionNames = expressionFunctions.map(({ name }) => name)

/** Thrown within this file only, where reading can't go on. */
class Unreadable extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.sentence)
    this.problem = problem
  }
}

/**
 * Reads an expression. Never throws: what is wrong comes with its place in the text. Names are read in any case.
 * @param further names of the source's further attributes, to suggest one where a name is not known.
 */
export function parseExpression(text: string, further: readonly string[] = []): Parsed {
  const failed = (...problems: readonly [Problem, ...Problem[]]): Parsed => ({ expression: null, problems })
  /** As somebody reads them; null for none. */
  const inOrder = (unsorted: readonly Problem[]): Parsed | null => {
    const [first, ...rest] = unsorted.toSorted((one, other) => one.start - other.start)
    return first === undefined ? null : failed(first, ...rest)
  }
  if (text.length > most.characters) {
    const sentence = t('An expression may have {most} characters; this one has {count}.', {
      most: most.characters,
      count: text.length,
    })
    return failed({ code: 'too-long', sentence, start: most.characters, end: text.length })
  }
  const tokens = tokensOf(text)
  if (!Array.isArray(tokens)) return failed(tokens)
  if (tokens.length === 1) {
    return failed({ code: 'empty', sentence: t('Say where the value comes from.'), start: 0, end: text.length })
  }
  const problems: Problem[] = []
  try {
    const expression = read(tokens, problems, further)
    for (const part of isManager(expression) ? [] : partsOf(expression)) {
      if (isManager(part)) problems.push({ ...managerInside(), start: part.start, end: part.end })
    }
    problems.push(...checkValues(expression))
    return inOrder(problems) ?? { expression, problems: [] }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return inOrder([...problems, error.problem]) ?? failed(error.problem)
  }
}

const managerInside = (): Pick<Problem, 'code' | 'sentence'> => ({
  code: 'manager-inside',
  sentence: t('The manager leads to another person’s account and can only stand alone, in no function.'),
})

/** Reads all tokens as one expression; unknown names are noted and read over. */
function read(tokens: readonly Token[], problems: Problem[], further: readonly string[]): Expression {
  let at = 0
  const next = (): Token => tokens[at] ?? { kind: 'end', start: 0, end: 0 }
  const stop = (code: Problem['code'], sentence: string, { start, end }: Token): never => {
    throw new Unreadable({ code, sentence, start, end })
  }

  function value(depth: number): Expression {
    const token = next()
    const { start, end } = token
    if (depth > most.depth)
      stop('too-deep', t('Functions may stand in each other {depth} deep.', { depth: most.depth }), token)
    at++
    switch (token.kind) {
      case 'text':
        return { kind: 'text', text: token.value, start, end }
      case 'number':
        return { kind: 'number', number: token.value, start, end }
      case 'further':
        return { kind: 'further', name: token.value, start, end }
      case 'name':
        return next().kind === '(' ? call(token, depth) : attribute(token)
      default:
        return stop('expected', t('An attribute, a text in quotation marks or a function belongs here.'), token)
    }
  }

  function call(token: Token & { kind: 'name' | 'further' | 'text' }, depth: number): Expression {
    const { value: name, start } = token
    const known = functionNamed(name)
    if (known === undefined) problems.push(unknownFunction(name, token))
    const open = next()
    at++
    const values: Expression[] = []
    if (next().kind === ')') at++
    else {
      while (true) {
        values.push(value(depth + 1))
        const sign = next()
        at++
        if (sign.kind === ')') break
        if (sign.kind === 'end') {
          stop('call-open', t('{name}( lacks its closing parenthesis.', { name }), { ...open, start })
        }
        if (sign.kind !== ',') stop('expected', t('A comma or a closing parenthesis belongs before this.'), sign)
      }
    }
    return { kind: 'call', name: known?.name ?? name, values, start, end: tokens[at - 1]?.end ?? start }
  }

  function attribute({ value: name, start, end }: Token & { kind: 'name' | 'further' | 'text' }): Expression {
    const known = attributes.get(name.toLowerCase())
    if (known !== undefined) return { kind: 'attribute', name: known, start, end }
    problems.push({ code: 'unknown-attribute', sentence: unknownAttribute(name, further), start, end })
    // Whatever it was meant to be, it was to be a text.
    return { kind: 'further', name, start, end }
  }

  const whole = value(0)
  const rest = next()
  if (rest.kind !== 'end') {
    stop(
      'left-over',
      t('The expression has ended before this. Functions take their values in parentheses, with commas.'),
      rest,
    )
  }
  return whole
}

function unknownFunction(name: string, { start, end }: Token): Problem {
  const meant = nearest(name, functionNames)
  const isAttribute = attributes.get(name.toLowerCase())
  const hint = isAttribute
    ? t('{name} is an attribute and stands without parentheses.', { name: isAttribute })
    : meant === null
      ? t('There are {functions}.', { functions: functionNames.join(', ') })
      : t('Did you mean {name}?', { name: meant })
  return { code: 'unknown-function', sentence: `${t('There is no function {name}.', { name })} ${hint}`, start, end }
}

function unknownAttribute(name: string, further: readonly string[]): string {
  const known = functionNamed(name)
  if (known !== undefined) return t('{name} is a function and takes its values in parentheses.', { name: known.name })
  const meant = nearest(name, [...personAttributes, ...further])
  const hint =
    meant === null ? t('A text stands in quotation marks.') : t('Did you mean {name}?', { name: printName(meant) })
  return `${t('There is no attribute {name}.', { name })} ${hint}`
}
