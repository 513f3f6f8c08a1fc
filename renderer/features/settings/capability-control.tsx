import { NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import {
  type Capabilities,
  type CapabilityAnswer,
  type CapabilityNumber,
  capabilityNumbers,
  type Override,
} from '../../../shared/model/capabilities.ts'
import { t } from '../../../shared/words/text.ts'
import { useFormat } from '../../format.tsx'
import { answerWords, capabilityWords } from './capability-words.ts'
import classes from './section.module.css'

/** Takes what the admin chose for one capability. */
type OnSet = (override: Override) => void

/** Lets the admin say what a service can do, whatever was learnt; nothing chosen is as it was learnt. */
function AnswerControl({ what, entry, onSet }: { what: CapabilityAnswer; entry: Capabilities['patch']; onSet: OnSet }) {
  const words = answerWords(what)
  return (
    <NativeSelect
      aria-label={t('Use for: {ability}', { ability: capabilityWords[what] })}
      size="xs"
      value={entry.byHand ? entry.value : ''}
      data={[
        { value: '', label: t('As learnt') },
        { value: 'yes', label: words.yes },
        { value: 'no', label: words.no },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onSet({ what, value: value === 'yes' || value === 'no' ? value : null })
      }
    />
  )
}

/** The same for a number, which is taken when the field is left or Enter pressed; an empty field is as it was learnt. */
function NumberControl(props: { what: CapabilityNumber; entry: Capabilities['pageSize']; onSet: OnSet }) {
  const { what, entry, onSet } = props
  const set = entry.byHand ? entry.value : ''
  const [typed, setTyped] = useState<number | string>(set)
  const done = () => {
    if (typed !== set) onSet({ what, value: typeof typed === 'number' ? typed : null })
  }
  return (
    <NumberInput
      aria-label={t('Use for: {ability}', { ability: capabilityWords[what] })}
      size="xs"
      placeholder={t('As learnt')}
      min={1}
      max={capabilityNumbers[what]}
      clampBehavior="strict"
      allowDecimal={false}
      hideControls
      value={typed}
      onChange={setTyped}
      onBlur={done}
      onKeyDown={({ key }) => {
        if (key === 'Enter') done()
      }}
    />
  )
}

/** On these rests whether somebody may be taken to have no account. */
const isLookUp = (what: string): boolean => what === 'filter' || what === 'filterIgnoresCase'

/** What Muster goes by for one capability, and since when where that was set by hand. */
export function CapabilityControl(props: {
  what: CapabilityAnswer | CapabilityNumber
  capabilities: Capabilities
  onSet: OnSet
}) {
  const { what, capabilities, onSet } = props
  const { date } = useFormat()
  const { byHand } = capabilities[what]
  const isNumber = what === 'pageSize' || what === 'bulkOperations' || what === 'bulkBytes'
  return (
    <div className={classes.control}>
      {isNumber ? (
        <NumberControl key={byHand?.at ?? 0} what={what} entry={capabilities[what]} onSet={onSet} />
      ) : (
        <AnswerControl what={what} entry={capabilities[what]} onSet={onSet} />
      )}
      {byHand ? <span className={classes.byHand}>{t('Set by hand on {date}', { date: date(byHand.at) })}</span> : null}
      {byHand?.learnt === 'no' && capabilities[what].value === 'yes' && isLookUp(what) ? (
        <span className={classes.byHand}>
          {t('Looking for people showed otherwise: they are still not taken to be missing.')}
        </span>
      ) : null}
    </div>
  )
}
