import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../shared/model/json.ts'
import type { Quirks } from '../quirks.ts'
import { type ListView, listResources, selectionOf } from './list.ts'
import { oddId } from './odd-id.ts'
import { applyPatch } from './patch.ts'
import { isObject } from './path.ts'
import { Refusal } from './refusal.ts'
import { etagOf, type Look, locationOf, render } from './render.ts'
import { ResourceStore, type State, type StoredResource } from './resource-store.ts'
import { enterpriseUrn, type Kind, validate } from './schema.ts'

/** How long `visible-later` hides a change, in milliseconds. */
const visibleAfter = 2000
const memberCap = 100
/** When seeded resources were made: long ago, and always the same. */
const seededAt = Date.UTC(2025, 0, 1)

/** What came of an operation on a resource. */
export interface Answer {
  readonly status: number
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
  /** Statuses of the operations of a Bulk. */
  readonly operations?: readonly number[]
}

/** The conditions of a request (RFC 7644 section 3.14). */
export interface Conditions {
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
}

const unconditional: Conditions = { ifMatch: undefined, ifNoneMatch: undefined }

/** The accounts and groups of the tenant, and the operations on them, with the switches that change what they do. */
export class Directory {
  readonly users = new ResourceStore('User')
  readonly groups = new ResourceStore('Group')
  readonly #quirks: Quirks
  readonly #base: string
  #looks: { on: string; look: Look; plain: Look } | null = null

  constructor(parts: { quirks: Quirks /** See {@link Look.base}. */; base: string }) {
    this.#quirks = parts.quirks
    this.#base = parts.base
  }

  /** Fills an empty tenant with resources that are known to be valid. */
  load(kind: Kind, resources: readonly { readonly id: string; readonly attributes: JsonObject }[]): void {
    for (const { id, attributes } of resources) this.#store(kind).create(id, attributes, seededAt)
  }

  list(kind: Kind, parameters: URLSearchParams): Answer {
    return { status: 200, body: listResources(this.#view(kind), parameters), headers: {} }
  }

  read(kind: Kind, id: string, parameters: URLSearchParams, conditions: Conditions = unconditional): Answer {
    const resource = this.#find(kind, id)
    const state = this.#shown(resource)
    if (!state) throw notFound(kind, id)
    const { look } = this.#look()
    if (look.etag && conditions.ifNoneMatch === etagOf(state)) return { status: 304, body: null, headers: {} }
    const body = render(resource, state, look, selectionOf(parameters))
    return { status: 200, body, headers: this.#headers(resource, state) }
  }

  create(kind: Kind, given: JsonObject): Answer {
    const attributes = this.#validate(kind, given, null)
    const store = this.#store(kind)
    const resource = store.create(this.#newId(attributes), attributes, Date.now())
    const { look } = this.#look()
    const headers = { ...this.#headers(resource, resource.current), location: locationOf(resource, look) }
    const body = this.#quirks.has('create-empty') ? null : render(resource, resource.current, look, null)
    return { status: 201, body, headers }
  }

  replace(kind: Kind, id: string, given: JsonObject, conditions: Conditions = unconditional): Answer {
    if (this.#quirks.has('no-put')) throw new Refusal(405, 'PUT is not allowed.', null, { allow: 'GET, PATCH, DELETE' })
    const resource = this.#findForWrite(kind, id, conditions)
    return this.#change(resource, this.#validate(kind, given, resource))
  }

  patch(kind: Kind, id: string, message: JsonObject, conditions: Conditions = unconditional): Answer {
    if (this.#quirks.has('no-patch')) throw new Refusal(501, 'PATCH is not implemented.')
    const resource = this.#findForWrite(kind, id, conditions)
    const patched = applyPatch(kind, resource.current.attributes, message)
    const answer = this.#change(resource, this.#validate(kind, patched, resource))
    return this.#quirks.has('patch-204') ? { ...answer, status: 204, body: null } : answer
  }

  delete(kind: Kind, id: string, conditions: Conditions = unconditional): Answer {
    if (this.#quirks.has('no-delete')) throw new Refusal(403, 'Deleting is not allowed.')
    const resource = this.#findForWrite(kind, id, conditions)
    if (this.#quirks.has('soft-delete') && kind === 'User') {
      this.users.change(resource, { ...resource.current.attributes, active: false }, Date.now())
    } else {
      this.#store(kind).delete(resource)
      if (kind === 'User') this.#leaveGroups(id)
    }
    return { status: 204, body: null, headers: {} }
  }

  /** Every resource of a kind as it is stored, whatever the switches would show of it. */
  snapshot(kind: Kind): JsonObject[] {
    const { plain } = this.#look()
    return this.#store(kind)
      .all()
      .map((resource) => JSON.parse(render(resource, resource.current, plain, null)))
  }

  #store(kind: Kind): ResourceStore {
    return kind === 'User' ? this.users : this.groups
  }

  #view(kind: Kind): ListView {
    const { look, plain } = this.#look()
    return {
      store: this.#store(kind),
      look,
      plain,
      has: (quirk) => this.#quirks.has(quirk),
      shown: (resource) => this.#shown(resource),
    }
  }

  /** The two looks, made anew only when a switch was turned. */
  #look(): { look: Look; plain: Look } {
    const on = this.#quirks.on.join()
    if (this.#looks?.on !== on) {
      const plain = { base: this.#base, etag: true, stringBooleans: false, nullAttributes: false, memberCap: 1e9 }
      const look = {
        base: this.#base,
        etag: !this.#quirks.has('no-etag'),
        stringBooleans: this.#quirks.has('string-booleans'),
        nullAttributes: this.#quirks.has('null-attributes'),
        memberCap,
      }
      this.#looks = { on, look, plain }
    }
    return this.#looks
  }

  #shown(resource: StoredResource): State | null {
    if (!this.#quirks.has('visible-later')) return resource.current
    return Date.now() - resource.current.modifiedAt >= visibleAfter ? resource.current : resource.before
  }

  #headers(resource: StoredResource, state: State): Record<string, string> {
    const { look } = this.#look()
    return { 'content-location': locationOf(resource, look), ...(look.etag ? { etag: etagOf(state) } : {}) }
  }

  #find(kind: Kind, id: string): StoredResource {
    const resource = this.#store(kind).get(id)
    if (!resource) throw notFound(kind, id)
    return resource
  }

  #findForWrite(kind: Kind, id: string, { ifMatch }: Conditions): StoredResource {
    const resource = this.#find(kind, id)
    if (this.#quirks.has('etag-required') && ifMatch === undefined) {
      throw new Refusal(428, 'The request needs an If-Match header.')
    }
    const ignored = ifMatch === undefined || ifMatch === '*' || this.#quirks.has('no-etag')
    if (!ignored && ifMatch !== etagOf(resource.current)) {
      throw new Refusal(412, 'The resource has changed since it was read.')
    }
    return resource
  }

  #validate(kind: Kind, given: JsonObject, self: StoredResource | null): JsonObject {
    const attributes = validate(kind, given, {
      refuseUnknown: this.#quirks.has('reject-unknown'),
      custom: this.#quirks.has('custom-schema'),
    })
    if (kind === 'Group') this.#checkMembers(attributes)
    else this.#checkUser(attributes, self)
    return attributes
  }

  #checkUser(attributes: JsonObject, self: StoredResource | null): void {
    const userName = String(attributes.userName)
    const exact = this.#quirks.has('case-sensitive-user-name')
    const taken = this.users
      .withUserName(userName)
      .some((other) => other !== self && (!exact || other.current.attributes.userName === userName))
    if (taken) throw new Refusal(409, `There is an account with the userName ${userName}.`, 'uniqueness')
    if (this.#quirks.has('email-required') && !Array.isArray(attributes.emails)) {
      throw new Refusal(400, 'Required attribute ‘emails’ is missing.', 'invalidValue')
    }
    if (self === null && this.#quirks.has('required-title') && typeof attributes.title !== 'string') {
      throw new Refusal(400, 'Required attribute ‘title’ is missing.', 'invalidValue')
    }
    const enterprise = attributes[enterpriseUrn]
    const manager = isObject(enterprise) ? enterprise.manager : undefined
    if (!this.#quirks.has('manager-must-exist') || !isObject(manager)) return
    if (!this.users.get(String(manager.value))) {
      throw new Refusal(400, `There is no account ${String(manager.value)} to be the manager.`, 'invalidValue')
    }
  }

  #checkMembers({ members }: JsonObject): void {
    for (const member of Array.isArray(members) ? members : []) {
      const id = isObject(member) ? String(member.value) : ''
      if (!this.users.get(id) && !this.groups.get(id)) {
        throw new Refusal(400, `There is no ${id} to be a member.`, 'invalidValue')
      }
    }
  }

  #change(resource: StoredResource, attributes: JsonObject): Answer {
    this.#store(resource.kind).change(resource, attributes, Date.now())
    const { look } = this.#look()
    const body = render(resource, resource.current, look, null)
    return { status: 200, body, headers: this.#headers(resource, resource.current) }
  }

  #leaveGroups(id: string): void {
    for (const group of this.groups.all()) {
      const { members } = group.current.attributes
      const left = (Array.isArray(members) ? members : []).filter((one) => !(isObject(one) && one.value === id))
      if (!Array.isArray(members) || left.length === members.length) continue
      this.groups.change(group, { ...group.current.attributes, members: left }, Date.now())
    }
  }

  #newId(attributes: JsonObject): string {
    const id = randomUUID()
    const name = String(attributes.userName ?? attributes.displayName)
    return this.#quirks.has('odd-ids') ? oddId(name, id.slice(0, 8)) : id
  }
}

const notFound = (kind: Kind, id: string) => new Refusal(404, `There is no ${kind} ${id}.`)
