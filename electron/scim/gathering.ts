import type { Clock } from '../ports.ts'
import type { BulkPolicy } from './bulk-limits.ts'
import type { Member } from './bulk-member.ts'
import type { BulkSize } from './bulk-size.ts'
import type { Gate } from './gate.ts'
import type { Pace } from './pace.ts'

/** What {@link createGathering} needs. */
export interface GatheringParts {
  readonly clock: Clock
  readonly gate: Gate
  readonly size: BulkSize
  readonly policy: BulkPolicy
  /** Sends these in one request, or one alone, and gives the milliseconds until a good reply; null for any other end. Never rejects. */
  readonly carry: (members: readonly Member[]) => Promise<number | null>
}

/** Bytes of a Bulk request beside its operations. */
const envelope = 200

/**
 * Brings writes together. A free place in the pace is taken for those that wait, so many of them that all places have
 * about equally much to do: with fewer writes than places, each goes alone and none waits. While every place is taken, or
 * the service has asked to wait, they gather by themselves. Two writes of one resource never go together.
 */
export function createGathering({ clock, gate, size, policy, carry }: GatheringParts): (member: Member) => void {
  let waiting: Member[] = []
  let underWay = 0
  let isSending = false
  let enough: (() => void) | null = null

  return (member) => {
    waiting.push(member)
    if (isFull(member.request.pace)) enough?.()
    if (isSending) return
    isSending = true
    void sendAll()
  }

  function fair({ limit }: Pace): number {
    const share = Math.ceil((waiting.length + underWay) / limit)
    return Math.max(1, Math.min(share, size.most, policy.limits()?.operations ?? 1))
  }

  function isFull(pace: Pace): boolean {
    return waiting.length >= fair(pace)
  }

  async function sendAll(): Promise<void> {
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const { pace } = first.request
      if (!(await turnOf(first))) continue
      void send(take(pace), pace)
    }
    isSending = false
  }

  async function send(members: readonly Member[], pace: Pace): Promise<void> {
    underWay += members.length
    const took = await carry(members)
    underWay -= members.length
    pace.leave(took, members.length)
  }

  /** Waits until a place is free and whoever comes along has come; false when the first of those that wait can't go. */
  async function turnOf(first: Member): Promise<boolean> {
    const { pace, signal, hold } = first.request
    let hasEntered = false
    try {
      await pace.enter(signal)
      hasEntered = true
      await gate.wait(signal)
      await hold?.()
      if (!isFull(pace)) await moment()
      return true
    } catch (error) {
      if (hasEntered) pace.leave(null)
      first.reply.reject(error)
      waiting = waiting.filter((member) => member !== first)
      return false
    }
  }

  async function moment(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    enough = resolve
    await Promise.race([promise, clock.sleep(size.moment)])
    enough = null
  }

  /** Takes the next to go from those that wait. */
  function take(pace: Pace): Member[] {
    const most = fair(pace)
    const taken: Member[] = []
    const resources = new Set<string>()
    let room = (policy.limits()?.bytes ?? 0) - envelope
    const fits = ({ request, text }: Member): boolean => {
      if (taken.length >= most || request.pace !== pace) return false
      if (request.method !== 'POST' && resources.has(request.bulk.path)) return false
      return taken.length === 0 || Buffer.byteLength(text) < room
    }
    const left: Member[] = []
    for (const member of waiting) {
      if (member.gone) continue
      if (!fits(member)) {
        left.push(member)
        continue
      }
      taken.push(member)
      resources.add(member.request.bulk.path)
      room -= Buffer.byteLength(member.text) + 1
    }
    waiting = left
    return taken
  }
}
