import type { JsonObject } from '../../../shared/model/json.ts'
import type { Kind } from './schema.ts'

/** A resource as it is at one time: its validated attributes, without `id` and `meta`. */
export interface State {
  readonly attributes: JsonObject
  readonly version: number
  /** When it was last changed, Unix milliseconds. */
  readonly modifiedAt: number
  /** The rendered JSON, kept until the way of rendering changes. */
  rendered?: { readonly look: unknown; readonly text: string }
}

/** A resource with what it was before its last change, for a service that shows changes late. */
export interface StoredResource {
  readonly id: string
  readonly kind: Kind
  /** Unix milliseconds. */
  readonly createdAt: number
  current: State
  /** Null for a resource that was created last. */
  before: State | null
}

class Index {
  readonly #byValue = new Map<string, Set<StoredResource>>()

  find(value: string): StoredResource[] {
    return [...(this.#byValue.get(value) ?? [])]
  }

  add(value: string | undefined, resource: StoredResource): void {
    if (value === undefined) return
    const found = this.#byValue.get(value)
    if (found) found.add(resource)
    else this.#byValue.set(value, new Set([resource]))
  }

  remove(value: string | undefined, resource: StoredResource): void {
    const found = value === undefined ? undefined : this.#byValue.get(value)
    found?.delete(resource)
    if (value !== undefined && found?.size === 0) this.#byValue.delete(value)
  }
}

const textOf = (state: State, name: string): string | undefined => {
  const value = state.attributes[name]
  return typeof value === 'string' ? value : undefined
}

/** The resources of one kind in the order of their creation, found by id, userName or externalId without a search. */
export class ResourceStore {
  readonly kind: Kind
  readonly #byId = new Map<string, StoredResource>()
  readonly #byUserName = new Index()
  readonly #byExternalId = new Index()
  /** Rebuilt after a deletion, so that creating and listing stay cheap. */
  #ordered: StoredResource[] | null = []

  constructor(kind: Kind) {
    this.kind = kind
  }

  get size(): number {
    return this.#byId.size
  }

  all(): readonly StoredResource[] {
    this.#ordered ??= [...this.#byId.values()]
    return this.#ordered
  }

  get(id: string): StoredResource | undefined {
    return this.#byId.get(id)
  }

  /** Every resource with this userName in any case. */
  withUserName(userName: string): StoredResource[] {
    return this.#byUserName.find(userName.toLowerCase())
  }

  withExternalId(externalId: string): StoredResource[] {
    return this.#byExternalId.find(externalId)
  }

  create(id: string, attributes: JsonObject, now: number): StoredResource {
    const current = { attributes, version: 1, modifiedAt: now }
    const resource: StoredResource = { id, kind: this.kind, createdAt: now, current, before: null }
    this.#byId.set(id, resource)
    this.#ordered?.push(resource)
    this.#index(resource)
    return resource
  }

  change(resource: StoredResource, attributes: JsonObject, now: number): void {
    this.#unindex(resource)
    resource.before = resource.current
    resource.current = { attributes, version: resource.current.version + 1, modifiedAt: now }
    this.#index(resource)
  }

  delete(resource: StoredResource): void {
    this.#unindex(resource)
    this.#byId.delete(resource.id)
    this.#ordered = null
  }

  #index(resource: StoredResource): void {
    this.#byUserName.add(textOf(resource.current, 'userName')?.toLowerCase(), resource)
    this.#byExternalId.add(textOf(resource.current, 'externalId'), resource)
  }

  #unindex(resource: StoredResource): void {
    this.#byUserName.remove(textOf(resource.current, 'userName')?.toLowerCase(), resource)
    this.#byExternalId.remove(textOf(resource.current, 'externalId'), resource)
  }
}
