import { Button } from '@mantine/core'
import type { PlanSummary } from '../../../shared/model/plan.ts'
import { expiresSoon, expiryWords } from '../../../shared/words/plan-words.ts'
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
  const { time, count } = useFormat()
  if (!plan) return null
  const parts = [`Frozen at ${time(plan.frozenAt)}`, 'nothing has been sent', expiryWords(plan.expiresAt, now)]
  if (plan.unchanged > 0) parts.push(`${count(plan.unchanged, 'person needs', 'people need')} no change`)
  return parts.join(' · ')
}

/** A frozen plan: what exactly would change, and the one button that pushes it. */
export function ReviewScreen({ plan: id }: { plan: string }) {
  const connection = useConnection()
  const { plan, missing, failure, ...act } = usePlan(connection.id, id)
  const { back } = useNavigation()
  const { count, time } = useFormat()
  const now = useNow(1000)
  const facts = useFacts(plan, now)
  const expired = plan !== undefined && plan.expiresAt <= now
  const soon = plan !== undefined && !expired && plan.expiresAt - now <= expiresSoon
  const outdated = plan?.outdated === true
  const all = plan ? plan.total + plan.leftOut : 0
  const changes = count(all, 'change', 'changes')
  const title = plan?.undoes ? `Undo run ${plan.undoes}: review ${changes}` : `Review ${plan ? changes : 'changes'}`
  return (
    <Page
      title={title}
      fill
      facts={facts}
      actions={
        <>
          <Button variant="default" onClick={back}>
            {plan?.undoes ? 'Back to the run' : 'Back to selection'}
          </Button>
          {plan ? (
            <ExportMenu
              formats={[
                ['html', 'Plan to approve (HTML)'],
                ['csv', 'Table (CSV)'],
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
        {missing ? <ErrorPanel failure={missing} retry={back} retryLabel="Back to selection" /> : null}
        {failure ? <ErrorPanel failure={failure} /> : null}
        <SavedNotice file={act.saved} />
        {expired ? (
          <Notice tone="warning" title="This plan is too old to be pushed">
            Accounts may have changed since it was frozen. Review again: the same people are planned anew, what you left
            out stays out.
          </Notice>
        ) : null}
        {plan && soon ? (
          <Notice
            tone="warning"
            title="This plan can soon no longer be pushed"
            actions={
              <Button variant="default" loading={act.planning} onClick={() => act.reviewAgain(plan)}>
                Review again
              </Button>
            }
          >
            It expires at {time(plan.expiresAt)}. Push it before, or review again: what you left out stays out.
          </Notice>
        ) : null}
        {outdated && !expired && !act.planning ? (
          <Notice
            tone="warning"
            title="You have decided about people, or saved another mapping, since this plan was made"
          >
            Review again: the same people are planned anew, what you left out stays out.
          </Notice>
        ) : null}
        {plan || missing ? null : <RowsSkeleton label="Reading the plan" />}
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
