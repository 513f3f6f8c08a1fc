import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { coreUrns, extensionOf, type Kind } from './schema.ts'

/** An attribute path (RFC 7644 section 3.10) without a filter. */
export interface AttributePath {
  /** URN of the extension that holds the attribute, null for the core schema. */
  readonly extension: string | null
  /** Null when the path names the extension as a whole. */
  readonly attribute: string | null
  readonly sub: string | null
}

/** Reads `userName`, `name.givenName` and their forms with a schema URN in front. */
export function parseAttributePath(kind: Kind, text: string): AttributePath {
  let extension: string | null = null
  let rest = text
  if (text.toLowerCase().startsWith('urn:')) {
    const whole = extensionOf(kind, text)
    if (whole !== undefined) return { extension: whole, attribute: null, sub: null }
    const colon = text.lastIndexOf(':')
    const urn = text.slice(0, colon)
    rest = text.slice(colon + 1)
    if (urn.toLowerCase() !== coreUrns[kind].toLowerCase()) extension = extensionOf(kind, urn) ?? urn
  }
  const dot = rest.indexOf('.')
  if (dot < 0) return { extension, attribute: rest, sub: null }
  return { extension, attribute: rest.slice(0, dot), sub: rest.slice(dot + 1) }
}

/** True for a JSON object, as opposed to a list, a text, a number, a boolean or null. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The key under which an object holds an attribute, whatever its case; undefined when it does not. */
export function keyOf(object: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name
  const lower = name.toLowerCase()
  return Object.keys(object).find((key) => key.toLowerCase() === lower)
}

/** An attribute's value, whatever the case of its name. */
export function valueIn(object: JsonObject, name: string): Json | undefined {
  const key = keyOf(object, name)
  return key === undefined ? undefined : object[key]
}

/** Every value that a path leads to, lists taken apart; empty when there is none. */
export function valuesAt(resource: JsonObject, path: AttributePath): Json[] {
  const holder = path.extension === null ? resource : valueIn(resource, path.extension)
  if (!isObject(holder)) return []
  const found = path.attribute === null ? holder : valueIn(holder, path.attribute)
  const values = Array.isArray(found) ? found : [found]
  const leaves = path.sub === null ? values : values.map((one) => (isObject(one) ? valueIn(one, path.sub ?? '') : one))
  return leaves.flat().filter((one): one is Json => one !== undefined && one !== null)
}
