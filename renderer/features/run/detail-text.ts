import type { Exchange, RunChangeDetail } from '../../../shared/model/run.ts'
import { changeWords, outcomeWord } from '../../../shared/words/change-words.ts'
import type { Format } from '../../../shared/words/locale-format.ts'
import { statusWords } from '../../../shared/words/run-words.ts'
import { t } from '../../../shared/words/text.ts'
import { prettyJson } from '../../components/json-view.tsx'

/** When a change was sent, how often, and how long it took: `Sent 14:03:27 · 2 attempts · 84 ms`. */
export function timesWords({ change, exchanges }: RunChangeDetail, { clock }: Format): string {
  const [first] = exchanges
  const parts = [
    ...(first === undefined ? [] : [t('First request {at}', { at: clock(first.at) })]),
    ...(change.attempts > 0
      ? [t('{attempts, plural, one {# attempt} other {# attempts}}', { attempts: change.attempts })]
      : []),
    ...(change.duration === null ? [] : [t('{duration, number} ms from first to last', { duration: change.duration })]),
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
  return duration === null ? t('No reply came.') : t('The reply said nothing about this change.')
}

/** Everything kept about a change as one text, for a mail to whoever is to look into it. Holds no secret: none was kept. */
export function detailText(detail: RunChangeDetail, run: string, format: Format): string {
  const { change, exchanges } = detail
  const { failure } = change
  const head = [
    `${changeWords[change.kind].word} ${change.name}${change.userName === null ? '' : ` (${change.userName})`}`,
    t('Run {run}, change {change}: {outcome}', {
      run,
      change: String(change.id),
      outcome: outcomeWord[change.outcome],
    }),
    timesWords(detail, format),
    ...(change.note === null ? [] : [change.note]),
    ...(failure === null
      ? []
      : [
          [failure.happened, failure.means, failure.todo].filter(Boolean).join(' '),
          ...(failure.detail === null ? [] : [t('K2 said: {detail}', { detail: failure.detail })]),
          `${failure.code} · ${failure.id}`,
        ]),
  ]
  const sent = exchanges.map((exchange) => {
    const [at, attempt] = [new Date(exchange.at).toISOString(), String(exchange.attempt)]
    const request = t('--- {at}, request {attempt}', { at, attempt })
    return `${request}\n${requestText(exchange)}\n\n${t('--- reply')}\n${replyText(exchange)}`
  })
  return [head.filter(Boolean).join('\n'), ...sent].join('\n\n')
}
