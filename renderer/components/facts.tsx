import type { Json } from '../../shared/model/json.ts'
import { valueText } from '../../shared/words/attribute-words.ts'
import classes from './facts.module.css'

/** Names and values side by side, the value at the end; long ones go on below. */
export function Facts({ facts }: { facts: readonly { readonly name: string; readonly value: Json }[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={`${name} ${valueText(value)}`} className={classes.fact}>
          <dt>{name}</dt>
          <dd>
            <bdi>{valueText(value)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
