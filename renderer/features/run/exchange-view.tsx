import type { Exchange } from '../../../shared/model/run.ts'
import { t } from '../../../shared/words/text.ts'
import { JsonView } from '../../components/json-view.tsx'
import { useFormat } from '../../format.tsx'
import { replyText, requestText } from './detail-text.ts'
import classes from './run.module.css'

/** A request and its reply, side by side, redacted as they were kept. */
export function ExchangeView({ exchange }: { exchange: Exchange }) {
  const { number, clock } = useFormat()
  const { at, attempt, bulk, duration } = exchange
  const request = [
    t('Request'),
    clock(at),
    ...(bulk === undefined || bulk === 1 ? [] : [t('shared by {bulk, number} changes', { bulk })]),
  ]
  const reply = [
    t('Reply'),
    ...(duration === null ? [] : [`${number(duration)} ms`]),
    t('attempt {attempt, number}', { attempt }),
  ]
  return (
    <div className={classes.exchange}>
      <div>
        <h3 className={classes.caption}>{request.join(' · ')}</h3>
        <JsonView label={t('Request {attempt}', { attempt: String(attempt) })} text={requestText(exchange)} />
      </div>
      <div>
        <h3 className={classes.caption}>{reply.join(' · ')}</h3>
        <JsonView label={t('Reply {attempt}', { attempt: String(attempt) })} text={replyText(exchange)} />
      </div>
    </div>
  )
}
