import { type BlockedReason, type ChangeKind, changeKinds, type MatchReason } from '../../shared/model/change.ts'
import { type PersonState, personStates } from '../../shared/model/person.ts'

/** Where one person stands towards K2. */
export interface Standing {
  /** Position of the matched account; -1 when there is none. */
  readonly account: number
  readonly reason: MatchReason
  readonly state: PersonState
  readonly differences: number
  /** Memberships of groups that are not as the rules want them, those included that can't be planned. */
  readonly memberships: number
  /** What would happen to the account itself. */
  readonly would: ChangeKind
  /** What stands against saying whose account is whose. */
  readonly conflicts: readonly BlockedReason[]
  /** What is wrong with the person's own values. */
  readonly invalid: readonly BlockedReason[]
  /** Position of the manager's account that was compared with; -1 for none. A change of it means comparing again. */
  readonly manager: number
}

/**
 * Where everybody stands, by position: columns of numbers instead of an object a person, which for a hundred thousand
 * people is a tenth of the memory. What few people have is kept aside.
 */
export interface Standings {
  readonly size: number
  get(at: number): Standing | null
  set(at: number, standing: Standing): void
  /** Columns, for walks over everybody. */
  state(at: number): PersonState
  account(at: number): number
}

const reasons: readonly MatchReason[] = ['none', 'link', 'externalId', 'userName']
const none: readonly BlockedReason[] = []

/** Standings of so many people, none of whom has been looked at. */
export function createStandings(size: number): Standings {
  const accounts = new Int32Array(size).fill(-1)
  const managers = new Int32Array(size).fill(-1)
  const reason = new Uint8Array(size)
  const states = new Uint8Array(size).fill(personStates.indexOf('unknown'))
  const differences = new Uint16Array(size)
  const memberships = new Uint16Array(size)
  const would = new Uint8Array(size).fill(changeKinds.indexOf('none'))
  const known = new Uint8Array(size)
  const conflicts = new Map<number, readonly BlockedReason[]>()
  const invalid = new Map<number, readonly BlockedReason[]>()
  const keep = (map: Map<number, readonly BlockedReason[]>, at: number, list: readonly BlockedReason[]): void => {
    if (list.length > 0) map.set(at, list)
    else map.delete(at)
  }
  const state = (at: number): PersonState => personStates[states[at] ?? -1] ?? 'unknown'
  const account = (at: number): number => accounts[at] ?? -1
  return {
    size,
    state,
    account,
    get: (at) => {
      if (known[at] !== 1) return null
      return {
        account: account(at),
        reason: reasons[reason[at] ?? 0] ?? 'none',
        state: state(at),
        differences: differences[at] ?? 0,
        memberships: memberships[at] ?? 0,
        would: changeKinds[would[at] ?? -1] ?? 'none',
        conflicts: conflicts.get(at) ?? none,
        invalid: invalid.get(at) ?? none,
        manager: managers[at] ?? -1,
      }
    },
    set: (at, standing) => {
      accounts[at] = standing.account
      managers[at] = standing.manager
      reason[at] = reasons.indexOf(standing.reason)
      states[at] = personStates.indexOf(standing.state)
      differences[at] = standing.differences
      memberships[at] = standing.memberships
      would[at] = changeKinds.indexOf(standing.would)
      known[at] = 1
      keep(conflicts, at, standing.conflicts)
      keep(invalid, at, standing.invalid)
    },
  }
}
