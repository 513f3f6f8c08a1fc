import type { Json, JsonObject } from '../../../shared/model/json.ts'
import { isObject, parseAttributePath } from './path.ts'
import type { State, StoredResource } from './resource-store.ts'
import { attributesOf } from './schema.ts'

/** How resources are written. A changed look is a new object, which is how kept renderings are known to be out of date. */
export interface Look {
  /** Up to and without the kind: `http://host/tokens/{token}/scim/v2`. */
  readonly base: string
  readonly etag: boolean
  readonly stringBooleans: boolean
  readonly nullAttributes: boolean
  /** Most members of a group in one reply. */
  readonly memberCap: number
}

/** The attributes a client asked for, or asked to leave out (RFC 7644 section 3.9). */
export interface Selection {
  readonly only: readonly string[] | null
  readonly without: readonly string[]
}

/** The weak entity tag of a state, as both the header and `meta.version` have it. */
export const etagOf = (state: State): string => `W/"${state.version}"`

/** Where a resource is. */
export const locationOf = (resource: StoredResource, look: Look): string =>
  `${look.base}/${resource.kind}s/${encodeURIComponent(resource.id)}`

/** A resource as the service shows it. */
export function toJson(resource: StoredResource, state: State, look: Look): JsonObject {
  const { schemas, ...attributes } = state.attributes
  const shown: JsonObject = { schemas: schemas ?? [], id: resource.id, ...attributes }
  if (look.stringBooleans && typeof shown.active === 'boolean') shown.active = shown.active ? 'True' : 'False'
  if (Array.isArray(shown.members)) shown.members = shown.members.slice(0, look.memberCap)
  if (look.nullAttributes) {
    for (const { name, readOnly } of attributesOf(resource.kind, null).values()) {
      if (!readOnly && shown[name] === undefined) shown[name] = null
    }
    delete shown.password
  }
  shown.meta = {
    resourceType: resource.kind,
    created: new Date(resource.createdAt).toISOString(),
    lastModified: new Date(state.modifiedAt).toISOString(),
    location: locationOf(resource, look),
    ...(look.etag ? { version: etagOf(state) } : {}),
  }
  return shown
}

function pick(value: JsonObject, names: readonly string[], keep: boolean): JsonObject {
  const wanted = new Map<string, string[]>()
  for (const name of names) {
    const dot = name.indexOf('.')
    const head = (dot < 0 ? name : name.slice(0, dot)).toLowerCase()
    wanted.set(head, [...(wanted.get(head) ?? []), ...(dot < 0 ? [] : [name.slice(dot + 1)])])
  }
  const inner = (one: Json, subs: readonly string[]): Json => (isObject(one) ? pick(one, subs, keep) : one)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, Json][] => {
      const subs = wanted.get(key.toLowerCase())
      if (!subs) return keep ? [] : [[key, one]]
      if (subs.length === 0) return keep ? [[key, one]] : []
      return [[key, Array.isArray(one) ? one.map((item) => inner(item, subs)) : inner(one, subs)]]
    }),
  )
}

/** The part of a shown resource that was asked for; `id` and `schemas` are always there. */
function select(resource: StoredResource, shown: JsonObject, selection: Selection): JsonObject {
  const apply = (value: JsonObject, names: readonly string[], keep: boolean): JsonObject => {
    const paths = names.map((name) => parseAttributePath(resource.kind, name))
    const join = (parts: (string | null)[]) => parts.filter((part) => part !== null).join('.')
    const core = paths.filter((path) => path.extension === null).map((path) => join([path.attribute, path.sub]))
    const whole = paths.filter((path) => path.attribute === null).map((path) => path.extension ?? '')
    const picked = pick(value, [...core, ...whole], keep)
    for (const urn of new Set(paths.map((path) => path.extension))) {
      const held = urn === null ? undefined : value[urn]
      if (urn === null || whole.includes(urn) || !isObject(held)) continue
      const inner = paths.filter((path) => path.extension === urn).map((path) => join([path.attribute, path.sub]))
      picked[urn] = pick(held, inner, keep)
    }
    return picked
  }
  const kept = selection.only ? apply(shown, selection.only, true) : apply(shown, selection.without, false)
  return { ...kept, schemas: shown.schemas ?? [], id: resource.id }
}

/** A resource as JSON text; the whole of it is rendered once and kept. */
export function render(resource: StoredResource, state: State, look: Look, selection: Selection | null): string {
  if (selection) return JSON.stringify(select(resource, toJson(resource, state, look), selection))
  if (state.rendered?.look !== look) state.rendered = { look, text: JSON.stringify(toJson(resource, state, look)) }
  return state.rendered.text
}
