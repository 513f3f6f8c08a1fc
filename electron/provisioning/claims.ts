import type { MatchReason } from '../../shared/model/change.ts'
import { createSlices } from '../store/slices.ts'
import { type Claim, claimOf, type MatchWorld } from './claim.ts'
import { foldUserName } from './fold.ts'

/** Everybody's claim, by position, in columns of numbers. */
export interface Claims {
  account(at: number): number
  get(at: number): Claim
}

/** Who claims an account. */
export interface Claimants {
  /** Positions of the people who claim the account at a position; people who are left alone claim nothing. */
  of(account: number): readonly number[]
}

const reasons: readonly MatchReason[] = ['none', 'link', 'externalId', 'userName']
const nobody: readonly number[] = []

/** Lets everybody claim an account, in slices: the first part of matching, before anybody knows who else does. */
export async function claimAll(world: MatchWorld): Promise<{ claims: Claims; claimants: Claimants }> {
  const slices = createSlices()
  const { entries } = world.people
  const accounts = new Int32Array(entries.length).fill(-1)
  const reason = new Uint8Array(entries.length)
  const others = new Map<number, readonly number[]>()
  const taken = new Map<number, number>()
  const skipped: number[] = []
  /** The first person to claim an account, plus one; and all of them, where there are more. */
  const first = new Int32Array(world.accounts.lines.length)
  const more = new Map<number, number[]>()
  for (const [at, entry] of entries.entries()) {
    const claim = claimOf(entry, world)
    accounts[at] = claim.account
    reason[at] = reasons.indexOf(claim.reason)
    if (claim.others.length > 0) others.set(at, claim.others)
    if (claim.taken >= 0) taken.set(at, claim.taken)
    if (isSkipped(entry.id, world)) skipped.push(at)
    else if (claim.account >= 0) {
      const before = first[claim.account] ?? 0
      const all = more.get(claim.account)
      if (before === 0) first[claim.account] = at + 1
      else if (all === undefined) more.set(claim.account, [before - 1, at])
      else all.push(at)
    }
    if ((at & 63) === 0 && slices.due()) await slices.rest()
  }
  giveUpDoubtful(skipped, accounts, (at) => others.has(at) || first[accounts[at] ?? -1] !== 0)
  const account = (at: number): number => accounts[at] ?? -1
  return {
    claims: {
      account,
      get: (at) => ({
        account: account(at),
        reason: reasons[reason[at] ?? 0] ?? 'none',
        others: others.get(at) ?? nobody,
        taken: taken.get(at) ?? -1,
      }),
    },
    claimants: {
      of: (position) => {
        const one = first[position] ?? 0
        return more.get(position) ?? (one === 0 ? nobody : [one - 1])
      },
    },
  }
}

/**
 * Positions of the people who claim one account, without letting everybody claim.
 * @param linkedTo ids of the people whom the remembered links lead to an account, by its id.
 */
export function claimantsOf(
  account: number,
  world: MatchWorld,
  linkedTo: (account: string) => readonly number[],
): number[] {
  const { people, accounts, decided } = world
  const line = accounts.lines[account]
  if (line === undefined) return []
  const linked = [...linkedTo(line.id), decided.holder(account) ?? -1].flatMap((id) => people.positionOf(id) ?? [])
  const matched = [
    ...(line.externalId === null ? [] : people.byExternalId.at(line.externalId)),
    ...people.bySignIn.at(foldUserName(line.userName)),
  ]
  return [...new Set([...linked, ...matched])].filter((at) => {
    const entry = people.entries[at]
    return entry !== undefined && !isSkipped(entry.id, world) && claimOf(entry, world).account === account
  })
}

const isSkipped = (person: number, { decided }: MatchWorld): boolean => decided.of(person)?.kind === 'skip'

/** People who are left alone keep the account that is certainly theirs, so that it is not shown as nobody's; no other. */
function giveUpDoubtful(skipped: readonly number[], accounts: Int32Array, isDoubtful: (at: number) => boolean): void {
  const times = new Map<number, number>()
  for (const at of skipped) times.set(accounts[at] ?? -1, (times.get(accounts[at] ?? -1) ?? 0) + 1)
  const doubtful = skipped.filter((at) => isDoubtful(at) || (times.get(accounts[at] ?? -1) ?? 0) > 1)
  for (const at of doubtful) accounts[at] = -1
}
