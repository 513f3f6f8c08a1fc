import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { isJsonObject } from '../../../shared/scim/path.ts'
import { roleOf } from '../headers.ts'
import type { Cell } from '../row-visitor.ts'

/** What an object says, by path: `profile.email`, `name.givenName`, `phones.work`. */
export type Flat = Map<string, Cell>

/** Deeper values are not about a person. */
const deepest = 6

/** Keys that say something about the record and not about the person: `_links`, `@odata.id`; JumpCloud’s `_id` is an id. */
const isAside = (key: string): boolean => key.startsWith('@') || (key.startsWith('_') && key !== '_id')

/**
 * Turns an object into cells. A list of plain values stays a list. Of a list of objects, as SCIM, Google and JumpCloud write
 * addresses and phone numbers, each gives its value under its type, and the primary or first one under the list’s own name.
 */
export function flatten(record: JsonObject): Flat {
  const flat: Flat = new Map()
  addMembers(flat, '', record, 0, false)
  return flat
}

function addMembers(flat: Flat, path: string, members: JsonObject, depth: number, over: boolean): void {
  for (const [key, value] of Object.entries(members)) {
    if (!isAside(key)) add(flat, path === '' ? key : `${path}.${key}`, value, depth, over)
  }
}

/** @param over whether what stands there already gives way. */
function add(flat: Flat, path: string, value: Json, depth: number, over: boolean): void {
  if (value === null || depth > deepest) return
  if (typeof value !== 'object') {
    if (value !== '' && (over || !flat.has(path))) flat.set(path, String(value))
  } else if (!Array.isArray(value)) {
    addMembers(flat, path, value, depth + 1, over)
  } else {
    addList(flat, path, value, depth + 1)
  }
}

function addList(flat: Flat, path: string, list: readonly Json[], depth: number): void {
  const objects = list.filter(isJsonObject)
  if (holdsGroups(path)) {
    flat.set(path, [...plainValues(list), ...objects.flatMap((object) => nameOf(object) ?? [])])
    return
  }
  const plain = plainValues(list)
  if (plain.length > 0) flat.set(path, plain)
  for (const object of objects) addElement(flat, path, object, depth)
}

/** By path, bounded, since what stands in a file makes the paths. */
const holders = new Map<string, boolean>()

/** Whether a list holds groups, by its path. The same few come in every record, and finding it out takes long. */
function holdsGroups(path: string): boolean {
  const known = holders.get(path)
  if (known !== undefined) return known
  const holds = roleOf(path)?.role === 'groups'
  if (holders.size < 1_000) holders.set(path, holds)
  return holds
}

function addElement(flat: Flat, path: string, element: JsonObject, depth: number): void {
  const { name, value, type } = element
  const keys = Object.keys(element)
  // JumpCloud’s custom attributes.
  if (typeof name === 'string' && value !== undefined && keys.every((key) => ['name', 'value', '_id'].includes(key))) {
    add(flat, `${path}.${name}`, value, depth, false)
    return
  }
  const primary = element.primary === true
  const { primary: _primary, type: _type, ...members } = element
  const places = [...(typeof type === 'string' && type !== '' ? [`${path}.${type}`] : []), path]
  for (const place of places) {
    const over = primary && place === path
    for (const [key, member] of Object.entries(members)) {
      const main = key === 'value' || key === 'address' || key === 'number'
      if (!isAside(key)) add(flat, main && !isJsonObject(member) ? place : `${place}.${key}`, member, depth, over)
    }
  }
}

const plainValues = (list: readonly Json[]): string[] =>
  list.flatMap((value) => (value === null || typeof value === 'object' || value === '' ? [] : [String(value)]))

/** How a group that is written as an object is called. */
function nameOf({ display, displayName, name, value }: JsonObject): string | null {
  const found = [display, displayName, name, value].find((each) => typeof each === 'string' && each !== '')
  return typeof found === 'string' ? found : null
}
