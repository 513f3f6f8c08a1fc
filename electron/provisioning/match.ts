import type { BlockedReason, MatchReason } from '../../shared/model/change.ts'
import type { AccountsIndex } from './accounts-index.ts'
import type { PeopleIndex, PersonEntry } from './people-index.ts'

/** Which account a person has, and everything that stands against saying so. */
export interface Match {
  /** Position in the accounts index; -1 when the person has none. */
  readonly account: number
  readonly reason: MatchReason
  readonly blocked: readonly BlockedReason[]
}

/** What matching looks at. */
export interface MatchWorld {
  readonly people: PeopleIndex
  readonly accounts: AccountsIndex
  /** Person id → account id, remembered from earlier. */
  readonly links: ReadonlyMap<number, string>
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
}

const nobody: Claim = { account: -1, reason: 'none', others: [] }
const free: Match = { account: -1, reason: 'none', blocked: [] }

/** Link, then externalId, then sign-in name: the first that leads to an account says which; the others have to agree. */
export function claimOf(person: PersonEntry, { accounts, links }: MatchWorld): Claim {
  const linked = links.get(person.id)
  const byLink = linked === undefined ? undefined : accounts.byId.at(linked)[0]
  const byExternalId = person.externalId === null ? [] : accounts.byExternalId.at(person.externalId)
  const bySignIn = person.signIn === null ? [] : accounts.bySignIn.at(person.signIn)
  const account = byLink ?? byExternalId[0] ?? bySignIn[0]
  if (account === undefined) return nobody
  const reason = byLink !== undefined ? 'link' : byExternalId.length > 0 ? 'externalId' : 'userName'
  if (byExternalId.length <= 1 && bySignIn.length <= 1) {
    if ((byExternalId[0] ?? account) === account && (bySignIn[0] ?? account) === account) {
      return { account, reason, others: [] }
    }
  }
  const all = new Set([...byExternalId, ...bySignIn])
  all.delete(account)
  return { account, reason, others: [...all] }
}

/** A claim with every reason why the person can't be pushed; `claimants` are the positions of all who claim the account. */
export function matchOf(position: number, claim: Claim, claimants: readonly number[], world: MatchWorld): Match {
  const { people, accounts } = world
  const person = people.entries[position]
  if (person === undefined) return free
  const blocked: BlockedReason[] = []
  const add = (code: BlockedReason['code'], where: string | null, detail: string | null): void => {
    blocked.push({ code, where, detail })
  }
  const othersOf = (positions: readonly number[]): PersonEntry[] =>
    positions.flatMap((other) => (other === position ? [] : (people.entries[other] ?? [])))

  if (person.signIn === null) add('no-user-name', 'userName', null)
  else {
    const twins = othersOf(people.bySignIn.at(person.signIn))
    if (twins.length > 0) add('duplicate-user-name', 'userName', namesOf(twins))
  }
  if (person.externalId !== null) {
    const twins = othersOf(people.byExternalId.at(person.externalId))
    if (twins.length > 0) add('duplicate-external-id', 'externalId', namesOf(twins))
  }
  if (claim.others.length > 0) {
    const lines = [claim.account, ...claim.others].flatMap((one) => accounts.lines[one] ?? [])
    add('two-accounts', null, list(lines.map(({ userName, id }) => `${userName} (${id})`)))
  }
  if (claim.account >= 0) {
    const rivals = othersOf(claimants)
    if (rivals.length > 0) add('account-claimed-twice', null, namesOf(rivals))
  } else if (!world.isCertain(person)) add('accounts-incomplete', null, null)
  if (blocked.length === 0 && claim.account === -1) return free
  return { account: claim.account, reason: claim.reason, blocked }
}

function namesOf(people: readonly PersonEntry[]): string {
  return list(people.map(({ name, line }) => (line === null ? name : `${name}, line ${line}`)))
}

/** The first five, and how many more. */
function list(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).join(' · ')
  return texts.length > 5 ? `${shown} and ${texts.length - 5} more` : shown
}
