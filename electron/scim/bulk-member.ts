import { type BulkOperation, bulkOperationText } from '../../shared/scim/bulk.ts'
import type { HttpReply } from '../ports.ts'
import type { Pace } from './pace.ts'
import type { TransportRequest } from './request.ts'

/** A request that may share a Bulk. */
export type SharingRequest = TransportRequest & {
  readonly pace: Pace
  readonly bulk: NonNullable<TransportRequest['bulk']>
}

/** A write that waits for company, or is under way in it. */
export interface Member {
  readonly request: SharingRequest
  /** Gives the number of each request that leaves with it. */
  readonly count: () => number
  readonly operation: BulkOperation
  /** The operation as a Bulk holds it. */
  readonly text: string
  /** Settled once, by whatever comes first: a reply, a failure, or nobody wanting it any more. */
  readonly reply: PromiseWithResolvers<HttpReply>
  /** Nobody wants it any more: its signal was aborted. */
  readonly gone: boolean
}

/** A write that may go with others; `bulkId` tells it from them. */
export function memberOf(request: SharingRequest, count: () => number, bulkId: string): Member {
  const { method, bulk, ifMatch, body, signal } = request
  const operation = { method, path: bulk.path, bulkId, version: ifMatch ?? null, data: body }
  const reply = Promise.withResolvers<HttpReply>()
  const leave = (): void => reply.reject(signal?.reason)
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave, { once: true })
  // A run's signal lives through 100,000 changes and must not collect them all. Whoever asked hears of the failure.
  const unwatch = (): void => signal?.removeEventListener('abort', leave)
  reply.promise.then(unwatch, unwatch)
  return {
    request,
    count,
    operation,
    text: bulkOperationText(operation),
    reply,
    get gone() {
      return signal?.aborted ?? false
    },
  }
}

/** A signal that is aborted when the last of the members is gone; `unwatch` when that no longer matters. */
export function endOnceUnwanted(members: readonly Member[]): { signal: AbortSignal; unwatch: () => void } {
  const end = new AbortController()
  const signals = new Set(members.flatMap(({ request: { signal } }) => signal ?? []))
  const look = (): void => {
    if (members.every(({ gone }) => gone)) end.abort([...signals][0]?.reason)
  }
  for (const signal of signals) signal.addEventListener('abort', look, { once: true })
  const unwatch = (): void => {
    for (const signal of signals) signal.removeEventListener('abort', look)
  }
  look()
  return { signal: end.signal, unwatch }
}
