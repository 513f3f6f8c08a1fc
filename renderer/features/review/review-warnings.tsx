import { useQuery } from '@tanstack/react-query'
import type { ChangeWarning } from '../../../shared/model/change.ts'
import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import { useAct } from '../../api.ts'
import { rawText } from '../../components/attribute-words.ts'
import { Notice } from '../../components/notice.tsx'
import words from '../../components/words.module.css'
import { type Format, useFormat } from '../../format.tsx'
import { warnedChanges } from './plan-changes.ts'
import classes from './review.module.css'

/** Changes that are named one by one; the others can be left out together. */
const named = 5
/** Warned changes that are looked for at all; a plan with more is not for one sitting. */
const looked = 2000

const titles: Record<ChangeWarning, (count: number, format: Format) => string> = {
  'user-name-changes': (count, format) => `${format.count(count, 'sign-in name', 'sign-in names')} would change`,
  'email-on-other-account': (count, format) =>
    `${format.count(count, 'e-mail address is', 'e-mail addresses are')} on another account`,
}

function Reason({ warning }: { warning: ChangeWarning }) {
  const open = useAct('app', 'openLink')
  if (warning === 'email-on-other-account') {
    return 'It may be the same person under another sign-in name. Muster never matches by e-mail alone.'
  }
  return (
    <>
      Someone who has signed in to K2 before can be locked out by a new sign-in name until Nintex support clears a cache
      (
      <button type="button" className={classes.link} onClick={() => open.mutate({ link: 'k2-known-issue-126098' })}>
        known issue 126098
      </button>
      ).
    </>
  )
}

/** What is remarkable about a change: the two sign-in names, or the address that another account has. */
function Remark({ change, warning }: { change: Change; warning: ChangeWarning }) {
  const of = (pattern: RegExp) => change.diff.find(({ path }) => pattern.test(path))
  const renamed = of(/^username$/i)
  if (warning === 'user-name-changes' && renamed) {
    return (
      <>
        : <bdi>{rawText(renamed.before)}</bdi> → <bdi>{rawText(renamed.after)}</bdi>
      </>
    )
  }
  const address = rawText(of(/^emails\b/i)?.after ?? null)
  return address === '' ? null : (
    <>
      : <bdi>{address}</bdi>
    </>
  )
}

function Warned(props: {
  change: Change
  warning: ChangeWarning
  onLeaveOut: (changes: number[], leftOut: boolean) => void
  onDecide: (person: { personId: number; name: string }) => void
}) {
  const { change, warning, onLeaveOut, onDecide } = props
  const { personId, name } = change
  const action = change.leftOut ? 'Put it back' : 'Leave it out'
  return (
    <li>
      <bdi className={words.strong}>{change.name}</bdi>
      <Remark change={change} warning={warning} />.{' '}
      <button
        type="button"
        className={classes.link}
        aria-label={`${action}: ${change.name}`}
        onClick={() => onLeaveOut([change.id], !change.leftOut)}
      >
        {action}
      </button>
      {warning === 'email-on-other-account' && personId !== null ? (
        <>
          {' '}
          or{' '}
          <button
            type="button"
            className={classes.link}
            aria-label={`Compare accounts of ${name}`}
            onClick={() => onDecide({ personId, name })}
          >
            compare the accounts
          </button>
        </>
      ) : null}
      {change.leftOut ? ' (left out)' : null}
    </li>
  )
}

/** What the admin should look at before pushing, each with its reason and the way out. */
export function ReviewWarnings(props: {
  connection: string
  plan: PlanSummary
  onLeaveOut: (changes: number[], leftOut: boolean) => void
  /** Asks whose account it is that has somebody's e-mail address. */
  onDecide: (person: { personId: number; name: string }) => void
}) {
  const { connection, plan, onLeaveOut, onDecide } = props
  const format = useFormat()
  const warnings = Object.keys(titles) as ChangeWarning[]
  const any = warnings.some((warning) => (plan.warnings[warning] ?? 0) > 0)
  const changes = useQuery({
    queryKey: ['plans', 'warned', connection, plan.id],
    queryFn: () => warnedChanges(connection, plan, looked),
    enabled: any,
  }).data
  return warnings.map((warning) => {
    const carrying = changes?.filter((change) => change.warnings.includes(warning)) ?? []
    const count = Math.max(plan.warnings[warning] ?? 0, carrying.length)
    if (count === 0) return null
    const open = carrying.filter(({ leftOut }) => !leftOut)
    return (
      <Notice key={warning} tone="warning" title={titles[warning](count, format)}>
        <Reason warning={warning} />
        <ul className={classes.warned}>
          {carrying.slice(0, named).map((change) => (
            <Warned key={change.id} change={change} warning={warning} onLeaveOut={onLeaveOut} onDecide={onDecide} />
          ))}
          {count > named ? <li>and {format.number(count - named)} more</li> : null}
        </ul>
        {open.length > 1 ? (
          <button
            type="button"
            className={classes.link}
            onClick={() =>
              onLeaveOut(
                open.map(({ id }) => id),
                true,
              )
            }
          >
            Leave all {format.number(open.length)} out
          </button>
        ) : null}
      </Notice>
    )
  })
}
