import type { Json, JsonObject } from '../../shared/model/json.ts'

/** JSON text in which equal values are equal texts: the names of every object in order, nothing else free (RFC 8785's idea). */
export function canonicalJson(value: Json): string {
  return JSON.stringify(ordered(value))
}

function ordered(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(ordered)
  const result: JsonObject = {}
  for (const name of Object.keys(value).sort()) result[name] = ordered(value[name] ?? null)
  return result
}
