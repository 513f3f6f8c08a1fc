import { MusterError } from '../../shared/errors.ts'
import type { AccountRow, AccountsState } from '../../shared/model/account.ts'
import type { Capabilities } from '../../shared/model/capabilities.ts'
import { canLookUp } from '../scim/find.ts'
import { createAccountQueries } from './account-query.ts'
import { noOverrides, withOverride } from './effective.ts'
import type { View } from './overview.ts'
import { readGroups } from './read-groups.ts'
import { copiedAccounts } from './reports/copied-lists.ts'
import type { WorkspaceContext } from './workspace-context.ts'
import type { Workspace } from './workspace-types.ts'

/** Milliseconds between two events while accounts are read. */
const pause = 200

/** `accounts.*` */
export function accountsGroup(context: WorkspaceContext): Workspace['accounts'] {
  const { accounts, overview, service, clock, events, learnt, overrides, heeded, groupRules, log } = context
  const queries = createAccountQueries(context.compare)
  let reading: AccountsState['reading'] = null
  let refreshing: Promise<AccountsState> | null = null

  const state = (): AccountsState => {
    const read = accounts.lastRead()
    const index = overview.current()?.accounts
    return {
      readAt: read?.readAt ?? null,
      total: index?.lines.length ?? read?.total ?? 0,
      active: index?.activeCount ?? read?.active ?? 0,
      complete: read?.complete ?? false,
      looksUp: canLookUp(service.capabilities),
      reading,
    }
  }
  const tell = (): void => events.accountsChanged(state())

  function* rowsOf(view: View, positions: readonly number[]): Generator<AccountRow> {
    for (const at of positions) yield* queries.row(view, at)
  }

  /** Everything that follows the capabilities is told that they are others. */
  function followed(): Capabilities {
    overview.rulesChanged()
    tell()
    events.peopleChanged()
    if (service.capabilities === null) throw new MusterError('capabilities-unknown')
    return service.capabilities
  }

  async function readAll(): Promise<AccountsState> {
    // What a run writes meanwhile is newer than any page of this reading, whenever the page comes.
    const readAt = clock.now()
    const begun = accounts.begin()
    let done = 0
    let active = 0
    let complete = false
    let told = readAt
    reading = { done, of: null }
    tell()
    try {
      for await (const page of service.list()) {
        begun.page(page.users, readAt)
        done += page.users.length
        active += page.users.filter((user) => user.active).length
        complete = page.complete ?? complete
        reading = { done, of: page.total }
        if (clock.now() - told < pause) continue
        told = clock.now()
        tell()
      }
      await begun.finish({ readAt, complete, total: done, active })
      log.info('The accounts were read', { accounts: done, complete })
      overview.accountsRead()
      if (groupRules().rules.length > 0) await readGroups(readAt, context)
    } finally {
      reading = null
    }
    await overview.fresh()
    tell()
    events.peopleChanged()
    return state()
  }

  return {
    state,
    refresh: () => {
      refreshing ??= readAll().finally(() => {
        refreshing = null
        // After a failure the state has to show that nothing is being read any more.
        tell()
      })
      return refreshing
    },
    query: async ({ query, offset, limit }) => {
      const view = await overview.view()
      const found = await queries.find(view, query)
      return {
        total: found.length,
        rows: found.slice(offset, offset + limit).flatMap((at) => queries.row(view, at)),
      }
    },
    get: async ({ id }) => {
      const view = await overview.view()
      const stored = accounts.get(id)
      const [row] = queries.row(view, view.accounts.byId.at(id)[0] ?? -1)
      if (stored === null || row === undefined) throw new MusterError('scim-not-found')
      return { row, resource: stored.resource }
    },
    copied: async ({ ids, sort, columns }) => {
      const view = await overview.view()
      const wanted = new Set(ids)
      const found = await queries.find(view, { search: '', show: 'all', sort })
      const picked = found.filter((at) => wanted.has(view.accounts.lines[at]?.id ?? ''))
      return copiedAccounts(columns, rowsOf(view, picked))
    },
    weigh: async ({ ids }) => {
      const { lines, byId } = (await overview.view()).accounts
      const picked = ids.flatMap((id) => lines[byId.at(id)[0] ?? -1] ?? [])
      const active = picked.filter((line) => line.active).length
      return { active, inactive: picked.length - active }
    },
    capabilities: () => service.capabilities,
    learn: async () => {
      await service.learn()
      if (service.learnt !== null) learnt.set(service.learnt)
      return followed()
    },
    override: ({ override }) => {
      if (service.learnt === null) throw new MusterError('capabilities-unknown')
      const changed = withOverride(overrides.get() ?? noOverrides, override, clock.now())
      overrides.set(changed)
      service.adopt(service.learnt, changed)
      log.info('A capability was set by hand', { ...override })
      return followed()
    },
    unplanned: () => [...heeded().unplanned],
  }
}
