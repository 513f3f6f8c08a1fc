import type { MatchReason } from '../../shared/model/change.ts'
import type { AccountsIndex } from './accounts-index.ts'
import type { Decided } from './decided.ts'
import { foldUserName } from './fold.ts'
import type { PeopleIndex, PersonEntry } from './people-index.ts'

/** What matching looks at. */
export interface MatchWorld {
  readonly people: PeopleIndex
  readonly accounts: AccountsIndex
  /** Person id → account id, remembered from earlier. */
  readonly links: ReadonlyMap<number, string>
  /** What the admin has decided; it comes before everything that is found. */
  readonly decided: Decided
  /** Whether a push gives existing accounts the person's sign-in name: the mapping says so. */
  readonly renames: boolean
  /**
   * Whether a person without a match certainly has no account: the whole list was read, or this person was looked for by
   * filter.
   */
  readonly isCertain: (person: PersonEntry) => boolean
}

/** The account of each person, by position, before it is known who else claims it: the first part of matching. */
export interface Claim {
  readonly account: number
  readonly reason: MatchReason
  /** Accounts that other ways of matching lead to; empty when all agree. */
  readonly others: readonly number[]
  /** An account that a decision keeps from the person and that has the sign-in name a push would ask for; -1 for none. */
  readonly taken: number
}

const nobody: Claim = { account: -1, reason: 'none', others: [], taken: -1 }

/**
 * The admin's link, else the remembered link, then externalId, then sign-in name: the first that leads to an account says
 * which; the others have to agree. Accounts that a decision keeps from the person lead nowhere.
 */
export function claimOf(person: PersonEntry, world: MatchWorld): Claim {
  const { accounts, links, decided } = world
  const decision = decided.of(person.id)
  if (decision?.kind === 'link') {
    const account = accounts.byId.at(decision.account)[0] ?? -1
    return { account, reason: 'link', others: [], taken: takenBy(person, account, [], world) }
  }
  const allowed = (positions: readonly number[]): readonly number[] =>
    decided.none ? positions : positions.filter((at) => decided.allows(person.id, at))
  const linked = links.get(person.id)
  const byLink = linked === undefined ? undefined : allowed(accounts.byId.at(linked))[0]
  const byExternalId = person.externalId === null ? [] : allowed(accounts.byExternalId.at(person.externalId))
  const bySignIn = person.signIn === null ? [] : allowed(accounts.bySignIn.at(person.signIn))
  const account = byLink ?? byExternalId[0] ?? bySignIn[0]
  const taken = decided.none ? -1 : takenBy(person, account ?? -1, bySignIn, world)
  if (account === undefined) return taken === -1 ? nobody : { ...nobody, taken }
  const reason = byLink !== undefined ? 'link' : byExternalId.length > 0 ? 'externalId' : 'userName'
  if (byExternalId.length <= 1 && bySignIn.length <= 1) {
    if ((byExternalId[0] ?? account) === account && (bySignIn[0] ?? account) === account) {
      return { account, reason, others: [], taken }
    }
  }
  const all = new Set([...byExternalId, ...bySignIn])
  all.delete(account)
  return { account, reason, others: [...all], taken }
}

/**
 * Which account stands in the way of the sign-in name that a push would ask K2 for: one that has it, and that is neither
 * the claimed account nor one of those that the person matches (`matched`), which are a conflict of their own.
 */
function takenBy(
  { signIn, active }: PersonEntry,
  account: number,
  matched: readonly number[],
  { accounts, renames }: MatchWorld,
): number {
  // Somebody whom the source has disabled is at most deactivated.
  if (signIn === null || !active) return -1
  const line = accounts.lines[account]
  if (line !== undefined && (!renames || foldUserName(line.userName) === signIn)) return -1
  return accounts.bySignIn.at(signIn).find((at) => at !== account && !matched.includes(at)) ?? -1
}
