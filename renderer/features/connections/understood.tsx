import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconExclamationMark, IconPencil, IconX } from '@tabler/icons-react'
import type { SettingsDraft, UnderstoodField } from '../../../shared/model/connection.ts'
import { t } from '../../../shared/words/text.ts'
import { Mark } from '../../components/badge.tsx'
import { draftSummary, fieldLabels, fieldReasons, fieldStatusWords, fieldValue } from './field-words.ts'
import classes from './understood.module.css'

const marks = {
  given: { tone: 'teal', icon: IconCheck },
  completed: { tone: 'yellow', icon: IconPencil },
  missing: { tone: 'red', icon: IconExclamationMark },
  invalid: { tone: 'red', icon: IconX },
} as const

function Field({ field, kept }: { field: UnderstoodField; kept: SettingsDraft['tokenStored'] }) {
  const bad = field.status === 'missing' || field.status === 'invalid'
  const value = fieldValue(field, kept)
  const note = field.note ?? (bad ? null : fieldReasons[field.field])
  return (
    <li className={classes.field}>
      <Mark {...marks[field.status]} />
      <div>
        <div className={classes.line}>
          <span className={classes.label}>{t('{field}:', { field: fieldLabels[field.field] })} </span>
          {bad ? (
            <span className={classes.value} data-bad>
              {fieldStatusWords[field.status]}
              {value ? ` (${value})` : ''}
            </span>
          ) : (
            <span className={classes.value}>{value}</span>
          )}
          {bad ? null : <VisuallyHidden> {fieldStatusWords[field.status]}</VisuallyHidden>}
        </div>
        {note ? <div className={classes.note}>{note}</div> : null}
      </div>
    </li>
  )
}

/** What Muster made of the settings: a line a field, with what was completed and why, and what has to come from Nintex. */
export function Understood({ draft }: { draft: SettingsDraft }) {
  return (
    <>
      <VisuallyHidden role="status">{draftSummary(draft)}</VisuallyHidden>
      <ul className={classes.list} aria-label={t('What Muster understood')}>
        {draft.fields.map((field) => (
          <Field key={field.field} field={field} kept={draft.tokenStored} />
        ))}
      </ul>
    </>
  )
}
