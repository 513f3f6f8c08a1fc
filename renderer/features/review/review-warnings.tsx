import { useQuery } from '@tanstack/react-query'
import type { ChangeWarning } from '../../../shared/model/change.ts'
import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import { rawText } from '../../../shared/words/attribute-words.ts'
import { warningReason, warningsInOrder, warningTitle } from '../../../shared/words/plan-words.ts'
import { t } from '../../../shared/words/text.ts'
import { useAct } from '../../api.ts'
import { Notice } from '../../components/notice.tsx'
import { Sentence } from '../../components/sentence.tsx'
import words from '../../components/words.module.css'
import { LinkButton } from './link-button.tsx'
import { warnedChanges } from './plan-changes.ts'
import classes from './review.module.css'

/** Changes that are named one by one; the others can be left out together. */
const named = 5
/** Warned changes that are looked for at all; a plan with more is not for one sitting. */
const looked = 2000

/** What is true of every change of its kind: the list below has them all, at its top. */
const isOfItsKind: readonly ChangeWarning[] = ['deleted-for-good', 'made-anew']

/** Why a warning is one; the known issue leads to Nintex's page about it. */
function Reason({ warning }: { warning: ChangeWarning }) {
  const open = useAct('app', 'openLink')
  if (warning !== 'user-name-changes') return warningReason(warning)
  return (
    <Sentence
      message="Someone who has signed in to K2 before can be locked out by a new sign-in name until Nintex support clears a cache (<issue>known issue 126098</issue>)."
      values={{
        issue: (inner) => (
          <LinkButton onClick={() => open.mutate({ link: 'k2-known-issue-126098' })}>{inner}</LinkButton>
        ),
      }}
    />
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
  if (warning === 'members-removed') {
    const gone = change.diff.flatMap(({ before, after }) => (after === null ? [rawText(before)] : []))
    return (
      <>
        : <bdi>{gone.slice(0, named).join(', ')}</bdi>
        {gone.length > named ? ` ${t('and {count, number} more', { count: gone.length - named })}` : null}
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
  onDecide: (person: { personId: number; name: string }) => void
}) {
  const { change, warning, onLeaveOut, onDecide } = props
  const { personId, name } = change
  const leave = (
    <LinkButton
      label={change.leftOut ? t('Put it back: {name}', { name }) : t('Leave it out: {name}', { name })}
      onClick={() => onLeaveOut([change.id], !change.leftOut)}
    >
      {change.leftOut ? t('Put it back') : t('Leave it out')}
    </LinkButton>
  )
  return (
    <li>
      <bdi className={words.strong}>{change.name}</bdi>
      <Remark change={change} warning={warning} />.{' '}
      {warning === 'email-on-other-account' && personId !== null ? (
        <Sentence
          message="{leave} or <compare>compare the accounts</compare>"
          values={{
            leave,
            compare: (inner) => (
              <LinkButton
                label={t('Compare accounts of {name}', { name })}
                onClick={() => onDecide({ personId, name })}
              >
                {inner}
              </LinkButton>
            ),
          }}
        />
      ) : (
        leave
      )}
      {change.leftOut ? ` ${t('(left out)')}` : null}
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
  const any = warningsInOrder.some((warning) => (plan.warnings[warning] ?? 0) > 0)
  const changes = useQuery({
    queryKey: ['plans', 'warned', connection, plan.id],
    queryFn: () => warnedChanges(connection, plan.id, looked),
    enabled: any,
  }).data
  return warningsInOrder.map((warning) => {
    const carrying = changes?.filter((change) => change.warnings.includes(warning)) ?? []
    const count = Math.max(plan.warnings[warning] ?? 0, carrying.length)
    if (count === 0) return null
    const open = carrying.filter(({ leftOut }) => !leftOut)
    return (
      <Notice
        key={warning}
        tone={warning === 'deleted-for-good' ? 'bad' : 'warning'}
        title={warningTitle(warning, count)}
      >
        <Reason warning={warning} />
        <ul className={classes.warned}>
          {isOfItsKind.includes(warning)
            ? null
            : carrying
                .slice(0, named)
                .map((change) => (
                  <Warned
                    key={change.id}
                    change={change}
                    warning={warning}
                    onLeaveOut={onLeaveOut}
                    onDecide={onDecide}
                  />
                ))}
          {count > named && !isOfItsKind.includes(warning) ? (
            <li>{t('and {count, number} more', { count: count - named })}</li>
          ) : null}
        </ul>
        {open.length > 1 ? (
          <LinkButton
            onClick={() =>
              onLeaveOut(
                open.map(({ id }) => id),
                true,
              )
            }
          >
            {t('Leave all {count, number} out', { count: open.length })}
          </LinkButton>
        ) : null}
      </Notice>
    )
  })
}
