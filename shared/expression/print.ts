import { personAttributes } from '../model/person.ts'
import type { Expression } from './tree.ts'

/** An expression as text, in the one way that Muster writes it itself. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'attribute':
      return expression.name
    case 'further':
      return bracketed(expression.name)
    case 'text':
      return printText(expression.text)
    case 'number':
      return String(expression.number)
    case 'call':
      return `${expression.name}(${expression.values.map(printExpression).join(', ')})`
  }
}

/** A text constant as it is written: in quotation marks, those in it doubled. */
export const printText = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** An attribute as it is written: bare, or in brackets where it is one that only this source has. */
export const printName = (name: string): string =>
  (personAttributes as readonly string[]).includes(name) ? name : bracketed(name)

const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`
