import type { Json, JsonObject } from '../model/json.ts'
import { type PathCondition, parsePath, type ScimPath } from './path-syntax.ts'

export { type PathCondition, parsePath, type ScimPath } from './path-syntax.ts'

/** Whether a JSON value is an object, neither array nor null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The name under which an object holds an attribute; null when it does not. Attribute names and schema URNs are compared
 * without regard to case (RFC 7643 section 2.1).
 */
export function keyOf(object: JsonObject, name: string): string | null {
  if (Object.hasOwn(object, name)) return name
  const wanted = name.toLowerCase()
  for (const key of Object.keys(object)) {
    if (key.length === name.length && key.toLowerCase() === wanted) return key
  }
  return null
}

/** The value of an attribute by its name, without regard to case; null when absent. */
export function attributeOf(object: JsonObject, name: string): Json {
  const key = keyOf(object, name)
  return key === null ? null : (object[key] ?? null)
}

/**
 * The value at a path of a resource; null when absent. Of several elements that fit a value filter, or of a multi-valued
 * attribute read without one, the primary one counts, else the first.
 * @throws MusterError `path-invalid` when the path is a text that can't be parsed.
 */
export function readPath(resource: JsonObject, path: string | ScimPath): Json {
  const { schema, attribute, filter, sub } = typeof path === 'string' ? parsePath(path) : path
  const holder = schema === null ? resource : attributeOf(resource, schema)
  if (!isJsonObject(holder)) return null
  const value = attributeOf(holder, attribute)
  if (filter === null && sub === null) return value
  const element = elementOf(value, filter ?? [])
  if (element === null) return null
  return sub === null ? element : attributeOf(element, sub)
}

/**
 * The resource with the value at a path written; the resource passed in is left as it was, and parts that are not on the
 * path are shared. Null removes. An element that a value filter names is created where there is none; other elements stay.
 * Removing the `value` of an element or a reference, or the last thing an element says beyond its filter, removes it whole.
 * @throws MusterError `path-invalid` when the path is a text that can't be parsed.
 */
export function writePath(resource: JsonObject, path: string | ScimPath, value: Json): JsonObject {
  const { schema, attribute, filter, sub } = typeof path === 'string' ? parsePath(path) : path
  if (schema === null) return writeAttribute(resource, attribute, filter, sub, value)
  const extension = attributeOf(resource, schema)
  const before = isJsonObject(extension) ? extension : {}
  const after = writeAttribute(before, attribute, filter, sub, value)
  return withAttribute(resource, schema, Object.keys(after).length === 0 ? null : after)
}

/** Whether an element of a multi-valued attribute fits a value filter. Ids and references compare exactly, all else without case. */
export function fits(element: JsonObject, filter: readonly PathCondition[]): boolean {
  return filter.every(({ attribute, value }) => {
    const actual = attributeOf(element, attribute)
    if (typeof actual !== 'string' || typeof value !== 'string') return actual === value
    if (actual === value) return true
    return !/^(value|\$ref)$/i.test(attribute) && actual.toLowerCase() === value.toLowerCase()
  })
}

/** An element or a reference says nothing once its `value` is gone (RFC 7643 section 2.4). */
const isValue = (sub: string): boolean => sub.toLowerCase() === 'value'

function elementOf(value: Json, filter: readonly PathCondition[]): JsonObject | null {
  // Some services send a single object where the schema says multi-valued.
  if (isJsonObject(value)) return fits(value, filter) ? value : null
  if (!Array.isArray(value)) return null
  let first: JsonObject | null = null
  for (const element of value) {
    if (!isJsonObject(element) || !fits(element, filter)) continue
    if (attributeOf(element, 'primary') === true) return element
    first ??= element
  }
  return first
}

function withAttribute(object: JsonObject, name: string, value: Json): JsonObject {
  const key = keyOf(object, name)
  if (value !== null) return { ...object, [key ?? name]: value }
  if (key === null) return object
  const { [key]: _removed, ...rest } = object
  return rest
}

function writeAttribute(
  holder: JsonObject,
  attribute: string,
  filter: readonly PathCondition[] | null,
  sub: string | null,
  value: Json,
): JsonObject {
  const before = attributeOf(holder, attribute)
  if (filter === null && sub === null) return withAttribute(holder, attribute, value)
  if (filter === null && sub !== null && !Array.isArray(before)) {
    const complex = withAttribute(isJsonObject(before) ? before : {}, sub, value)
    const gone = Object.keys(complex).length === 0 || (value === null && isValue(sub))
    return withAttribute(holder, attribute, gone ? null : complex)
  }
  const elements = Array.isArray(before) ? before : isJsonObject(before) ? [before] : []
  const after = value === null ? without(elements, filter ?? [], sub) : withElement(elements, filter ?? [], sub, value)
  return withAttribute(holder, attribute, after.length === 0 ? null : after)
}

function withElement(elements: Json[], filter: readonly PathCondition[], sub: string | null, value: Json): Json[] {
  const target = elementOf(elements, filter)
  const named = Object.fromEntries(filter.map((condition) => [condition.attribute, condition.value]))
  const changed = (element: JsonObject): JsonObject => {
    if (sub !== null) return withAttribute(element, sub, value)
    return isJsonObject(value) ? { ...named, ...value } : { ...named, value }
  }
  if (target === null) return [...elements, changed(named)]
  return elements.map((element) => (element === target ? changed(target) : element))
}

function without(elements: Json[], filter: readonly PathCondition[], sub: string | null): Json[] {
  return elements.flatMap((element) => {
    if (!isJsonObject(element) || !fits(element, filter)) return [element]
    if (sub === null || isValue(sub)) return []
    const rest = withAttribute(element, sub, null)
    const aside = new Set(['primary', ...filter.map((condition) => condition.attribute.toLowerCase())])
    return Object.keys(rest).every((key) => aside.has(key.toLowerCase())) ? [] : [rest]
  })
}
