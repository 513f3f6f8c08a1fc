import type { Json, JsonObject } from '../../../shared/model/json.ts'
import type { Comparison, Filter } from './filter.ts'
import { type AttributePath, isObject, valuesAt } from './path.ts'
import { Refusal } from './refusal.ts'

/** How texts are compared beyond the schema. */
export interface MatchRules {
  /** userName is compared with regard to case. */
  readonly exactUserName: boolean
}

/** Attributes whose texts are compared with regard to case (`caseExact` in RFC 7643 sections 3.1, 4.2 and 7). */
const exactAttributes = new Set(['id', 'externalid', 'schemas', 'meta.version', 'meta.location', 'members.value'])

const nameOf = (path: AttributePath) => [path.attribute, path.sub].filter(Boolean).join('.').toLowerCase()

const isExact = (path: AttributePath, rules: MatchRules): boolean => {
  const name = nameOf(path)
  return exactAttributes.has(name) || (name === 'username' && rules.exactUserName)
}

const orderings: Readonly<Partial<Record<Comparison, (sign: number) => boolean>>> = {
  gt: (sign) => sign > 0,
  ge: (sign) => sign >= 0,
  lt: (sign) => sign < 0,
  le: (sign) => sign <= 0,
}

function compareTexts(actual: string, by: Comparison, expected: string, path: AttributePath): boolean {
  if (by === 'eq') return actual === expected
  if (by === 'co') return actual.includes(expected)
  if (by === 'sw') return actual.startsWith(expected)
  if (by === 'ew') return actual.endsWith(expected)
  const isTime = nameOf(path) === 'meta.created' || nameOf(path) === 'meta.lastmodified'
  const sign = isTime
    ? Date.parse(actual) - Date.parse(expected)
    : Number(actual > expected) - Number(actual < expected)
  return orderings[by]?.(sign) ?? false
}

function compareValues(given: Json, by: Comparison, expected: Json, path: AttributePath, rules: MatchRules): boolean {
  // A complex value stands for its `value` (RFC 7643 section 2.4).
  const actual = isObject(given) ? (given.value ?? null) : given
  if (typeof expected === 'boolean' && by !== 'eq') {
    throw new Refusal(400, `A boolean can not be compared by ${by}.`, 'invalidFilter')
  }
  if (typeof actual === 'string' && typeof expected === 'string') {
    const fold = (text: string) => (isExact(path, rules) ? text : text.toLowerCase())
    return compareTexts(fold(actual), by, fold(expected), path)
  }
  if (by === 'eq') return actual === expected
  if (typeof actual === 'number' && typeof expected === 'number') return orderings[by]?.(actual - expected) ?? false
  return false
}

const isPresent = (value: Json): boolean => value !== '' && !(isObject(value) && Object.keys(value).length === 0)

function compare(resource: JsonObject, filter: Extract<Filter, { kind: 'compare' }>, rules: MatchRules): boolean {
  const { path, by, value } = filter
  const values = valuesAt(resource, path)
  if (by === 'ne') return !compare(resource, { ...filter, by: 'eq' }, rules)
  if (value === null && by === 'eq') return !values.some(isPresent)
  return values.some((one) => compareValues(one, by, value, path, rules))
}

/**
 * Whether a resource (or one value of a multi-valued attribute) passes a filter (RFC 7644 section 3.4.2.2). An attribute
 * that is absent equals nothing but null.
 * @throws Refusal 400 invalidFilter for a comparison that makes no sense.
 */
export function matches(resource: JsonObject, filter: Filter, rules: MatchRules): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => matches(resource, part, rules))
    case 'or':
      return filter.parts.some((part) => matches(resource, part, rules))
    case 'not':
      return !matches(resource, filter.part, rules)
    case 'present':
      return valuesAt(resource, filter.path).some(isPresent)
    case 'some':
      return valuesAt(resource, filter.path).some((one) => isObject(one) && matches(one, filter.part, rules))
    case 'compare':
      return compare(resource, filter, rules)
  }
}
