import type { Json } from '../../../shared/model/json.ts'
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
export function flatten(record: object): Flat {
  const flat: Flat = new Map()
  addMembers(flat, '', record as Record<string, Json>, 0, false)
  return flat
}

function addMembers(flat: Flat, path: string, members: Record<string, Json>, depth: number, over: boolean): void {
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
  const objects = list.filter(isObject)
  if (roleOf(path)?.role === 'groups') {
    flat.set(path, [...plainValues(list), ...objects.flatMap((object) => nameOf(object) ?? [])])
    return
  }
  const plain = plainValues(list)
  if (plain.length > 0) flat.set(path, plain)
  for (const object of objects) addElement(flat, path, object, depth)
}

function addElement(flat: Flat, path: string, element: Record<string, Json>, depth: number): void {
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
      if (!isAside(key)) add(flat, main && !isObject(member) ? place : `${place}.${key}`, member, depth, over)
    }
  }
}

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const plainValues = (list: readonly Json[]): string[] =>
  list.flatMap((value) => (value === null || typeof value === 'object' || value === '' ? [] : [String(value)]))

/** How a group that is written as an object is called. */
function nameOf({ display, displayName, name, value }: Record<string, Json>): string | null {
  const found = [display, displayName, name, value].find((each) => typeof each === 'string' && each !== '')
  return typeof found === 'string' ? found : null
}
