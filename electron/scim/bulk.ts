import { MusterError } from '../../shared/errors.ts'
import { type BulkReply, bulkOperationText, bulkRequestText, readBulkResponse } from '../../shared/scim/bulk.ts'
import type { Clock, HttpReply, Redactor } from '../ports.ts'
import type { BulkFact, BulkPolicy } from './bulk-limits.ts'
import { createBulkSize } from './bulk-size.ts'
import { judgeBulk, replyOf } from './bulk-verdict.ts'
import { exchangeOf } from './evidence.ts'
import type { Gate } from './gate.ts'
import { createGathering, type Member, type SharingRequest } from './gathering.ts'
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

/** So many Bulk replies in a row that can't be used are the service's way. */
const mostUnusable = 3
const unreadable: BulkFact = {
  what: 'bulk',
  value: 'no',
  from: `${mostUnusable} Bulk requests in a row were answered with something that can’t be read.`,
}

/**
 * Sends writes that are under way at the same time as one Bulk (RFC 7644 section 3.7), and gives each the reply that it
 * would have had alone. A write of which the Bulk's reply does not say for certain what became of it rejects as
 * ambiguous, as it does when the reply is lost. Where the service refuses Bulk, the writes go alone.
 */
export function createBulk(parts: BulkParts): (request: SharingRequest, count: () => number) => Promise<HttpReply> {
  const { clock, redactor, policy, send, alone, now } = parts
  const size = createBulkSize()
  const gather = createGathering({ ...parts, size, carry })
  let last = 0
  let unusable = 0

  return (request, count) => {
    const { method, bulk, ifMatch, body, signal } = request
    const operation = { method, path: bulk.path, bulkId: String(++last), version: ifMatch ?? null, data: body }
    const reply = Promise.withResolvers<HttpReply>()
    const member: Member = { request, count, operation, text: bulkOperationText(operation), reply, gone: false }
    const leave = (): void => {
      member.gone = true
      reply.reject(signal?.reason)
    }
    if (signal?.aborted) leave()
    else {
      signal?.addEventListener('abort', leave, { once: true })
      gather(member)
    }
    return reply.promise.finally(() => signal?.removeEventListener('abort', leave))
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

  async function carryAll(members: readonly Member[], { pace, bulk, timeout }: SharingRequest): Promise<boolean> {
    const { url, shown } = bulk
    const sent: { members: readonly Member[]; read: BulkReply | null } = { members, read: null }
    const end = endOnceUnwanted(members)
    try {
      const reply = await send({
        method: 'POST',
        url,
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
      if (asksToWait(reply.status)) pace.slowDown()
      return answer(sent.members, reply, sent.read, `POST ${shown}`)
    } catch (error) {
      const isRedirect = error instanceof MusterError && error.code === 'redirect-refused'
      if (isRedirect) return otherwise(sent.members, { what: 'bulk', value: 'no', from: 'A Bulk was redirected.' })
      if (error instanceof MusterError && error.ambiguous) size.lost(sent.members.length)
      for (const { reply } of sent.members) reply.reject(error)
      return false
    } finally {
      end.unwatch()
    }
  }

  /** Gives each member its part of a reply. Tells whether the service did what it was asked. */
  function answer(members: readonly Member[], reply: HttpReply, read: BulkReply | null, where: string): boolean {
    const verdict = judgeBulk(reply.status, read, members.length)
    if (verdict.kind !== 'as-a-whole') unusable = verdict.kind === 'unusable' ? unusable + 1 : 0
    switch (verdict.kind) {
      case 'as-a-whole':
        for (const member of members) member.reply.resolve(reply)
        return false
      case 'otherwise':
        return otherwise(members, verdict.fact)
      case 'unusable':
        if (unusable >= mostUnusable) policy.learnt(unreadable)
        for (const member of members) member.reply.reject(unknown(where, reply, 'The reply to a Bulk can’t be read.'))
        return false
      case 'read':
        if (verdict.fact !== null) policy.learnt(verdict.fact)
        return spread(members, reply, verdict.read, where)
    }
  }

  function spread(members: readonly Member[], reply: HttpReply, read: BulkReply, where: string): boolean {
    let isBusy = false
    for (const member of members) {
      const result = read.of(member.operation)
      if (result === null || result.status === null) {
        const detail = `The reply to a Bulk ${result === null ? 'does not mention this change' : 'gives this change no status that can be read'}.`
        member.reply.reject(unknown(where, reply, detail))
        continue
      }
      isBusy ||= asksToWait(result.status)
      member.reply.resolve(replyOf(result, result.status))
    }
    // Once for all of them.
    if (isBusy) members[0]?.request.pace.slowDown()
    return !isBusy
  }

  /** The service did nothing of it: it is sent in smaller parts, or one by one. */
  function otherwise(members: readonly Member[], fact: BulkFact): false {
    const before = members.length
    policy.learnt(fact)
    const isSmaller = fact.what === 'bulkOperations' && (policy.limits()?.operations ?? before) < before
    for (const member of members) {
      if (member.gone) continue
      if (isSmaller) gather(member)
      else member.reply.resolve(alone(member.request, member.count))
    }
    return false
  }

  function keep({ request, count, operation, text }: Member, sent: Sent, read: BulkReply | null, bulk: number): void {
    const attempt = count()
    const result = read?.of(operation) ?? null
    const whole = result === null ? null : JSON.stringify(result.whole)
    // Where the reply is no BulkResponse, it is what each of them was told.
    const own = read === null ? sent.reply && { status: sent.reply.status, text: sent.reply.text } : null
    request.onExchange?.(
      exchangeOf(
        {
          sent,
          attempt,
          method: operation.method,
          shown: request.bulk.shown,
          requestBody: text,
          status: own?.status ?? result?.status ?? null,
          responseBody: own?.text ?? whole,
          bulk,
        },
        redactor,
      ),
    )
  }
}

/** A failure that leaves open whether the write was carried out. */
function unknown(where: string, { status }: HttpReply, detail: string): MusterError {
  return new MusterError('scim-reply', { where, status, detail, ambiguous: true })
}

/** What a reply says as a BulkResponse; null when it is none. */
function readIn(reply: HttpReply | null): BulkReply | null {
  return reply === null || reply.status >= 300 ? null : readBulkResponse(jsonOf(reply.text) ?? null)
}

/** Aborts when the last member is no longer wanted. */
function endOnceUnwanted(members: readonly Member[]) {
  const end = new AbortController()
  const signals = new Set(members.flatMap(({ request: { signal } }) => signal ?? []))
  const look = (): void => {
    if (members.every(({ gone }) => gone)) end.abort([...signals][0]?.reason)
  }
  for (const signal of signals) signal.addEventListener('abort', look, { once: true })
  return {
    signal: end.signal,
    unwatch: () => {
      for (const signal of signals) signal.removeEventListener('abort', look)
    },
  }
}
