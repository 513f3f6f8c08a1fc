import { MusterError } from '../../shared/errors.ts'
import { type BulkReply, bulkRequestText, readBulkResponse } from '../../shared/scim/bulk.ts'
import { t } from '../../shared/words/text.ts'
import type { Clock, HttpReply, Redactor } from '../ports.ts'
import type { BulkFact, BulkPolicy } from './bulk-limits.ts'
import { endOnceUnwanted, type Member, memberOf, type SharingRequest } from './bulk-member.ts'
import { createBulkSize } from './bulk-size.ts'
import { judgeBulk, noBulk, replyTo, unclear } from './bulk-verdict.ts'
import { exchangeOf } from './evidence.ts'
import type { Gate } from './gate.ts'
import { createGathering } from './gathering.ts'
import { jsonOf } from './reply.ts'
import type { TransportRequest } from './request.ts'
import { asksToWait } from './retry.ts'
import type { Sending, Sent } from './sending.ts'

type SendAlone = (request: TransportRequest, count: () => number) => Promise<HttpReply>

/** What {@link createBulk} needs. */
export interface BulkParts {
  readonly clock: Clock
  readonly gate: Gate
  readonly redactor: Redactor
  readonly policy: BulkPolicy
  readonly send: Sending
  /** Sends a request of its own when its turn comes. */
  readonly alone: SendAlone
  /** Sends a request of its own whose turn has come. */
  readonly now: SendAlone
}

/** So many Bulk replies in a row that can't be read are the service's way. */
const mostUnusable = 3

/**
 * Sends writes that are under way at the same time as one Bulk (RFC 7644 section 3.7), and gives each the reply that it
 * would have had alone. A write of which the Bulk's reply does not say for certain what became of it rejects as
 * ambiguous, as it does when the reply is lost. Where the service refuses Bulk, the writes go alone.
 */
export function createBulk(parts: BulkParts): (request: SharingRequest, count: () => number) => Promise<HttpReply> {
  const { clock, redactor, policy, send, alone, now } = parts
  const size = createBulkSize()
  const gather = createGathering({ ...parts, size, carry })
  let lastId = 0
  let unusable = 0

  return (request, count) => {
    const member = memberOf(request, count, String(++lastId))
    gather(member)
    return member.reply.promise
  }

  async function carry(members: readonly Member[]): Promise<number | null> {
    const [first] = members
    if (first === undefined) return null
    const began = clock.now()
    const isGood = members.length === 1 ? await carryOne(first) : await carryAll(members, first.request)
    const took = clock.now() - began
    if (isGood) size.heard(took, members.length)
    return isGood ? took : null
  }

  async function carryOne({ request, count, reply }: Member): Promise<boolean> {
    try {
      const got = await now(request, count)
      reply.resolve(got)
      return got.status < 400
    } catch (error) {
      reply.reject(error)
      return false
    }
  }

  /** Sends these in one request. Tells whether the service took it without asking to wait. */
  async function carryAll(members: readonly Member[], { bulk, timeout }: SharingRequest): Promise<boolean> {
    const sent: { members: readonly Member[]; read: BulkReply | null } = { members, read: null }
    const end = endOnceUnwanted(members)
    try {
      const reply = await send({
        method: 'POST',
        url: bulk.url,
        timeout,
        signal: end.signal,
        body: () => {
          sent.members = members.filter(({ gone }) => !gone)
          return bulkRequestText(sent.members.map(({ text }) => text))
        },
        heard: (one) => {
          sent.read = readIn(one.reply)
          for (const member of sent.members) keep(member, one, sent.read, sent.members.length)
        },
      })
      return answer(sent.members, reply, sent.read, `POST ${bulk.shown}`)
    } catch (error) {
      const isRedirect = error instanceof MusterError && error.code === 'redirect-refused'
      if (isRedirect) return sendOtherwise(sent.members, noBulk('A Bulk was answered with a redirect.'))
      if (error instanceof MusterError && error.ambiguous) size.lost(sent.members.length)
      for (const { reply } of sent.members) reply.reject(error)
      return false
    } finally {
      end.unwatch()
    }
  }

  /** Gives each of them its part of a reply. */
  function answer(members: readonly Member[], reply: HttpReply, read: BulkReply | null, where: string): boolean {
    const verdict = judgeBulk(reply.status, read, members.length)
    if (verdict.kind !== 'as-a-whole') unusable = verdict.kind === 'unusable' ? unusable + 1 : 0
    switch (verdict.kind) {
      case 'as-a-whole':
        settle(members, () => reply)
        return false
      case 'otherwise':
        return sendOtherwise(members, verdict.fact)
      case 'unusable':
        if (unusable >= mostUnusable)
          policy.learnt(
            noBulk(
              t('{count, plural, one {# reply} other {# replies}} to a Bulk in a row could not be read.', {
                count: unusable,
              }),
            ),
          )
        return settle(members, () => {
          throw unclear(where, t('The reply to a Bulk can’t be read.'))
        })
      case 'each':
        if (verdict.fact !== null) policy.learnt(verdict.fact)
        return settle(members, ({ operation }) => replyTo(operation, verdict.read, where))
    }
  }

  /** Gives each of them a reply, or the error that `replyOf` throws. Tells whether all are clear and none asks to wait. */
  function settle(members: readonly Member[], replyOf: (member: Member) => HttpReply): boolean {
    let isClear = true
    let isBusy = false
    for (const member of members) {
      try {
        const reply = replyOf(member)
        isBusy ||= asksToWait(reply.status)
        member.reply.resolve(reply)
      } catch (error) {
        isClear = false
        member.reply.reject(error)
      }
    }
    // Once for all of them.
    if (isBusy) members[0]?.request.pace.slowDown()
    return isClear && !isBusy
  }

  /** The service did nothing of it: it is sent in smaller parts, or one by one. */
  function sendOtherwise(members: readonly Member[], fact: BulkFact): false {
    policy.learnt(fact)
    const isSmaller = (policy.limits()?.operations ?? members.length) < members.length
    for (const member of members) {
      if (isSmaller) gather(member)
      else member.reply.resolve(alone(member.request, member.count))
    }
    return false
  }

  function keep({ request, count, operation, text }: Member, sent: Sent, read: BulkReply | null, bulk: number): void {
    const attempt = count()
    const own = read?.of(operation) ?? null
    // A reply that is no BulkResponse was given to each of them.
    const whole = read === null ? sent.reply : null
    const { method } = operation
    const { shown } = request.bulk
    const status = whole?.status ?? own?.status ?? null
    const responseBody = whole?.text ?? (own && JSON.stringify(own.whole))
    request.onExchange?.(
      exchangeOf({ sent, attempt, method, shown, requestBody: text, status, responseBody, bulk }, redactor),
    )
  }
}

/** What a reply says as a BulkResponse; null when it is none. */
function readIn(reply: HttpReply | null): BulkReply | null {
  return reply === null || reply.status >= 300 ? null : readBulkResponse(jsonOf(reply.text) ?? null)
}
