import { Button, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconRefresh, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { confirms } from '../../../shared/confirmation.ts'
import type { Connection } from '../../../shared/model/connection.ts'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import { confirmWords, safetyWords, targetWords } from '../../../shared/words/plan-words.ts'
import { t } from '../../../shared/words/text.ts'
import label from '../../components/whole-label.module.css'
import { useFormat } from '../../format.tsx'
import { ReadOnlyWords } from '../connections/read-only-words.tsx'
import classes from './review.module.css'

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** What the push would take away, the typed confirmation above the limit, and the one button that pushes. */
export function PushBar(props: {
  connection: Connection
  plan: PlanSummary
  /** It has to be planned anew: it is too old, or the admin has decided about people since. */
  stale: boolean
  /** Counts are on their way. */
  freezing: boolean
  pushing: boolean
  planning: boolean
  onPush: (typed: string | null) => void
  onReviewAgain: () => void
}) {
  const { connection, plan, stale } = props
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const asked = plan.safety.typeToConfirm
  const confirmed = confirms(asked, typed)
  const words = confirmWords(plan, format)
  if (connection.readOnly) {
    return <ReadOnlyWords>{t('This connection is read-only: nothing can be pushed.')}</ReadOnlyWords>
  }
  if (stale) {
    return (
      <>
        <Text fz="sm" c="dimmed">
          {t('This plan can’t be pushed any more. Nothing was sent.')}
        </Text>
        <Button
          size="sm"
          ms="auto"
          loading={props.planning}
          leftSection={<IconRefresh {...icon} />}
          onClick={props.onReviewAgain}
        >
          {t('Review again')}
        </Button>
      </>
    )
  }
  return (
    <form
      className={classes.push}
      onSubmit={(event) => {
        event.preventDefault()
        if (confirmed && plan.total > 0 && !props.freezing) props.onPush(asked === null ? null : typed.trim())
      }}
    >
      <Text
        fz="sm"
        c={asked === null ? 'dimmed' : 'var(--mantine-color-text)'}
        className={classes.safety}
        role="status"
      >
        {asked === null ? null : <IconAlertTriangle {...icon} className={classes.alarm} />}
        {safetyWords(plan, format)}
      </Text>
      {asked === null ? null : (
        <TextInput
          size="xs"
          className={classes.typed ?? ''}
          label={words.label}
          description={words.why}
          descriptionProps={{ fz: 12 }}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <Button
        type="submit"
        size="sm"
        className={label.whole ?? ''}
        disabled={plan.total === 0 || !confirmed || props.freezing}
        loading={props.pushing}
        leftSection={<IconUpload {...icon} />}
      >
        {t('Push {count, plural, one {# change} other {# changes}} to {target}', {
          count: plan.total,
          target: targetWords(connection),
        })}
      </Button>
    </form>
  )
}
