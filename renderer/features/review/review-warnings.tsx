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

/** In the order they are shown: what can't be taken back comes first. */
const titles: Record<ChangeWarning, (count: number, format: Format) => string> = {
  'deleted-for-good': (count, format) => `${format.count(count, 'account', 'accounts')} would be deleted for good`,
  'owner-active': (count, format) =>
    `${format.count(count, 'account to delete belongs', 'accounts to delete belong')} to somebody who is still active`,
  'made-anew': (count, format) => `${format.count(count, 'account', 'accounts')} would be made anew, with a new id`,
  'user-name-changes': (count, format) => `${format.count(count, 'sign-in name', 'sign-in names')} would change`,
  'email-on-other-account': (count, format) =>
    `${format.count(count, 'e-mail address is', 'e-mail addresses are')} on another account`,
}

/** What is true of every change of its kind: the list below has them all, at its top. */
const isOfItsKind: readonly ChangeWarning[] = ['deleted-for-good', 'made-anew']

const reasons: Partial<Record<ChangeWarning, string>> = {
  'email-on-other-account':
    'It may be the same person under another sign-in name. Muster never matches by e-mail alone.',
  'deleted-for-good':
    'A deleted account does not come back. Undoing the push makes another one from what Muster has kept: it gets a new id, is in no group, and K2 may take it for somebody new. An inactive account can stay as it is.',
  'owner-active': 'The source still has them as active, so their next push would make them another account.',
  'made-anew':
    'What was deleted does not come back: K2 gives each account a new id and may take it for somebody new, and groups have to be given again.',
}

function Reason({ warning }: { warning: ChangeWarning }) {
  const open = useAct('app', 'openLink')
  const said = reasons[warning]
  if (said !== undefined) return said
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
  if (warning !== 'email-on-other-account')
    return change.userName === null ? null : (
      <>
        : <bdi>{change.userName}</bdi>
      </>
    )
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
}) {
  const { change, warning, onLeaveOut } = props
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
      {change.leftOut ? ' (left out)' : null}
    </li>
  )
}

/** What the admin should look at before pushing, each with its reason and the way out. */
export function ReviewWarnings(props: {
  connection: string
  plan: PlanSummary
  onLeaveOut: (changes: number[], leftOut: boolean) => void
}) {
  const { connection, plan, onLeaveOut } = props
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
      <Notice
        key={warning}
        tone={warning === 'deleted-for-good' ? 'bad' : 'warning'}
        title={titles[warning](count, format)}
      >
        <Reason warning={warning} />
        <ul className={classes.warned}>
          {isOfItsKind.includes(warning)
            ? null
            : carrying
                .slice(0, named)
                .map((change) => <Warned key={change.id} change={change} warning={warning} onLeaveOut={onLeaveOut} />)}
          {count > named && !isOfItsKind.includes(warning) ? <li>and {format.number(count - named)} more</li> : null}
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
