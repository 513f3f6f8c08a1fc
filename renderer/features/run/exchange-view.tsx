import type { Exchange } from '../../../shared/model/run.ts'
import { statusWords } from '../../../shared/words/run-words.ts'
import { JsonView, prettyJson } from '../../components/json-view.tsx'
import { useFormat } from '../../format.tsx'
import classes from './run.module.css'

const clock = (at: number) => `${new Date(at).toTimeString().slice(0, 8)}.${String(at % 1000).padStart(3, '0')}`
const joined = (head: string, body: string | null) =>
  body === null || body === '' ? head : `${head}\n\n${prettyJson(body)}`

/** A request and its reply, side by side, redacted as they were kept. */
export function ExchangeView({ exchange }: { exchange: Exchange }) {
  const { number } = useFormat()
  const { at, attempt, method, path, requestBody, status, responseBody, duration } = exchange
  const took = duration === null ? '' : ` · ${number(duration)} ms`
  return (
    <div className={classes.exchange}>
      <div>
        <h3 className={classes.caption}>Request · {clock(at)}</h3>
        <JsonView
          label={`Request ${attempt}`}
          text={joined(`${method} ${path}\nAuthorization: Bearer ••••`, requestBody)}
        />
      </div>
      <div>
        <h3 className={classes.caption}>
          Reply{took} · attempt {number(attempt)}
        </h3>
        <JsonView
          label={`Reply ${attempt}`}
          text={status === null ? 'No reply came.' : joined(statusWords(status), responseBody)}
        />
      </div>
    </div>
  )
}
