import type { Json, JsonObject } from '../../shared/model/json.ts'
import { attributeOf, isJsonObject } from '../../shared/scim/path.ts'

/** What says nothing about the person. */
const aside = ['schemas', 'meta', 'groups', 'id']

/** The attributes of an account by SCIM path, as text; what it does not say is left out. */
export function textsOf(resource: JsonObject): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(resource)) {
    if (aside.includes(name.toLowerCase())) continue
    const isExtension = /^urn:/i.test(name) && isJsonObject(value)
    if (isExtension) for (const [sub, inner] of Object.entries(value)) collect(texts, `${name}:${sub}`, inner)
    else collect(texts, name, value)
  }
  return texts
}

/** A value as text; null for what has none. */
export function textOf(value: Json): string | null {
  if (value === null || value === '') return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function collect(texts: Record<string, string>, path: string, value: Json): void {
  if (Array.isArray(value)) {
    for (const element of value) collectElement(texts, path, element)
  } else if (isJsonObject(value)) {
    for (const [sub, inner] of Object.entries(value)) collect(texts, `${path}.${sub}`, inner)
  } else {
    const text = textOf(value)
    if (text !== null) texts[path] = text
  }
}

function collectElement(texts: Record<string, string>, path: string, element: Json): void {
  if (!isJsonObject(element)) {
    collect(texts, path, element)
    return
  }
  const type = attributeOf(element, 'type')
  const text = textOf(attributeOf(element, 'value'))
  const filter = typeof type === 'string' ? `[type eq ${JSON.stringify(type)}]` : ''
  if (text !== null) {
    texts[`${path}${filter}.value`] = text
    return
  }
  for (const [sub, inner] of Object.entries(element)) {
    if (sub !== 'type') collect(texts, `${path}${filter}.${sub}`, inner)
  }
}
