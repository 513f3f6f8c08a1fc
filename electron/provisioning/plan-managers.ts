import { readPath } from '../../shared/scim/path.ts'
import { createSlices } from '../store/slices.ts'
import type { Paired, Worked } from './assess.ts'
import { managerOf } from './manager.ts'
import { aboutPerson, isApart, type Planning } from './planning.ts'

/** The picked people whose manager's account is made by this plan. */
export async function withNewManager(
  { view, created, removed }: Planning,
  picked: readonly number[],
): Promise<Paired[]> {
  const { people, accounts, world, standings } = view
  const found: Paired[] = []
  if (created.size === 0 || world.managerPath === null) return found
  const slices = createSlices()
  for (const [index, at] of picked.entries()) {
    if ((index & 255) === 0 && slices.due()) await slices.rest()
    const entry = people.entries[at]
    const account = standings.account(at)
    if (entry === undefined || !entry.active || removed.has(at) || (account < 0 && !created.has(at))) continue
    if (isApart(standings.state(at)) || standings.state(at) === 'unknown') continue
    const manager = managerOf(at, people, accounts, standings.account)
    if (manager !== null && created.has(manager.position)) found.push({ at, account })
  }
  return found
}

/** Adds the change that gives somebody the manager whose account this same plan makes (pass 2). */
export function planManager({ view, draft }: Planning, { at, account, manager }: Worked): void {
  const entry = view.people.entries[at]
  const standing = view.standings.get(at)
  const path = view.world.managerPath
  if (entry === undefined || standing === null || path === null || manager === null) return
  const before = account === null ? null : readPath(account, path)
  draft.add({
    kind: 'update',
    reason: 'manager',
    pass: 2,
    resource: 'User',
    group: null,
    ...aboutPerson(entry, standing),
    accountId: account?.id ?? null,
    diff: [{ path, before, after: `${manager.entry.name} (account made by this push)` }],
    warnings: [],
    manager: manager.entry.id,
  })
}
