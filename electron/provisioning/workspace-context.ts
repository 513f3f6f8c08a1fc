import type { Capabilities } from '../../shared/model/account.ts'
import type { Mapping } from '../../shared/model/mapping.ts'
import { type Accounts, createAccounts } from '../store/accounts.ts'
import { type KeptValue, keptValue } from '../store/kept.ts'
import { createLinks, type Links } from '../store/links.ts'
import { createPlans, type Plans } from '../store/plans.ts'
import { createRoster, type Roster } from '../store/roster.ts'
import { createRunChanges, type RunChanges } from '../store/run-changes.ts'
import { createRuns, type Runs } from '../store/runs.ts'
import type { AssessWorld } from './assess.ts'
import { defaultMappingOf } from './default-mapping.ts'
import { createOverview, type Overview } from './overview.ts'
import type { KeptSource, WorkspaceParts } from './workspace-types.ts'

/** What the groups of a workspace share. */
export interface WorkspaceContext extends WorkspaceParts {
  readonly roster: Roster
  readonly accounts: Accounts
  readonly links: Links
  readonly plans: Plans
  readonly runs: Runs
  readonly runChanges: RunChanges
  readonly overview: Overview
  readonly learnt: KeptValue<Capabilities>
  readonly mapping: () => Mapping
  readonly sourceSettings: KeptValue<KeptSource>
  /** How two texts are ordered: by the system's collation. */
  readonly compare: (one: string, other: string) => number
  /** These accounts, or their links, are new in the store. */
  readonly onAccounts: (ids: readonly string[]) => void
}

/** Builds what a workspace's groups share. */
export function createContext(parts: WorkspaceParts): WorkspaceContext {
  const { database, service, events } = parts
  const roster = createRoster(database)
  const accounts = createAccounts(database)
  const links = createLinks(database)
  const learnt = keptValue<Capabilities>(database, 'capabilities')
  const known = learnt.get()
  if (known !== null) service.adopt(known)
  // Until the admin can edit it, the mapping follows from the product the file was recognised as.
  const mapping = (): Mapping => defaultMappingOf(roster.summary()?.product ?? 'generic')
  const overview = createOverview({
    roster,
    accounts,
    links,
    mapping,
    onChange: events.peopleChanged,
    uncertainty: () => uncertaintyOf(accounts.lastRead() !== null, canLookUp(service.capabilities)),
  })
  const collator = new Intl.Collator(parts.locale, { numeric: true })
  return {
    ...parts,
    roster,
    accounts,
    links,
    plans: createPlans(database),
    runs: createRuns(database, parts.connection().id),
    runChanges: createRunChanges(database),
    overview,
    learnt,
    mapping,
    sourceSettings: keptValue<KeptSource>(database, 'source-settings'),
    compare: collator.compare,
    onAccounts: overview.touch,
  }
}

/** Whether single people can be looked for by filter, and “nobody found” be believed. */
export function canLookUp(capabilities: Capabilities | null): boolean {
  return capabilities?.filter.value === 'yes' && capabilities.filterIgnoresCase.value === 'yes'
}

/** How people without a match are shown while the list of accounts is not complete. */
function uncertaintyOf(read: boolean, lookUp: boolean): Pick<AssessWorld, 'uncertain' | 'uncertainWould'> {
  if (lookUp) return { uncertain: 'unknown', uncertainWould: 'create' }
  return { uncertain: read ? 'blocked' : 'unknown', uncertainWould: 'none' }
}
