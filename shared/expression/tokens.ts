import { t } from '../words/text.ts'
import type { Problem } from './problem.ts'
import type { Span } from './tree.ts'

/** A piece of an expression's text. */
export type Token = Span &
  (
    | { readonly kind: 'name' | 'further' | 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: '(' | ')' | ',' | 'end' }
  )

const space = /[\s\u200B\uFEFF]+/uy
const name = /[A-Za-z][A-Za-z0-9_]*/y
const digits = /-?\d{1,6}/y
/** Doubled, a closing sign stands for itself. */
const quoted = /"((?:[^"]|"")*)"/y
const bracketed = /\[((?:[^\]]|\]\])*)\]/y

/** Cuts an expression's text into tokens, the last of which is its end; or says what can't be one. */
export function tokensOf(text: string): Token[] | Problem {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) at += match[0].length
    return match
  }
  while (true) {
    take(space)
    const start = at
    if (at >= text.length) return [...tokens, { kind: 'end', start, end: start }]
    const sign = text[at]
    if (sign === '(' || sign === ')' || sign === ',') {
      at++
      tokens.push({ kind: sign, start, end: at })
      continue
    }
    const called = take(name)
    if (called !== null) {
      tokens.push({ kind: 'name', value: called[0], start, end: at })
      continue
    }
    const counted = take(digits)
    if (counted !== null) {
      tokens.push({ kind: 'number', value: Number(counted[0]), start, end: at })
      continue
    }
    const constant = take(quoted)
    if (constant !== null) {
      tokens.push({ kind: 'text', value: (constant[1] ?? '').replaceAll('""', '"'), start, end: at })
      continue
    }
    const further = take(bracketed)
    if (further !== null) {
      const value = (further[1] ?? '').replaceAll(']]', ']').trim()
      if (value === '') return { code: 'expected', sentence: t('A name belongs between the brackets.'), start, end: at }
      tokens.push({ kind: 'further', value, start, end: at })
      continue
    }
    return unreadable(text, start)
  }
}

function unreadable(text: string, start: number): Problem {
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const end = start + sign.length
  if (sign === '"')
    return { code: 'text-open', sentence: t('This text lacks its closing quotation mark.'), start, end: text.length }
  if (sign === '[')
    return { code: 'bracket-open', sentence: t('This name lacks its closing bracket.'), start, end: text.length }
  if (/['‘’“”„«»`]/.test(sign)) {
    return { code: 'character', sentence: t('A text stands in straight double quotation marks: "text".'), start, end }
  }
  if (/[+&]/.test(sign)) {
    return {
      code: 'character',
      sentence: t('Texts are put together with join("", …), not with {sign}.', { sign }),
      start,
      end,
    }
  }
  if (/[=<>!]/.test(sign)) {
    return {
      code: 'character',
      sentence: t('Two texts are compared with equals(…), not with {sign}.', { sign }),
      start,
      end,
    }
  }
  return {
    code: 'character',
    sentence: t('“{sign}” has no meaning here. A text stands in quotation marks.', { sign }),
    start,
    end,
  }
}
