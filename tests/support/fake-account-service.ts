import type { AccountService, CallOptions, Written } from '../../electron/provisioning/account-service.ts'
import { effectiveOf, noOverrides } from '../../electron/provisioning/effective.ts'
import { MusterError } from '../../shared/errors.ts'
import type { Capabilities, Overrides } from '../../shared/model/capabilities.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { Json, JsonObject } from '../../shared/model/json.ts'
import { createOf } from '../../shared/scim/body.ts'
import { applyDiffs } from '../../shared/scim/diffs.ts'
import { type ScimUser, scimUserSchema, versionOf } from '../../shared/scim/schemas.ts'
import { FakeGroups } from './fake-groups.ts'

/** A call that reached the service. */
export interface FakeCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'FIND'
  readonly id: string | null
}

/** What may go wrong with a call: before it is carried out, or after, when only the reply is lost. */
export interface Trouble {
  before?(call: FakeCall): MusterError | null
  after?(call: FakeCall): MusterError | null
}

const yes = { value: 'yes' as const, from: 'test' }
const no = { value: 'no' as const, from: 'test' }

/** What the fake says it supports. */
const fakeCapabilities: Capabilities = {
  learntAt: 1,
  patch: yes,
  put: yes,
  delete: no,
  filter: yes,
  filterIgnoresCase: yes,
  filterExternalId: yes,
  paging: yes,
  cursor: no,
  pageSize: { value: 100, from: 'test' },
  etag: no,
  bulk: no,
  bulkOperations: { value: 0, from: 'test' },
  bulkBytes: { value: 0, from: 'test' },
  groups: no,
  schema: { value: 'unknown', from: 'test' },
  userSchema: null,
}

/** A model of a SCIM service in memory: unique sign-in names, versions, and trouble on demand. */
export class FakeService implements AccountService {
  readonly accounts = new Map<string, ScimUser>()
  readonly groups = new FakeGroups()
  readonly calls: FakeCall[] = []
  trouble: Trouble = {}
  complete = true
  /** Off, two accounts may have one sign-in name: then only Muster itself prevents a second one. */
  unique = true
  etags = false
  /** Says that it has deleted an account, and keeps it. */
  keepsDeleted = false
  /** Milliseconds that a call takes. */
  latency = 0
  learnt: Capabilities | null = fakeCapabilities
  overrides: Overrides = noOverrides
  #next = 1

  /** Puts an account there, as somebody else would. */
  seed(resource: JsonObject): ScimUser {
    const id = typeof resource.id === 'string' ? resource.id : `acc-${this.#next++}`
    const account = this.#versioned(scimUserSchema.parse({ active: true, ...resource, id }))
    this.accounts.set(id, account)
    return account
  }

  /** The service as it is now, on its own from here on. */
  copy(): FakeService {
    const copy = new FakeService()
    for (const [id, account] of this.accounts) copy.accounts.set(id, account)
    copy.calls.push(...this.calls)
    copy.unique = this.unique
    copy.etags = this.etags
    copy.keepsDeleted = this.keepsDeleted
    copy.adopt(this.learnt, this.overrides)
    copy.#next = this.#next
    return copy
  }

  /** What the service holds, without versions, by sign-in name. */
  state(): Record<string, JsonObject> {
    return Object.fromEntries(
      [...this.accounts.values()]
        .map(({ meta: _meta, id: _id, ...rest }) => [rest.userName, rest] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  }

  async *list() {
    const users = [...this.accounts.values()]
    for (let at = 0; at < users.length; at += 100) {
      yield { users: users.slice(at, at + 100), total: users.length, complete: null }
    }
    yield { users: [], total: users.length, complete: this.complete }
  }

  read(id: string, options?: CallOptions): Promise<ScimUser> {
    return this.#call({ method: 'GET', id }, options, () => {
      const account = this.accounts.get(id)
      if (account === undefined) throw new MusterError('scim-not-found', { status: 404 })
      return account
    })
  }

  find(wanted: { userName: string | null; externalId: string | null }, options?: CallOptions): Promise<ScimUser[]> {
    return this.#call({ method: 'FIND', id: wanted.userName }, options, () =>
      [...this.accounts.values()].filter(
        ({ userName, externalId }) =>
          (wanted.externalId !== null && externalId === wanted.externalId) ||
          userName.toLowerCase() === wanted.userName?.toLowerCase(),
      ),
    )
  }

  create(
    attributes: Readonly<Record<string, Json>>,
    _settle: () => Promise<ScimUser | null>,
    options?: CallOptions,
  ): Promise<Written> {
    const body = createOf(attributes)
    return this.#call({ method: 'POST', id: String(body.userName) }, options, () => {
      const name = String(body.userName).toLowerCase()
      for (const { userName } of this.accounts.values()) {
        if (this.unique && userName.toLowerCase() === name) throw new MusterError('scim-conflict', { status: 409 })
      }
      const account = this.seed(body)
      return { id: account.id, account, version: versionOf(account), status: 201 }
    })
  }

  update(
    base: ScimUser,
    version: string | null,
    diffs: readonly Diff[],
    _kind: string,
    options?: CallOptions,
  ): Promise<Written> {
    return this.#call({ method: 'PATCH', id: base.id }, options, () => {
      const account = this.accounts.get(base.id)
      if (account === undefined) throw new MusterError('scim-not-found', { status: 404 })
      if (this.etags && version !== null && version !== versionOf(account)) {
        throw new MusterError('scim-changed', { status: 412 })
      }
      const changed = this.#versioned(scimUserSchema.parse(applyDiffs(account, diffs)))
      this.accounts.set(base.id, changed)
      return { id: base.id, account: changed, version: versionOf(changed), status: 200 }
    })
  }

  delete(id: string, version: string | null, options?: CallOptions): Promise<number | null> {
    return this.#call({ method: 'DELETE', id }, options, () => {
      const account = this.accounts.get(id)
      if (account === undefined) throw new MusterError('scim-not-found', { status: 404 })
      if (this.etags && version !== null && version !== versionOf(account)) {
        throw new MusterError('scim-changed', { status: 412 })
      }
      if (!this.keepsDeleted) this.accounts.delete(id)
      return 204
    })
  }

  async reach(options?: CallOptions): Promise<void> {
    await this.#call({ method: 'GET', id: null }, options, () => null)
  }

  async learn(): Promise<void> {
    this.learnt ??= fakeCapabilities
  }

  get capabilities(): Capabilities | null {
    return this.learnt && effectiveOf(this.learnt, this.overrides)
  }

  adopt(learnt: Capabilities | null, overrides: Overrides): void {
    this.learnt = learnt ?? this.learnt
    this.overrides = overrides
  }

  /** What the service can do from now on. */
  supports(changes: Partial<Capabilities>): void {
    this.learnt = { ...(this.learnt ?? fakeCapabilities), ...changes }
  }

  async #call<T>(call: FakeCall, options: CallOptions | undefined, work: () => T): Promise<T> {
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency))
    options?.signal?.throwIfAborted()
    let status: number | null = 200
    try {
      const before = this.trouble.before?.(call) ?? null
      if (before !== null) throw before
      this.calls.push(call)
      const result = work()
      const after = this.trouble.after?.(call) ?? null
      if (after !== null) throw after
      return result
    } catch (error) {
      status = error instanceof MusterError ? error.status : null
      throw error
    } finally {
      const method = call.method === 'FIND' ? 'GET' : call.method
      options?.onExchange?.({
        at: Date.now(),
        attempt: 1,
        method,
        path: `/Users/${call.id}`,
        requestBody: null,
        status,
        responseBody: null,
        duration: status === null ? null : 1,
      })
    }
  }

  #versioned(account: ScimUser): ScimUser {
    return this.etags ? { ...account, meta: { version: `W/"${this.#next++}"` } } : account
  }
}
