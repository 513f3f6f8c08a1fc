import type { Clock, HttpReply, Redactor } from '../ports.ts'
import { createBulk } from './bulk.ts'
import type { BulkPolicy } from './bulk-limits.ts'
import { exchangeOf } from './evidence.ts'
import type { Gate } from './gate.ts'
import type { TransportRequest } from './request.ts'
import { asksToWait } from './retry.ts'
import { createSending, type SendingParts } from './sending.ts'

/** What {@link createTransport} needs. */
export interface TransportParts extends SendingParts {
  readonly clock: Clock
  readonly gate: Gate
  readonly redactor: Redactor
  /** Whether, and how many, writes may share a request. */
  readonly policy: BulkPolicy
}

/** Brings an operation to the service and its reply back; `count` gives the number of each request that leaves. */
export type Transport = (request: TransportRequest, count: () => number) => Promise<HttpReply>

/**
 * A {@link Transport}. Every request waits for its turn and at the gate. Writes of a run that are under way at the same
 * time share a Bulk where the policy allows it; whoever asked for them can't tell but by the evidence.
 * @throws MusterError of the session or the network; the signal's reason when it is aborted; what `hold` rejects with.
 */
export function createTransport(parts: TransportParts): Transport {
  const { clock, gate, redactor, policy } = parts
  const send = createSending(parts)
  const inBulk = createBulk({ ...parts, send, alone, now: sendNow })

  return (request, count) => {
    const { pace, bulk } = request
    return bulk !== null && pace !== undefined && policy.limits() !== null
      ? inBulk({ ...request, pace, bulk }, count)
      : alone(request, count)
  }

  /** Sends a request of its own when its turn comes. */
  async function alone(request: TransportRequest, count: () => number): Promise<HttpReply> {
    const { pace, hold, signal, method } = request
    await pace?.enter(signal)
    let took: number | null = null
    try {
      await gate.wait(signal)
      if (method !== 'GET') await hold?.()
      const began = clock.now()
      const reply = await sendNow(request, count)
      if (reply.status < 400) took = clock.now() - began
      return reply
    } finally {
      pace?.leave(took)
    }
  }

  /** Sends a request of its own whose turn has come. */
  async function sendNow(request: TransportRequest, count: () => number): Promise<HttpReply> {
    const { pace, method, shown, body, onExchange } = request
    const reply = await send({
      ...request,
      body: () => body,
      heard: (sent) => {
        const attempt = count()
        const { status = null, text: responseBody = null } = sent.reply ?? {}
        onExchange?.(exchangeOf({ sent, attempt, method, shown, requestBody: body, status, responseBody }, redactor))
      },
    })
    if (asksToWait(reply.status)) pace?.slowDown()
    return reply
  }
}
