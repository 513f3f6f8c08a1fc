import type { MatchReason } from '../../shared/model/change.ts'
import { createSlices } from '../store/slices.ts'
import { type Claim, claimOf, type MatchWorld } from './match.ts'

/** Everybody's claim, by position, in columns of numbers. */
export interface Claims {
  account(at: number): number
  get(at: number): Claim
}

/** Who claims an account. */
export interface Claimants {
  /** Positions of the people who claim the account at a position. */
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
  /** The first person to claim an account, plus one; and all of them, where there are more. */
  const first = new Int32Array(world.accounts.lines.length)
  const more = new Map<number, number[]>()
  for (const [at, entry] of entries.entries()) {
    const claim = claimOf(entry, world)
    accounts[at] = claim.account
    reason[at] = reasons.indexOf(claim.reason)
    if (claim.others.length > 0) others.set(at, claim.others)
    if (claim.account >= 0) {
      const before = first[claim.account] ?? 0
      const all = more.get(claim.account)
      if (before === 0) first[claim.account] = at + 1
      else if (all === undefined) more.set(claim.account, [before - 1, at])
      else all.push(at)
    }
    if ((at & 63) === 0 && slices.due()) await slices.rest()
  }
  const account = (at: number): number => accounts[at] ?? -1
  return {
    claims: {
      account,
      get: (at) => ({
        account: account(at),
        reason: reasons[reason[at] ?? 0] ?? 'none',
        others: others.get(at) ?? nobody,
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
