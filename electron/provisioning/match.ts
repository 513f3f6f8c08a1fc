import type { BlockedReason, MatchReason } from '../../shared/model/change.ts'
import type { Claim, MatchWorld } from './claim.ts'
import type { PersonEntry } from './people-index.ts'

/** Which account a person has, and everything that stands against saying so. */
export interface Match {
  /** Position in the accounts index; -1 when the person has none. */
  readonly account: number
  readonly reason: MatchReason
  readonly blocked: readonly BlockedReason[]
  /** The admin has decided to leave the person alone: nothing stands against them, and nothing is pushed. */
  readonly skipped: boolean
}

const free: Match = { account: -1, reason: 'none', blocked: [], skipped: false }

/** A claim with every reason why the person can't be pushed; `claimants` are the positions of all who claim the account. */
export function matchOf(position: number, claim: Claim, claimants: readonly number[], world: MatchWorld): Match {
  const { people, accounts, decided } = world
  const person = people.entries[position]
  if (person === undefined) return free
  const decision = decided.of(person.id)
  if (decision?.kind === 'skip') return { account: claim.account, reason: claim.reason, blocked: [], skipped: true }
  const blocked: BlockedReason[] = []
  const add = (code: BlockedReason['code'], where: string | null, detail: string | null): void => {
    blocked.push({ code, where, detail })
  }
  /**
   * Other people who count: nobody who is left alone, and beside somebody the admin has decided about only those of whom
   * that is true as well. A decision says who of two is meant, so it frees the one and leaves the other to be decided.
   */
  const othersOf = (positions: readonly number[]): PersonEntry[] =>
    positions.flatMap((other) => {
      const entry = people.entries[other]
      if (other === position || entry === undefined) return []
      const theirs = decided.of(entry.id)
      return theirs?.kind === 'skip' || (decision !== undefined && theirs === undefined) ? [] : [entry]
    })
  const nameOf = (at: number): string[] => {
    const line = accounts.lines[at]
    return line === undefined ? [] : [`${line.userName} (${line.id})`]
  }

  if (person.signIn === null) {
    // An account that is there has a name already, and keeps it.
    if (decision?.kind !== 'link') add('no-user-name', 'userName', null)
  } else {
    const twins = othersOf(people.bySignIn.at(person.signIn))
    if (twins.length > 0) add('duplicate-user-name', 'userName', namesOf(twins))
  }
  if (person.externalId !== null) {
    const twins = othersOf(people.byExternalId.at(person.externalId))
    if (twins.length > 0) add('duplicate-external-id', 'externalId', namesOf(twins))
  }
  if (claim.others.length > 0) add('two-accounts', null, list([claim.account, ...claim.others].flatMap(nameOf)))
  if (claim.account >= 0) {
    const rivals = othersOf(claimants)
    if (rivals.length > 0) add('account-claimed-twice', null, namesOf(rivals))
  } else if (!world.isCertain(person)) add('accounts-incomplete', null, null)
  else if (decision?.kind === 'link') add('linked-account-gone', null, decision.account)
  if (claim.taken >= 0) add('user-name-taken', 'userName', list(nameOf(claim.taken)))
  if (blocked.length === 0 && claim.account === -1) return free
  return { account: claim.account, reason: claim.reason, blocked, skipped: false }
}

function namesOf(people: readonly PersonEntry[]): string {
  return list(people.map(({ name, line }) => (line === null ? name : `${name}, line ${line}`)))
}

/** The first five, and how many more. */
function list(texts: readonly string[]): string {
  const shown = texts.slice(0, 5).join(' · ')
  return texts.length > 5 ? `${shown} and ${texts.length - 5} more` : shown
}
