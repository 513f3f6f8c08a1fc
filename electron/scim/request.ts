import type { Exchange } from '../../shared/model/run.ts'
import type { Pace } from './pace.ts'

/** When a request may leave. */
export interface Turn {
  /** Requests of one run take turns in it. Without one a request leaves at once, and never in a Bulk. */
  readonly pace?: Pace | undefined
  /** Asked before a write leaves: resolves at once, or when a pause is over; rejects when nothing more is to be sent. */
  readonly hold?: (() => Promise<void>) | undefined
  /** Ends the request, and every wait for its turn. */
  readonly signal?: AbortSignal | undefined
}

/** One operation on its way: as a request of its own, or as it would be in a Bulk. */
export interface TransportRequest extends Turn {
  readonly method: string
  readonly url: string
  /** Path and query with the path token redacted, as evidence shows them. */
  readonly shown: string
  readonly body: string | null
  readonly ifMatch?: string | null | undefined
  readonly timeout?: number | undefined
  readonly onExchange?: ((exchange: Exchange) => void) | undefined
  /** Where it goes when it shares a Bulk; null when it has to have a request of its own. */
  readonly bulk: {
    readonly url: string
    readonly shown: string
    /** The operation's path as a Bulk names it. */
    readonly path: string
  } | null
}
