import type { AccountDetail, AccountQuery, AccountRow, AccountsState } from '../../shared/model/account.ts'
import type { Capabilities, Override } from '../../shared/model/capabilities.ts'
import type { Connection } from '../../shared/model/connection.ts'
import type { AdminDecision, Candidates } from '../../shared/model/decision.ts'
import type { GroupRules, GroupsState } from '../../shared/model/group.ts'
import type { Mapping } from '../../shared/model/mapping.ts'
import type { MappingCounts, MappingPreview, MappingState } from '../../shared/model/mapping-preview.ts'
import type {
  GonePerson,
  ListedPerson,
  Person,
  PersonDetail,
  PersonRow,
  PersonState,
  SinceCounts,
} from '../../shared/model/person.ts'
import type {
  EmptiedBy,
  Filterable,
  PeopleRule,
  PersonQuery,
  ValueCounts,
  ValuesOf,
} from '../../shared/model/person-query.ts'
import type { Change, KindCounts, PlanSummary } from '../../shared/model/plan.ts'
import type { FoundRun, RunChange, RunChangeDetail, RunProgress, RunQuery, RunSummary } from '../../shared/model/run.ts'
import type { AppliedSelection, SavedSelection, SelectionContent } from '../../shared/model/saved-selection.ts'
import type { Unplanned } from '../../shared/model/service-schema.ts'
import type { SessionState } from '../../shared/model/session.ts'
import type { Problem, SourceSummary } from '../../shared/model/source.ts'
import type { LdapSettings, ScimSourceSettings, SourceKind } from '../../shared/model/source-settings.ts'
import type { Clock, Log } from '../ports.ts'
import type { Database } from '../store/database.ts'
import type { AccountService } from './account-service.ts'
import type { Picks } from './plan.ts'
import type { CopiedTable } from './reports/copied-table.ts'
import type { Exported } from './reports/export.ts'

/** A stretch of a list. */
interface Stretch {
  readonly offset: number
  readonly limit: number
}

/** A stretch of a list with the length of the whole. */
interface Page<T> {
  total: number
  rows: T[]
}

/** What a reader of a source hands over. `people` is walked once and may be as long as it likes. */
interface SourceRead {
  readonly summary: SourceSummary
  readonly people: Iterable<Person> | AsyncIterable<Person>
  readonly problems: readonly Problem[]
}

/** Where people come from: what is read, and the settings of each kind that was ever set up. No secret is among them. */
export interface KeptSource {
  readonly use: SourceKind
  readonly ldap: LdapSettings | null
  readonly scim: ScimSourceSettings | null
}

/** What provisioning needs to know of the session. */
export interface SessionWatch {
  state(): SessionState
  /** Calls back after every change of the state; the returned function stops that. */
  onChange(listener: (state: SessionState) => void): () => void
}

/** What a workspace tells the rest of main unasked. */
export interface WorkspaceEvents {
  accountsChanged(state: AccountsState): void
  /** The roster, or where its people stand, has changed. */
  peopleChanged(): void
  /** At most ten times a second for a run, and always once at its end. */
  runProgress(progress: RunProgress): void
}

/** What a workspace is made of. */
export interface WorkspaceParts {
  /** The connection as it is now; asked anew each time, since the admin can change its limits. */
  readonly connection: () => Connection
  readonly database: Database
  readonly service: AccountService
  readonly session: SessionWatch
  readonly clock: Clock
  readonly log: Log
  readonly events: WorkspaceEvents
}

/** Everything of one connection that the window can ask for, one operation for each call of the contract. */
export interface Workspace {
  /** Whether a run has not ended, or a plan is in the making: what must not be cut off. */
  busy(): boolean
  readonly source: {
    summary(): SourceSummary | null
    settings(): KeptSource
    keep(settings: KeptSource): void
    /** Makes what was read the roster; the one before stays in place until all of the new one is stored. */
    store(read: SourceRead): Promise<SourceSummary>
    problems(stretch: Stretch): Page<Problem>
  }
  readonly mapping: {
    state(): MappingState
    keepDraft(input: { mapping: Mapping | null }): MappingState
    /**
     * Makes a whole mapping the connection's own. Waits for a plan in the making, and outdates those there are.
     * @throws MusterError `mapping-invalid`, `path-invalid`
     */
    save(input: { mapping: Mapping }): Promise<MappingState>
    preview(input: { mapping: Mapping; person: number | null }): Promise<MappingPreview | null>
    /** @throws MusterError `count-cancelled` once another count begins or a mapping is saved. */
    count(input: { mapping: Mapping }): Promise<MappingCounts>
    /** A mapping for a file the caller writes. */
    export(input: { mapping: Mapping }): Exported
  }
  readonly people: {
    query(
      input: { query: PersonQuery; columns?: readonly string[] | undefined } & Stretch,
    ): Promise<Page<ListedPerson> & { counts: Record<'all' | PersonState, number>; since: SinceCounts }>
    ids(input: { query: PersonQuery }): Promise<number[]>
    /** The people of these ids as a table of these columns; who is gone is left out. */
    copied(input: {
      ids: readonly number[]
      sort: PersonQuery['sort']
      columns: readonly string[]
    }): Promise<CopiedTable>
    filterable(): Promise<Filterable>
    values(input: { of: ValuesOf; search: string }): Promise<ValueCounts>
    /** Whichever part alone leaves somebody when it is dropped. */
    emptiedBy(input: { rule: PeopleRule }): Promise<EmptiedBy[]>
    gone(stretch: Stretch): Page<GonePerson>
    get(input: { id: number }): Promise<PersonDetail>
    weigh(input: { ids: readonly number[] }): Promise<{ would: KindCounts; blocked: number; leftOut: number }>
    find(input: { text: string }): Promise<{
      found: number[]
      notFound: string[]
      ambiguous: { text: string; people: PersonRow[] }[]
    }>
    candidates(input: { id: number }): Promise<Candidates>
    /** Waits for a plan in the making: none may be frozen of what was before the decision. */
    resolve(input: { people: readonly number[]; decision: AdminDecision | null }): Promise<{ changed: number }>
  }
  readonly selections: {
    list(): Promise<SavedSelection[]>
    /** @throws MusterError `selection-name-taken` */
    save(input: { name: string; content: SelectionContent }): Promise<SavedSelection>
    /** @throws MusterError `selection-name-taken`, `selection-not-found` */
    update(input: {
      selection: number
      name?: string | undefined
      content?: SelectionContent | undefined
    }): Promise<SavedSelection>
    remove(input: { selection: number }): Promise<null>
    /** @throws MusterError `selection-not-found` */
    apply(input: { selection: number }): Promise<AppliedSelection>
  }
  readonly accounts: {
    state(): AccountsState
    /** Reads all accounts; a second call joins the first. */
    refresh(): Promise<AccountsState>
    query(input: { query: AccountQuery } & Stretch): Promise<Page<AccountRow>>
    get(input: { id: string }): Promise<AccountDetail>
    /** The accounts of these ids as a table of these columns. */
    copied(input: {
      ids: readonly string[]
      sort: AccountQuery['sort']
      columns: readonly AccountQuery['sort']['by'][]
    }): Promise<CopiedTable>
    weigh(input: { ids: readonly string[] }): Promise<{ active: number; inactive: number }>
    capabilities(): Capabilities | null
    learn(): Promise<Capabilities>
    /** @throws MusterError `capabilities-unknown` before anything was learnt. */
    override(input: { override: Override }): Capabilities
    unplanned(): Unplanned[]
  }
  readonly groups: {
    state(): Promise<GroupsState>
    refresh(): Promise<GroupsState>
    setRules(input: { rules: GroupRules }): Promise<GroupsState>
  }
  readonly plans: {
    create(input: Picks): Promise<PlanSummary>
    /** Plans what an earlier plan was made of once more; what was left out of it stays out. */
    again(input: { plan: string }): Promise<PlanSummary>
    get(input: { plan: string }): PlanSummary
    /** Id of the plan that was frozen last; null before the first. */
    latest(): string | null
    changes(input: { plan: string; warned?: boolean | undefined } & Stretch): Page<Change>
    /** The changes that would be pushed, as a table. */
    copied(input: { plan: string }): Promise<CopiedTable>
    leaveOut(input: { plan: string; changes: readonly number[]; leftOut: boolean }): Promise<PlanSummary>
    /** The plan for a file the caller writes. */
    export(input: { plan: string; format: 'html' | 'csv' }): Exported
  }
  readonly runs: {
    start(input: { plan: string; hash: string; typed: string | null }): Promise<RunSummary>
    pause(input: { run: string }): RunSummary
    resume(input: { run: string }): RunSummary
    stop(input: { run: string }): RunSummary
    list(): RunSummary[]
    search(input: { search: string }): Promise<FoundRun[]>
    get(input: { run: string }): RunProgress
    changes(input: { run: string; query: RunQuery } & Stretch): Page<RunChange>
    change(input: { run: string; change: number }): RunChangeDetail
    /** The outcomes that a query shows, as a table. */
    copied(input: { run: string; query: RunQuery }): Promise<CopiedTable>
    retryFailed(input: { run: string }): Promise<PlanSummary>
    verify(input: { run: string }): Promise<RunSummary>
    undo(input: { run: string }): Promise<PlanSummary>
    /** Everything kept of the run, for a file the caller writes. */
    export(input: { run: string; format: 'html' | 'csv' | 'json' }): Exported
  }
  /** Goes on with runs that a crash, a kill or closing the app cut short. Call once, when the session is restored. */
  resumeRuns(): void
  /** Pauses whatever is being pushed: the connection has become read-only. */
  hold(): void
  /** Ends cleanly: lets requests under way end for at most `ms` milliseconds, writes the journal, closes the database. */
  close(ms?: number): Promise<void>
}
