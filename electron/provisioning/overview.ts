import type { Accounts } from '../store/accounts.ts'
import type { Decisions } from '../store/decisions.ts'
import type { Links } from '../store/links.ts'
import type { Roster } from '../store/roster.ts'
import { type AccountsIndex, buildAccountsIndex } from './accounts-index.ts'
import { type AssessWorld, assessAll } from './assess.ts'
import { decidedOf } from './decided.ts'
import type { Heeded } from './heed-schema.ts'
import { clearsManager, compileMapping, isRenaming, managerPathOf } from './mapping.ts'
import type { MembershipsOf } from './memberships.ts'
import { buildPeopleIndex, type PeopleIndex } from './people-index.ts'
import { createStandings, type Standings } from './standings.ts'

/** The people, the accounts and where they stand towards each other, at one moment. */
export interface View {
  readonly people: PeopleIndex
  readonly accounts: AccountsIndex
  /** Where everybody stands, by position; brought up to date in place. */
  readonly standings: Standings
  /** What the standings were found with. */
  readonly world: AssessWorld
  /** Active accounts in K2; null while nobody knows, since the list was cut off or never read. */
  readonly activeAccounts: number | null
}

/** What {@link createOverview} needs. */
export interface OverviewParts {
  readonly roster: Roster
  readonly accounts: Accounts
  readonly links: Links
  readonly decisions: Pick<Decisions, 'all'>
  /** What the rules make of the groups that the store has; null while no groups are kept in step. */
  readonly memberships: () => MembershipsOf | null
  /** The mapping as it can be pushed, and what a new account has to have. */
  readonly heeded: () => Heeded
  /** How to show people while the list of accounts is not complete. */
  readonly uncertainty: () => Pick<AssessWorld, 'uncertain' | 'uncertainWould' | 'byNameOnly'>
  /** Told when a view is ready that nobody has waited for. */
  readonly onChange: () => void
}

/** Keeps a {@link View} of a connection up to date in memory. */
export interface Overview {
  /** A view to show: the newest there is, at most moments old. */
  view(): Promise<View>
  /** A view with everything in it that happened before the call: what a plan is made of. */
  fresh(): Promise<View>
  /** The view that is there now, however old; null before the first. */
  current(): View | null
  /** What is known of the service, or what is wanted of accounts, has changed: everybody is compared anew. */
  rulesChanged(): void
  /** The admin has decided about people. */
  decisionsChanged(): void
  /** The people were read again, or another mapping says what their accounts should be. */
  peopleRead(): void
  /** The accounts were read again. */
  accountsRead(): void
  /** These accounts, or the links to them, have changed or are gone. */
  touch(ids: readonly string[]): void
  /** The store has groups anew; `all` when nobody can say whose memberships that changes. */
  groupsChanged(all: boolean): void
  /** These people were looked for one by one: who has no match now certainly has no account. */
  lookedFor(people: readonly number[]): void
  /** Stops refreshing by itself. */
  close(): void
}

/** How long changes by a run may go unseen, at least, in milliseconds. */
const pause = 150
/** A refresh may take this share of the time, so that a run over a long list does not spend its time on the grid. */
const share = 0.05

/** An {@link Overview}; it reads nothing before it is asked for the first time. */
export function createOverview(parts: OverviewParts): Overview {
  let current: View | null = null
  let people: PeopleIndex | null = null
  let accounts: AccountsIndex | null = null
  let stale = { people: true, accounts: true, rules: false, groups: true }
  let membershipsOf: MembershipsOf | null = null
  const touched = new Set<string>()
  let dirty = true
  const lookedFor = new Set<number>()
  let refreshing: Promise<View> | null = null
  /** What is being worked out is of other people or by other rules: the view that is there shows nobody's present state. */
  let replacing = false
  let lasted = 0
  let timer: NodeJS.Timeout | null = null

  async function refresh(): Promise<View> {
    const began = performance.now()
    const { people: peopleStale, rules: rulesStale } = stale
    const accountsStale = stale.accounts || hasGone(accounts)
    if (stale.groups || rulesStale) membershipsOf = parts.memberships()
    stale = { people: false, accounts: false, rules: false, groups: false }
    dirty = false
    replacing = peopleStale || rulesStale
    const { mapping, missing, typeOf } = parts.heeded()
    if (people === null || peopleStale) people = await buildPeopleIndex(parts.roster, mapping)
    if (accounts === null || accountsStale) accounts = await buildAccountsIndex(parts.accounts, people)
    const changed = new Set<number>()
    for (const id of touched) {
      const line = parts.accounts.line(id)
      if (line !== null) changed.add(accounts.set(line))
    }
    touched.clear()
    const complete = parts.accounts.lastRead()?.complete ?? false
    const uncertainty = parts.uncertainty()
    const world: AssessWorld = {
      people,
      accounts,
      links: await parts.links.all(),
      decided: decidedOf(parts.decisions.all(), people, accounts),
      renames: isRenaming(mapping),
      isCertain: complete ? () => true : ({ id }) => lookedFor.has(id),
      apply: compileMapping(mapping, typeOf),
      managerPath: managerPathOf(mapping),
      clearsManager: clearsManager(mapping),
      membershipsOf,
      missing,
      peopleOf: parts.roster.many,
      accountTextsOf: parts.accounts.texts,
      ...uncertainty,
      byNameOnly: !complete && uncertainty.byNameOnly,
    }
    const kept = peopleStale || accountsStale || rulesStale ? null : (current?.standings ?? null)
    const standings = kept ?? createStandings(people.entries.length)
    await assessAll(world, standings, changed)
    current = { people, accounts, world, standings, activeAccounts: complete ? accounts.activeCount : null }
    lasted = performance.now() - began
    return current
  }

  /** Whether an account of the index is no longer in the store. Positions are kept everywhere, so the index is built anew. */
  function hasGone(index: AccountsIndex | null): boolean {
    if (index === null) return false
    return [...touched].some((id) => index.byId.at(id).length > 0 && parts.accounts.line(id) === null)
  }

  /** One refresh at a time; whoever asks during one waits for it and then sees whether it was enough. */
  async function fresh(): Promise<View> {
    while (refreshing !== null) await refreshing
    if (current !== null && !dirty) return current
    refreshing = refresh().finally(() => {
      refreshing = null
      replacing = false
    })
    return refreshing
  }

  function changed(): void {
    dirty = true
    if (current === null || timer !== null) return
    timer = setTimeout(
      () => {
        timer = null
        fresh().then(parts.onChange, () => {
          // Whoever asks next gets the error.
          dirty = true
        })
      },
      Math.max(pause, lasted / share),
    )
    timer.unref()
  }

  return {
    fresh,
    current: () => current,
    rulesChanged: () => {
      stale.rules = true
      changed()
    },
    decisionsChanged: changed,
    view: async () => {
      if (current === null || replacing || (dirty && (stale.people || stale.rules || lasted < 20))) return fresh()
      return current
    },
    peopleRead: () => {
      stale.people = true
      changed()
    },
    accountsRead: () => {
      stale.accounts = true
      lookedFor.clear()
      changed()
    },
    touch: (ids) => {
      for (const id of ids) touched.add(id)
      changed()
    },
    groupsChanged: (all) => {
      stale.groups = true
      stale.rules ||= all
      changed()
    },
    lookedFor: (ids) => {
      for (const id of ids) lookedFor.add(id)
      changed()
    },
    close: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
