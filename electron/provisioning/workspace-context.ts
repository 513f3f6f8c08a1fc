import { type Capabilities, capabilitiesSchema, type Overrides } from '../../shared/model/capabilities.ts'
import { type GroupRules, noGroupRules } from '../../shared/model/group.ts'
import { type Mapping, mappingSchema } from '../../shared/model/mapping.ts'
import type { SourceSummary } from '../../shared/model/source.ts'
import { spokenLocale } from '../../shared/words/text.ts'
import { canLookUp } from '../scim/find.ts'
import { type Accounts, createAccounts } from '../store/accounts.ts'
import { createDecisions, type Decisions } from '../store/decisions.ts'
import { createGroups, type Groups } from '../store/groups.ts'
import { type KeptValue, keptValue } from '../store/kept.ts'
import { createLinks, type Links } from '../store/links.ts'
import { createPlans, type Plans } from '../store/plans.ts'
import { createRoster, type Roster } from '../store/roster.ts'
import { createRunChanges, type RunChanges } from '../store/run-changes.ts'
import { createRuns, type Runs } from '../store/runs.ts'
import { createSelections, type Selections } from '../store/selections.ts'
import type { AssessWorld } from './assess.ts'
import { defaultMappingOf } from './default-mapping.ts'
import { noOverrides } from './effective.ts'
import { type Heeded, heedSchema } from './heed-schema.ts'
import { compileMemberships } from './memberships.ts'
import { createOverview, type Overview } from './overview.ts'
import type { KeptSource, WorkspaceParts } from './workspace-types.ts'

/** What the groups of a workspace share. */
export interface WorkspaceContext extends WorkspaceParts {
  readonly roster: Roster
  readonly accounts: Accounts
  readonly links: Links
  readonly decisions: Decisions
  readonly groups: Groups
  readonly keptRules: KeptValue<GroupRules>
  readonly groupRules: () => GroupRules
  readonly plans: Plans
  readonly runs: Runs
  readonly runChanges: RunChanges
  readonly selections: Selections
  readonly overview: Overview
  readonly learnt: KeptValue<Capabilities>
  /** What the admin has set instead of what was learnt. */
  readonly overrides: KeptValue<Overrides>
  readonly mapping: () => Mapping
  /** The mapping that the admin has made the connection's own; null while the source's default is in use. */
  readonly ownMapping: KeptValue<Mapping | null>
  /** The mapping as far as the service's schema lets it be pushed. */
  readonly heeded: () => Heeded
  readonly sourceSettings: KeptValue<KeptSource>
  /** How two texts are ordered: by the system's collation. */
  readonly compare: (one: string, other: string) => number
  /** These accounts, or their links, are new in the store. */
  readonly onAccounts: (ids: readonly string[]) => void
  /** The store has groups anew, and the accounts in question are told by {@link onAccounts}. */
  readonly onGroups: () => void
}

/** Builds what a workspace's groups share. */
export function createContext(parts: WorkspaceParts): WorkspaceContext {
  const { database, service, events } = parts
  const roster = createRoster(database)
  const accounts = createAccounts(database)
  const links = createLinks(database)
  const decisions = createDecisions(database)
  const groups = createGroups(database)
  const keptRules = keptValue<GroupRules>(database, 'group-rules')
  const groupRules = (): GroupRules => keptRules.get() ?? noGroupRules
  const learnt = keptValue<Capabilities>(database, 'capabilities')
  const overrides = keptValue<Overrides>(database, 'capability-overrides')
  // What a Muster of another version has kept may be of another form; then it is learnt again.
  service.adopt(capabilitiesSchema.safeParse(learnt.get()).data ?? null, overrides.get() ?? noOverrides)
  const ownMapping = keptValue<Mapping | null>(database, 'mapping')
  const mapping = (): Mapping =>
    // One that an older Muster has written is brought up to date by the schema; one that nobody can read is as good as none.
    mappingSchema.nullable().safeParse(ownMapping.get()).data ?? defaultMappingOf(productOf(roster))
  const heeded = () => heedSchema(mapping(), service.capabilities)
  const overview = createOverview({
    roster,
    accounts,
    links,
    decisions,
    heeded,
    memberships: () => {
      const rules = groupRules()
      if (rules.rules.length === 0) return null
      const canPatch = service.capabilities?.patch.value !== 'no'
      return compileMemberships({ rules, groups: groups.all(), read: groups.lastRead(), canPatch })
    },
    onChange: events.peopleChanged,
    uncertainty: () => uncertaintyOf(accounts.lastRead() !== null, service.capabilities),
  })
  const collator = new Intl.Collator(spokenLocale(), { numeric: true })
  return {
    ...parts,
    roster,
    accounts,
    links,
    decisions,
    groups,
    keptRules,
    groupRules,
    plans: createPlans(database),
    runs: createRuns(database, parts.connection().id),
    runChanges: createRunChanges(database),
    selections: createSelections(database),
    overview,
    learnt,
    overrides,
    mapping,
    heeded,
    ownMapping,
    sourceSettings: keptValue<KeptSource>(database, 'source-settings'),
    compare: collator.compare,
    onAccounts: overview.touch,
    onGroups: () => overview.groupsChanged(false),
  }
}

/** The product that the people's file was recognised as: what the default mapping follows from. */
export function productOf(roster: Roster): SourceSummary['product'] {
  return roster.summary()?.product ?? 'generic'
}

/** How people without a match are shown while the list of accounts is not complete. */
function uncertaintyOf(
  read: boolean,
  capabilities: Capabilities | null,
): Pick<AssessWorld, 'uncertain' | 'uncertainWould' | 'byNameOnly'> {
  const byNameOnly = capabilities?.filterExternalId.value !== 'yes'
  if (canLookUp(capabilities)) return { uncertain: 'unknown', uncertainWould: 'create', byNameOnly }
  return { uncertain: read ? 'blocked' : 'unknown', uncertainWould: 'none', byNameOnly }
}
