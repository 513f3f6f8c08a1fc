import type { PersonAttribute } from '../model/person.ts'

/** Where something stands in the text of an expression: from the character at `start` up to the one at `end`, counted from 0. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** An expression as a tree. It is walked, never run as code. */
export type Expression = Span &
  (
    | { readonly kind: 'attribute'; readonly name: PersonAttribute }
    /** An attribute that only this source has, under the source's own name. */
    | { readonly kind: 'further'; readonly name: string }
    | { readonly kind: 'text'; readonly text: string }
    /** A whole number, which only says which part or how many letters. */
    | { readonly kind: 'number'; readonly number: number }
    | { readonly kind: 'call'; readonly name: string; readonly values: readonly Expression[] }
  )

/** What an expression may be at most, so that none hangs or explodes, whatever was typed or imported. */
export const most = {
  /** Characters of the text. */
  characters: 2000,
  /** Functions within functions. */
  depth: 20,
  /** Characters of what comes out; whoever would get more is blocked. */
  result: 10_000,
} as const

/** Whether an expression is the manager and nothing else, the one place where the manager may stand. */
export function isManager(expression: Expression): boolean {
  return expression.kind === 'attribute' && expression.name === 'manager'
}

/** Every part of an expression, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression
  if (expression.kind === 'call') for (const value of expression.values) yield* partsOf(value)
}
