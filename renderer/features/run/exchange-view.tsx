import type { Exchange } from '../../../shared/model/run.ts'
import { JsonView } from '../../components/json-view.tsx'
import { useFormat } from '../../format.tsx'
import { replyText, requestText } from './detail-text.ts'
import classes from './run.module.css'

/** A request and its reply, side by side, redacted as they were kept. */
export function ExchangeView({ exchange }: { exchange: Exchange }) {
  const { number, clock } = useFormat()
  const { at, attempt, bulk, duration } = exchange
  const took = duration === null ? '' : ` · ${number(duration)} ms`
  const shared = bulk === undefined || bulk === 1 ? '' : ` · shared by ${number(bulk)} changes`
  return (
    <div className={classes.exchange}>
      <div>
        <h3 className={classes.caption}>
          Request · {clock(at)}
          {shared}
        </h3>
        <JsonView label={`Request ${attempt}`} text={requestText(exchange)} />
      </div>
      <div>
        <h3 className={classes.caption}>
          Reply{took} · attempt {number(attempt)}
        </h3>
        <JsonView label={`Reply ${attempt}`} text={replyText(exchange)} />
      </div>
    </div>
  )
}
