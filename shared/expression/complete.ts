import { type PersonAttribute, personAttributes } from '../model/person.ts'
import { personAttributeWords } from '../words/attribute-words.ts'
import { t, textOf } from '../words/text.ts'
import { expressionFunctions, signatureOf } from './functions.ts'
import { printName } from './print.ts'
import type { Span } from './tree.ts'

/** Something that can be written where the caret is. */
export interface Completion {
  /** What is written, up to where the caret goes. */
  readonly insert: string
  /** What it is shown as. */
  readonly label: string
  /** One line that says what it is. */
  readonly help: string
}

/** What can be written where the caret is, and which part of the text it takes the place of. */
export interface Completions {
  readonly replaces: Span
  readonly offers: readonly Completion[]
}

const none = (at: number): Completions => ({ replaces: { start: at, end: at }, offers: [] })

/**
 * What begins as the text does before the caret. Nothing within a text constant.
 * @param caret how many characters stand before it.
 * @param further names of the source's further attributes.
 */
export function completionsAt(text: string, caret: number, further: readonly string[]): Completions {
  const before = text.slice(0, caret)
  const withoutTexts = before.replace(/"(?:[^"]|"")*"/g, (constant) => ' '.repeat(constant.length))
  if (withoutTexts.includes('"')) return none(caret)
  const open = withoutTexts.lastIndexOf('[')
  const isBracketed = open > withoutTexts.lastIndexOf(']')
  const start = isBracketed ? open : caret - (/[A-Za-z][A-Za-z0-9_]*$/.exec(withoutTexts)?.[0].length ?? 0)
  const typed = before.slice(isBracketed ? start + 1 : start).toLowerCase()
  if (typed === '' && !isBracketed) return none(caret)
  const rest = isBracketed ? /^[^\],()"]*\]?/.exec(text.slice(caret)) : /^[A-Za-z0-9_]*/.exec(text.slice(caret))
  const end = caret + (rest?.[0].length ?? 0)
  const fits = (name: string): boolean => name.toLowerCase().includes(typed)
  const offers = [
    ...(isBracketed ? [] : personAttributes.filter(fits).map(ofAttribute)),
    ...further.filter(fits).map(ofFurther),
    ...(isBracketed ? [] : expressionFunctions.filter(({ name }) => fits(name)).map(ofFunction(text[end]))),
  ]
  const begins = ({ label }: Completion): number => (label.toLowerCase().startsWith(typed) ? 0 : 1)
  return { replaces: { start, end }, offers: offers.toSorted((one, other) => begins(one) - begins(other)) }
}

const ofAttribute = (name: PersonAttribute): Completion => ({
  insert: name,
  label: name,
  help: personAttributeWords[name],
})

const ofFurther = (name: string): Completion => ({
  insert: printName(name),
  label: printName(name),
  help: t('A further attribute of the source'),
})

const ofFunction =
  (following: string | undefined) =>
  (one: (typeof expressionFunctions)[number]): Completion => ({
    insert: following === '(' ? one.name : `${one.name}(`,
    label: signatureOf(one),
    help: textOf(one.help),
  })
