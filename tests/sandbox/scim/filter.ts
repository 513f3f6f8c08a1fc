import type { Json } from '../../../shared/model/json.ts'
import { type AttributePath, parseAttributePath } from './path.ts'
import { Refusal } from './refusal.ts'
import type { Kind } from './schema.ts'

/** The comparisons of RFC 7644 section 3.4.2.2, table 3. */
const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const
/** See {@link comparisons}. */
export type Comparison = (typeof comparisons)[number]

/** A filter, read. `some` is a filter over the values of one multi-valued attribute: `emails[type eq "work"]`. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'present'; readonly path: AttributePath }
  | { readonly kind: 'compare'; readonly path: AttributePath; readonly by: Comparison; readonly value: Json }
  | { readonly kind: 'some'; readonly path: AttributePath; readonly part: Filter }

const refuse = (detail: string) => new Refusal(400, detail, 'invalidFilter')
const tokenPattern = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/y
const maxDepth = 50

interface Token {
  readonly text: string
  readonly kind: 'string' | 'bracket' | 'word'
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < end) {
    const at = tokenPattern.lastIndex
    const match = tokenPattern.exec(text)
    if (!match) throw refuse(`The filter can not be read from position ${at + 1} on.`)
    const [, string, bracket, word] = match
    if (string !== undefined) tokens.push({ text: string, kind: 'string' })
    else if (bracket !== undefined) tokens.push({ text: bracket, kind: 'bracket' })
    else tokens.push({ text: word ?? '', kind: 'word' })
  }
  return tokens
}

/** Reads tokens by recursive descent: `or` binds least, then `and`, then `not`. */
class FilterReader {
  readonly #tokens: readonly Token[]
  readonly #kind: Kind
  #at = 0
  #depth = 0

  constructor(kind: Kind, text: string) {
    this.#kind = kind
    this.#tokens = tokenise(text)
  }

  read(): Filter {
    const filter = this.#or()
    if (this.#at < this.#tokens.length)
      throw refuse(`“${this.#tokens[this.#at]?.text}” was not expected in the filter.`)
    return filter
  }

  #or(): Filter {
    this.#depth += 1
    if (this.#depth > maxDepth) throw refuse(`The filter is nested more than ${maxDepth} deep.`)
    const filter = this.#joined('or', () => this.#joined('and', () => this.#single()))
    this.#depth -= 1
    return filter
  }

  #joined(word: 'and' | 'or', next: () => Filter): Filter {
    const first = next()
    const parts = [first]
    while (this.#takeWord(word)) parts.push(next())
    return parts.length === 1 ? first : { kind: word, parts }
  }

  #single(): Filter {
    if (this.#takeWord('not')) return { kind: 'not', part: this.#group('(', ')') }
    if (this.#peek()?.text === '(' && this.#peek()?.kind === 'bracket') return this.#group('(', ')')
    const name = this.#take()
    if (name?.kind !== 'word') throw refuse('The filter lacks an attribute name.')
    const path = parseAttributePath(this.#kind, name.text)
    if (this.#peek()?.text === '[' && this.#peek()?.kind === 'bracket') {
      return { kind: 'some', path, part: this.#group('[', ']') }
    }
    const word = this.#take()?.text.toLowerCase()
    if (word === 'pr') return { kind: 'present', path }
    const by = comparisons.find((one) => one === word)
    if (!by) throw refuse(`“${word ?? ''}” is not a comparison.`)
    return { kind: 'compare', path, by, value: this.#value() }
  }

  #group(open: string, close: string): Filter {
    if (this.#take()?.text !== open) throw refuse(`The filter lacks a “${open}”.`)
    const filter = this.#or()
    if (this.#take()?.text !== close) throw refuse(`The filter lacks a “${close}”.`)
    return filter
  }

  #value(): Json {
    const token = this.#take()
    try {
      if (token && token.kind !== 'bracket') return JSON.parse(token.text)
    } catch {
      // Falls through to the refusal, which names the value.
    }
    throw refuse(`“${token?.text ?? ''}” is not a value.`)
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #take(): Token | undefined {
    this.#at += 1
    return this.#tokens[this.#at - 1]
  }

  #takeWord(word: string): boolean {
    const token = this.#peek()
    const found = token?.kind === 'word' && token.text.toLowerCase() === word
    if (found) this.#at += 1
    return found
  }
}

/**
 * Reads a filter (RFC 7644 section 3.4.2.2).
 * @throws Refusal 400 invalidFilter.
 */
export function parseFilter(kind: Kind, text: string): Filter {
  return new FilterReader(kind, text).read()
}
