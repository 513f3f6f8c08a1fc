import type { Exchange, RunChangeDetail } from '../../../shared/model/run.ts'
import { changeWords, outcomeWord } from '../../../shared/words/change-words.ts'
import type { Format } from '../../../shared/words/locale-format.ts'
import { statusWords } from '../../../shared/words/run-words.ts'
import { prettyJson } from '../../components/json-view.tsx'

/** When a change was sent, how often, and how long it took: `Sent 14:03:27 · 2 attempts · 84 ms`. */
export function timesWords({ change, exchanges }: RunChangeDetail, { clock, count, number }: Format): string {
  const [first] = exchanges
  const parts = [
    ...(first === undefined ? [] : [`First request ${clock(first.at)}`]),
    ...(change.attempts > 0 ? [count(change.attempts, 'attempt', 'attempts')] : []),
    ...(change.duration === null ? [] : [`${number(change.duration)} ms from first to last`]),
  ]
  return parts.join(' · ')
}

const joined = (head: string, body: string | null) =>
  body === null || body === '' ? head : `${head}\n\n${prettyJson(body)}`

/** A request as it was kept, redacted. A Bulk is always a POST; `method` is what this change asks for in it. */
export const requestText = ({ method, path, bulk, requestBody }: Exchange): string =>
  joined(`${bulk === undefined ? method : 'POST'} ${path}\nAuthorization: Bearer ••••`, requestBody)

/** The reply to a request as it was kept, redacted and cut. */
export function replyText({ status, responseBody, duration }: Exchange): string {
  if (status !== null) return joined(statusWords(status), responseBody)
  // A reply has a duration; one to a Bulk may still leave this change out.
  return duration === null ? 'No reply came.' : 'The reply said nothing about this change.'
}

/** Everything kept about a change as one text, for a mail to whoever is to look into it. Holds no secret: none was kept. */
export function detailText(detail: RunChangeDetail, run: string, format: Format): string {
  const { change, exchanges } = detail
  const { failure } = change
  const head = [
    `${changeWords[change.kind].word} ${change.name}${change.userName === null ? '' : ` (${change.userName})`}`,
    `Run ${run}, change ${change.id}: ${outcomeWord[change.outcome]}`,
    timesWords(detail, format),
    ...(change.note === null ? [] : [change.note]),
    ...(failure === null
      ? []
      : [
          [failure.happened, failure.means, failure.todo].filter(Boolean).join(' '),
          ...(failure.detail === null ? [] : [`K2 said: ${failure.detail}`]),
          `${failure.code} · ${failure.id}`,
        ]),
  ]
  const sent = exchanges.map(
    (exchange) =>
      `--- ${new Date(exchange.at).toISOString()}, request ${exchange.attempt}\n${requestText(exchange)}\n\n--- reply\n${replyText(exchange)}`,
  )
  return [head.filter(Boolean).join('\n'), ...sent].join('\n\n')
}
