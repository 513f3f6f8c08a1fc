import type { Exchange } from '../../../shared/model/run.ts'
import { JsonView, prettyJson } from '../../components/json-view.tsx'
import { useFormat } from '../../format.tsx'
import classes from './run.module.css'
import { statusWords } from './run-words.ts'

const clock = (at: number) => `${new Date(at).toTimeString().slice(0, 8)}.${String(at % 1000).padStart(3, '0')}`
const joined = (head: string, body: string | null) =>
  body === null || body === '' ? head : `${head}\n\n${prettyJson(body)}`

/** A request and its reply, side by side, redacted as they were kept. */
export function ExchangeView({ exchange }: { exchange: Exchange }) {
  const { number } = useFormat()
  const { at, attempt, method, path, bulk, requestBody, status, responseBody, duration } = exchange
  const took = duration === null ? '' : ` · ${number(duration)} ms`
  const shared = bulk === undefined || bulk === 1 ? '' : ` · shared by ${number(bulk)} changes`
  // A Bulk is always a POST; `method` is what this change asks for in it.
  const head = `${bulk === undefined ? method : 'POST'} ${path}\nAuthorization: Bearer ••••`
  // A reply has a duration; one to a Bulk may still leave this change out.
  const silence = duration === null ? 'No reply came.' : 'The reply said nothing about this change.'
  return (
    <div className={classes.exchange}>
      <div>
        <h3 className={classes.caption}>
          Request · {clock(at)}
          {shared}
        </h3>
        <JsonView label={`Request ${attempt}`} text={joined(head, requestBody)} />
      </div>
      <div>
        <h3 className={classes.caption}>
          Reply{took} · attempt {number(attempt)}
        </h3>
        <JsonView
          label={`Reply ${attempt}`}
          text={status === null ? silence : joined(statusWords(status), responseBody)}
        />
      </div>
    </div>
  )
}
