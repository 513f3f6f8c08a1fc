import type { Json, JsonObject } from '../../../shared/model/json.ts'

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A resource as a flat list of what it says, each under a path that names elements by their type instead of their place:
 * `emails[work].value`. The order of elements and of `schemas` says nothing and is gone; `meta` is the service's own.
 */
export function flatten({ meta: _meta, schemas, ...resource }: JsonObject): Map<string, string> {
  const flat = new Map<string, string>()
  const listed = Array.isArray(schemas) ? schemas.map(String).sort() : []
  flat.set('schemas', listed.join(' '))
  const walk = (path: string, value: Json): void => {
    if (isObject(value)) for (const [name, inner] of Object.entries(value)) walk(`${path}.${name}`, inner)
    else if (Array.isArray(value)) {
      for (const element of value) {
        const type = isObject(element) ? String(element.type ?? '') : JSON.stringify(element)
        let at = `${path}[${type}]`
        for (let n = 2; flat.has(`${at}.`); n++) at = `${path}[${type} ${n}]`
        flat.set(`${at}.`, '')
        walk(at, element)
      }
    } else flat.set(path, JSON.stringify(value))
  }
  for (const [name, value] of Object.entries(resource)) walk(name, value)
  for (const path of flat.keys()) if (path.endsWith('.')) flat.delete(path)
  return flat
}

/** The paths at which two resources say something different. */
export function delta(one: JsonObject, other: JsonObject): string[] {
  const before = flatten(one)
  const after = flatten(other)
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort()
}

/** Whether a planned path stands for one that {@link flatten} has written: the same, or what holds it. */
export function covers(planned: string, flat: string): boolean {
  // Elements that only their value tells apart are numbered in the order they come, which changes when one goes.
  if (/[[ ]value eq /.test(planned)) return flat.startsWith(planned.slice(0, planned.indexOf('[') + 1))
  const path = flatPath(planned)
  // Of several elements of one type, the primary one is meant, wherever it stands.
  const found = numberless(flat)
  return found === path || found.startsWith(`${path}.`) || found.startsWith(`${path}[`)
}

const numberless = (flat: string): string => flat.replace(/ \d+\]/, ']')

/** A SCIM path as {@link flatten} writes it: `emails[type eq "work"].value` is `emails[work].value`. */
export function flatPath(path: string): string {
  const urn = /^(urn:.*?):([A-Za-z][\w.$-]*)$/.exec(path)
  if (urn !== null) return `${urn[1]}.${urn[2]}`
  return path.replace(/\[type eq "([^"]*)"\]/, '[$1]')
}
