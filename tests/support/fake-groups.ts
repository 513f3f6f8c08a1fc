import type { GroupService, MembersChange } from '../../electron/provisioning/group-service.ts'
import { MusterError } from '../../shared/errors.ts'
import { type ScimGroup, scimGroupSchema, versionOf } from '../../shared/scim/schemas.ts'

/** A call that reached the groups. */
export interface GroupCall {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly group: string
}

/** A model of a service's groups in memory. Names need not be unique, and at most `shown` members of each are shown. */
export class FakeGroups implements GroupService {
  /** Every member of each, whatever is shown. */
  readonly all = new Map<string, { displayName: string; members: Set<string>; version: number }>()
  readonly calls: GroupCall[] = []
  shown = 100
  complete = true
  /** Whether `find` can tell. */
  searchable = true
  etags = false
  /** What goes wrong with a call: before it is carried out, or after, when only the reply is lost. */
  trouble: { before?(call: GroupCall): MusterError | null; after?(call: GroupCall): MusterError | null } = {}
  #next = 1

  /** Puts a group there, as somebody else would. */
  seed(displayName: string, members: readonly string[] = []): string {
    const id = `grp-${this.#next++}`
    this.all.set(id, { displayName, members: new Set(members), version: 1 })
    return id
  }

  /** Every group with its members, by name. */
  state(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.all.values()]
        .map(({ displayName, members }) => [displayName, [...members].sort()] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  }

  async *list() {
    yield { groups: [...this.all.keys()].map((id) => this.#shown(id)), complete: null }
    yield { groups: [], complete: this.complete }
  }

  async read(id: string): Promise<ScimGroup> {
    return this.#call({ method: 'GET', group: id }, () => this.#shown(id))
  }

  async find(displayName: string): Promise<ScimGroup[]> {
    if (!this.searchable) throw new MusterError('groups-incomplete')
    const wanted = displayName.toLowerCase()
    return [...this.all]
      .filter(([, group]) => group.displayName.toLowerCase() === wanted)
      .map(([id]) => this.#shown(id))
  }

  async create(displayName: string, settle: () => Promise<ScimGroup | null>) {
    return this.#settled(settle, () =>
      this.#call({ method: 'POST', group: displayName }, () => {
        const id = this.seed(displayName)
        return { id, version: versionOf(this.#shown(id)), status: 201 }
      }),
    )
  }

  async changeMembers(
    id: string,
    version: string | null,
    { add, remove }: MembersChange,
    settle: () => Promise<ScimGroup | null>,
  ) {
    return this.#settled(settle, () =>
      this.#call({ method: 'PATCH', group: id }, () => {
        const group = this.all.get(id)
        if (group === undefined) throw new MusterError('group-not-found', { status: 404 })
        if (this.etags && version !== versionOf(this.#shown(id))) throw new MusterError('scim-changed', { status: 412 })
        for (const member of add) group.members.add(member)
        for (const member of remove) group.members.delete(member)
        group.version++
        return { id, version: versionOf(this.#shown(id)), status: 204 }
      }),
    )
  }

  /** As the client does: a lost reply is looked up, and only what was not carried out is sent again. */
  async #settled<T>(settle: () => Promise<ScimGroup | null>, send: () => T) {
    for (;;) {
      try {
        return send()
      } catch (error) {
        if (!(error instanceof MusterError) || error.code !== 'timeout') throw error
        const settled = await settle()
        if (settled !== null) return { id: settled.id, version: versionOf(settled), status: null }
      }
    }
  }

  #call<T>(call: GroupCall, work: () => T): T {
    const before = this.trouble.before?.(call) ?? null
    if (before !== null) throw before
    this.calls.push(call)
    const result = work()
    const after = this.trouble.after?.(call) ?? null
    if (after !== null) throw after
    return result
  }

  #shown(id: string): ScimGroup {
    const group = this.all.get(id)
    if (group === undefined) throw new MusterError('group-not-found', { status: 404 })
    const { displayName, members, version } = group
    const some = [...members].slice(0, this.shown).map((value) => ({ value }))
    return scimGroupSchema.parse({
      id,
      displayName,
      members: some,
      ...(this.etags ? { meta: { version: `W/"${version}"` } } : {}),
    })
  }
}
