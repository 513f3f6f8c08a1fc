import { MusterError } from '../errors.ts'
import { t } from '../words/text.ts'
import { enterpriseUserUrn, groupUrn, userUrn } from './urn.ts'

/** One comparison of a value filter: `type eq "work"`, `primary eq true`. */
export interface PathCondition {
  readonly attribute: string
  readonly value: string | number | boolean | null
}

/**
 * An attribute path (RFC 7644 section 3.10 and figure 7). Of value filters, `eq` comparisons joined by `and` are known:
 * they are the ones that name exactly one element, which is all that a diff needs.
 */
export interface ScimPath {
  readonly text: string
  /** URN of the extension the attribute belongs to; null for core attributes, also when the core URN was written out. */
  readonly schema: string | null
  readonly attribute: string
  /** Which elements of a multi-valued attribute are meant; null when there is no value filter. */
  readonly filter: readonly PathCondition[] | null
  readonly sub: string | null
}

const coreUrns = [userUrn, groupUrn].map((urn) => urn.toLowerCase())
const schemaUrns = [...coreUrns, enterpriseUserUrn.toLowerCase()]
const namePattern = /[A-Za-z][A-Za-z0-9_-]*/y
const subPattern = /\$?[A-Za-z][A-Za-z0-9_-]*/y
const comparisonPattern = /\s+eq\s+/iy
const valuePattern = /"(?:[^"\\]|\\.)*"|true|false|null|-?\d+(?:\.\d+)?/y
const andPattern = /\s+and\s+/iy

/** Paths repeat for every account of a plan; parsing each once is enough. */
const known = new Map<string, ScimPath>()

/**
 * Parses an attribute path, with an optional schema URN in front (RFC 7644 section 3.10).
 * @throws MusterError `path-invalid`, saying what was expected at which character (counted from 1).
 */
export function parsePath(text: string): ScimPath {
  const found = known.get(text)
  if (found !== undefined) return found
  const path = parse(text)
  if (known.size >= 1000) known.clear()
  known.set(text, path)
  return path
}

function parse(text: string): ScimPath {
  let at = 0
  const fail = (expected: string): never => {
    throw new MusterError('path-invalid', {
      where: text.slice(0, 200),
      detail: t('Expected {what} at character {at} of “{text}”.', {
        what: expected,
        at: at + 1,
        text: text.slice(0, 200),
      }),
    })
  }
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) return null
    at += match[0].length
    return match[0]
  }
  const condition = (): PathCondition => {
    const attribute = take(subPattern) ?? fail(t('an attribute name'))
    take(comparisonPattern) ?? fail(t('“eq”'))
    const literal = take(valuePattern) ?? fail(t('a quoted text, a number, true, false or null'))
    return { attribute, value: literalOf(literal, () => fail(t('a text with valid escapes before this'))) }
  }

  let schema: string | null = null
  if (/^urn:/i.test(text)) {
    const bracket = text.indexOf('[')
    const end = text.lastIndexOf(':', bracket === -1 ? text.length : bracket)
    if (schemaUrns.includes(text.toLowerCase())) {
      at = text.length
      fail(t('“:” and an attribute name'))
    }
    schema = text.slice(0, end)
    if (!/^urn:[a-z0-9][a-z0-9-]*:[^\s"[\]]+$/i.test(schema)) {
      at = schema.length
      fail(t('a schema URN, “:” and an attribute name'))
    }
    at = end + 1
    if (coreUrns.includes(schema.toLowerCase())) schema = null
  }
  const attribute = take(namePattern) ?? fail(t('an attribute name'))
  let filter: PathCondition[] | null = null
  if (text[at] === '[') {
    at++
    filter = [condition()]
    while (take(andPattern) !== null) filter.push(condition())
    if (text[at] !== ']') fail(t('“]” or “and”'))
    at++
  }
  let sub: string | null = null
  if (text[at] === '.') {
    at++
    sub = take(subPattern) ?? fail(t('a sub-attribute name'))
  }
  if (at < text.length) fail(t('the end'))
  return { text, schema, attribute, filter, sub }
}

function literalOf(literal: string, fail: () => never): PathCondition['value'] {
  try {
    // Every alternative of valuePattern is a JSON scalar, so nothing else can come out.
    return JSON.parse(literal) as PathCondition['value']
  } catch {
    return fail()
  }
}
