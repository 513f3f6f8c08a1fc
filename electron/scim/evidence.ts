import type { Exchange } from '../../shared/model/run.ts'
import type { Redactor } from '../ports.ts'
import type { Sent } from './sending.ts'

/** As much of a reply as evidence keeps, in characters. */
const keptReply = 4000

/** One exchange as it was; none of its texts is redacted yet. */
interface Seen {
  readonly sent: Sent
  readonly attempt: number
  readonly method: string
  /** Path and query with the path token redacted. */
  readonly shown: string
  readonly requestBody: string | null
  readonly status: number | null
  readonly responseBody: string | null
  /** How many changes shared the request, where it was a Bulk. */
  readonly bulk?: number
}

/** An exchange as evidence keeps it. Cleaned before it is cut, so that no half of a secret is left. */
export function exchangeOf({ sent, shown, requestBody, responseBody, ...rest }: Seen, { clean }: Redactor): Exchange {
  return {
    ...rest,
    at: sent.at,
    path: clean(shown),
    requestBody: requestBody === null ? null : clean(requestBody),
    responseBody: responseBody === null ? null : clean(responseBody.slice(0, keptReply * 4)).slice(0, keptReply),
    duration: sent.reply === null ? null : sent.duration,
  }
}
