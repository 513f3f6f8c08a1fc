import type { Mapping } from '../../shared/model/mapping.ts'
import type { Accounts } from '../store/accounts.ts'
import type { Decisions } from '../store/decisions.ts'
import type { Links } from '../store/links.ts'
import type { Roster } from '../store/roster.ts'
import { type AccountsIndex, buildAccountsIndex } from './accounts-index.ts'
import { type AssessWorld, assessAll } from './assess.ts'
import { decidedOf } from './decided.ts'
import { compileMapping, isRenaming, managerPathOf } from './mapping.ts'
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
}

/** What {@link createOverview} needs. */
export interface OverviewParts {
  readonly roster: Roster
  readonly accounts: Accounts
  readonly links: Links
  readonly decisions: Pick<Decisions, 'all'>
  readonly mapping: () => Mapping
  /** How to show people while the list of accounts is not complete. */
  readonly uncertainty: () => Pick<AssessWorld, 'uncertain' | 'uncertainWould'>
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
  /** What can be found out about people without a match has changed. */
  certaintyChanged(): void
  /** The admin has decided about people. */
  decisionsChanged(): void
  /** The people were read again. */
  peopleRead(): void
  /** The accounts were read again. */
  accountsRead(): void
  /** These accounts, or the links to them, have changed. */
  touch(ids: readonly string[]): void
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
  let stale = { people: true, accounts: true }
  const touched = new Set<string>()
  let dirty = true
  const lookedFor = new Set<number>()
  let refreshing: Promise<View> | null = null
  let lasted = 0
  let timer: NodeJS.Timeout | null = null

  async function refresh(): Promise<View> {
    const began = performance.now()
    const { people: peopleStale, accounts: accountsStale } = stale
    stale = { people: false, accounts: false }
    dirty = false
    const mapping = parts.mapping()
    if (people === null || peopleStale) people = await buildPeopleIndex(parts.roster, mapping)
    if (accounts === null || accountsStale) accounts = await buildAccountsIndex(parts.accounts, people)
    const changed = new Set<number>()
    for (const id of touched) {
      const line = parts.accounts.line(id)
      if (line !== null) changed.add(accounts.set(line))
    }
    touched.clear()
    const complete = parts.accounts.lastRead()?.complete ?? false
    const world: AssessWorld = {
      people,
      accounts,
      links: parts.links.all(),
      decided: decidedOf(parts.decisions.all(), people, accounts),
      renames: isRenaming(mapping),
      isCertain: complete ? () => true : ({ id }) => lookedFor.has(id),
      apply: compileMapping(mapping),
      managerPath: managerPathOf(mapping),
      peopleOf: parts.roster.many,
      accountTextsOf: parts.accounts.texts,
      ...parts.uncertainty(),
    }
    const kept = peopleStale || accountsStale ? null : (current?.standings ?? null)
    const standings = kept ?? createStandings(people.entries.length)
    await assessAll(world, standings, changed)
    current = { people, accounts, world, standings }
    lasted = performance.now() - began
    return current
  }

  /** One refresh at a time; whoever asks during one waits for it and then sees whether it was enough. */
  async function fresh(): Promise<View> {
    while (refreshing !== null) await refreshing
    if (current !== null && !dirty) return current
    refreshing = refresh().finally(() => {
      refreshing = null
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
    certaintyChanged: changed,
    decisionsChanged: changed,
    view: async () => {
      if (current === null || (dirty && (stale.people || lasted < 20))) return fresh()
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
    lookedFor: (ids) => {
      for (const id of ids) lookedFor.add(id)
      changed()
    },
    close: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}
