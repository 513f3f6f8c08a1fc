import { t } from '../words/text.ts'
import { type ExpressionFunction, functionNamed, signatureOf, type ValueKind } from './functions.ts'
import type { Problem } from './problem.ts'
import { type Expression, partsOf, type Span } from './tree.ts'

/** What is wrong with the number and the kinds of values that functions of an expression are given. */
export function checkValues(whole: Expression): Problem[] {
  const problems: Problem[] = []
  const is = kindOf(whole)
  if (is !== 'text') problems.push(wrongKind(whole, 'text', is))
  for (const part of partsOf(whole)) {
    const called = part.kind === 'call' ? functionNamed(part.name) : undefined
    if (part.kind !== 'call' || called === undefined) continue
    const { takes, atLeast, repeats } = called
    const given = part.values.length
    if (given < atLeast || (!repeats && given > takes.length)) {
      problems.push(wrongNumber(called, given, spanOfValues(part)))
    }
    for (const [at, value] of part.values.entries()) {
      const wanted = takes[at]?.kind ?? (repeats ? takes.at(-1)?.kind : undefined)
      const found = kindOf(value)
      if (wanted !== undefined && found !== wanted) problems.push(wrongKind(value, wanted, found))
      else if (value.kind === 'number' && value.number === 0) {
        problems.push({
          ...placeOf(value),
          code: 'kind-of-value',
          sentence: t('Counting starts at 1, or at -1 from the end.'),
        })
      } else if (value.kind === 'number' && value.number < 0 && takes[at]?.name !== 'part') {
        problems.push({ ...placeOf(value), code: 'kind-of-value', sentence: t('This number has to be 1 or more.') })
      }
    }
  }
  return problems
}

/** What an expression gives; of a function that does not exist, a text is expected. */
function kindOf(expression: Expression): ValueKind {
  if (expression.kind === 'number') return 'number'
  return expression.kind === 'call' ? (functionNamed(expression.name)?.gives ?? 'text') : 'text'
}

const placeOf = ({ start, end }: Span): Span => ({ start, end })

/** Where what is given stands; the whole call where nothing is. */
function spanOfValues({ values, start, end }: Expression & { kind: 'call' }): Span {
  return { start: values[0]?.start ?? start, end: values.at(-1)?.end ?? end }
}

function wrongNumber(called: ExpressionFunction, given: number, place: Span): Problem {
  const { takes, atLeast, repeats } = called
  const values = { call: signatureOf(called), atLeast, most: takes.length, given }
  return { ...place, code: 'number-of-values', sentence: sentenceOfNumber() }

  function sentenceOfNumber(): string {
    if (repeats)
      return t(
        '{call} takes at least {atLeast} values; {given, plural, =0 {none is} one {# is} other {# are}} given.',
        values,
      )
    if (atLeast === takes.length)
      return t(
        '{call} takes {atLeast, plural, one {# value} other {# values}}; {given, plural, =0 {none is} one {# is} other {# are}} given.',
        values,
      )
    return t(
      '{call} takes {atLeast} or {most} values; {given, plural, =0 {none is} one {# is} other {# are}} given.',
      values,
    )
  }
}

function wrongKind(value: Expression, wanted: ValueKind, found: ValueKind): Problem {
  return { ...placeOf(value), code: 'kind-of-value', sentence: sentenceOf(wanted, found) }
}

function sentenceOf(wanted: ValueKind, found: ValueKind): string {
  if (wanted === 'number') return t('A number belongs here, written in digits: 1, 2, or -1 for the last.')
  if (wanted === 'test') return t('A test belongs here: equals(…), contains(…), isEmpty(…) or the like.')
  if (found === 'number') return t('A number can’t stand here. Write it as a text: "1".')
  return t('A test only says yes or no. Put it into if(…, "yes", "no").')
}
