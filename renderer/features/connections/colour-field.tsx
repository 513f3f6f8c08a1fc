import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { connectionColours } from '../../../shared/model/connection.ts'
import { t, texts } from '../../../shared/words/text.ts'
import classes from './colour-field.module.css'
import { type ConnectionColour, edgeOf } from './colours.ts'

const names: Record<ConnectionColour, string> = texts({
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  teal: 'Teal',
  blue: 'Blue',
  violet: 'Violet',
  gray: 'Grey',
})

/** The colour of a connection's edge in the rail, as a group of radio buttons. */
export function ColourField(props: {
  value: ConnectionColour
  onChange: (colour: ConnectionColour) => void
  disabled?: boolean
}) {
  const group = useId()
  return (
    <fieldset className={classes.set} disabled={props.disabled}>
      <legend className={classes.legend}>{t('Colour')}</legend>
      <div className={classes.row}>
        {connectionColours.map((colour) => (
          <label key={colour} className={classes.choice} title={names[colour]}>
            <input
              type="radio"
              className={classes.input}
              name={group}
              checked={props.value === colour}
              aria-label={names[colour]}
              onChange={() => props.onChange(colour)}
            />
            <span className={classes.swatch} style={{ '--swatch': edgeOf(colour) }} aria-hidden>
              <IconCheck size={14} stroke={3} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
