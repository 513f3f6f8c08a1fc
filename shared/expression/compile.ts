import type { Person } from '../model/person.ts'
import { functionNamed } from './functions.ts'
import { type Expression, most } from './tree.ts'

/** What an expression gives for a person; an empty text where that is nothing. */
export type Fill = (person: Person) => string

/**
 * Prepares an expression that was parsed, to be asked about many people. What comes out is bounded, whatever stands in it:
 * a text that is cut has more characters than {@link most} allows, so that it can be told.
 */
export function compileExpression(expression: Expression): Fill {
  switch (expression.kind) {
    case 'text': {
      const { text } = expression
      return () => text
    }
    case 'number': {
      const text = String(expression.number)
      return () => text
    }
    case 'attribute': {
      const { name } = expression
      if (name === 'active') return ({ active }) => String(active)
      return ({ attributes }) => attributes[name] ?? ''
    }
    case 'further': {
      const { name } = expression
      return ({ more }) => (more !== undefined && Object.hasOwn(more, name) ? (more[name] ?? '') : '')
    }
    case 'call': {
      const called = functionNamed(expression.name)
      if (called === undefined) throw new RangeError(`There is no function ${expression.name}.`)
      const { run } = called
      const values = expression.values.map(compileExpression)
      return (person) => cut(run(values.map((value) => cut(value(person)))))
    }
  }
}

const cut = (text: string): string => (text.length > most.result ? text.slice(0, most.result + 1) : text)
