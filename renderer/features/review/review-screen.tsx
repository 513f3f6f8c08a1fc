import { Button } from '@mantine/core'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import { expiresSoon, expiryWords } from '../../../shared/words/plan-words.ts'
import { t } from '../../../shared/words/text.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { ExportMenu } from '../../components/export-menu.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { SavedNotice } from '../../components/saved-notice.tsx'
import { RowsSkeleton } from '../../components/skeletons.tsx'
import { useFormat } from '../../format.tsx'
import { useNavigation } from '../../navigation.tsx'
import { useNow } from '../../now.ts'
import { useConnection } from '../connections/current-connection.tsx'
import { ChangesGrid } from './changes-grid.tsx'
import { CountCards } from './count-cards.tsx'
import { GroupProblems } from './group-problems.tsx'
import { PlanDecisions } from './plan-decisions.tsx'
import { PushBar } from './push-bar.tsx'
import classes from './review.module.css'
import { usePlan } from './use-plan.ts'

function useFacts(plan: PlanSummary | undefined, now: number): string | null {
  const { time } = useFormat()
  if (!plan) return null
  const { frozenAt, expiresAt, unchanged: count } = plan
  const parts = [t('Frozen at {at}', { at: time(frozenAt) }), t('nothing has been sent'), expiryWords(expiresAt, now)]
  if (count > 0) parts.push(t('{count, plural, one {# person needs} other {# people need}} no change', { count }))
  return parts.join(' · ')
}

function titleOf(plan: PlanSummary | undefined): string {
  if (!plan) return t('Review changes')
  const count = plan.total + plan.leftOut
  return plan.undoes
    ? t('Undo run {run}: review {count, plural, one {# change} other {# changes}}', { run: plan.undoes, count })
    : t('Review {count, plural, one {# change} other {# changes}}', { count })
}

/** A frozen plan: what exactly would change, and the one button that pushes it. */
export function ReviewScreen({ plan: id }: { plan: string }) {
  const connection = useConnection()
  const { plan, missing, failure, ...act } = usePlan(connection.id, id)
  const { back } = useNavigation()
  const { time } = useFormat()
  const now = useNow(1000)
  const facts = useFacts(plan, now)
  const expired = plan !== undefined && plan.expiresAt <= now
  const soon = plan !== undefined && !expired && plan.expiresAt - now <= expiresSoon
  const outdated = plan?.outdated === true
  return (
    <Page
      title={titleOf(plan)}
      fill
      facts={facts}
      actions={
        <>
          <Button variant="default" onClick={back}>
            {plan?.undoes ? t('Back to the run') : t('Back to selection')}
          </Button>
          {plan ? (
            <ExportMenu
              formats={[
                ['html', t('Plan to approve (HTML)')],
                ['csv', t('Table (CSV)')],
              ]}
              exporting={act.saving}
              disabled={act.freezing}
              onExport={act.save}
            />
          ) : null}
        </>
      }
      bar={
        plan ? (
          <PushBar
            connection={connection}
            plan={plan}
            stale={expired || outdated}
            freezing={act.freezing}
            pushing={act.pushing}
            planning={act.planning}
            onPush={(typed) => act.push(plan, typed)}
            onReviewAgain={() => act.reviewAgain(plan)}
          />
        ) : null
      }
    >
      <div className={classes.body}>
        {missing ? <ErrorPanel failure={missing} retry={back} retryLabel={t('Back to selection')} /> : null}
        {failure ? <ErrorPanel failure={failure} /> : null}
        <SavedNotice file={act.saved} />
        {expired ? (
          <Notice tone="warning" title={t('This plan is too old to be pushed')}>
            {t(
              'Accounts may have changed since it was frozen. Review again: the same people are planned anew, what you left out stays out.',
            )}
          </Notice>
        ) : null}
        {plan && soon ? (
          <Notice
            tone="warning"
            title={t('This plan can soon no longer be pushed')}
            actions={
              <Button variant="default" loading={act.planning} onClick={() => act.reviewAgain(plan)}>
                {t('Review again')}
              </Button>
            }
          >
            {t('It expires at {at}. Push it before, or review again: what you left out stays out.', {
              at: time(plan.expiresAt),
            })}
          </Notice>
        ) : null}
        {outdated && !expired && !act.planning ? (
          <Notice
            tone="warning"
            title={t('You have decided about people, or saved another mapping, since this plan was made')}
          >
            {t('Review again: the same people are planned anew, what you left out stays out.')}
          </Notice>
        ) : null}
        {plan || missing ? null : <RowsSkeleton label={t('Reading the plan')} />}
        {plan ? (
          <>
            <CountCards plan={plan} />
            <PlanDecisions
              connection={connection.id}
              plan={plan}
              planning={act.planning}
              onLeaveOut={act.leaveOut}
              onDecided={() => act.reviewAgain(plan)}
            />
            <GroupProblems problems={plan.groupProblems} />
            <div className={classes.changes}>
              <ChangesGrid connection={connection.id} plan={plan} onLeaveOut={act.leaveOut} />
            </div>
          </>
        ) : null}
      </div>
    </Page>
  )
}
