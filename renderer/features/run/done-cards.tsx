import { Button, Paper, RingProgress, Text } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { RunSummary } from '../../../shared/model/run.ts'
import { driftedOf, kindsWords, needing } from '../../../shared/words/run-words.ts'
import { Mark } from '../../components/badge.tsx'
import { useFormat } from '../../format.tsx'
import classes from './run.module.css'
import { useCauses } from './use-causes.ts'

function Card({
  mark,
  title,
  children,
  action,
}: {
  mark: ReactNode
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <Paper p="md" className={classes.card}>
      {mark}
      <div>
        <h2 className={classes.cardTitle}>{title}</h2>
        <Text component="div" fz="sm" c="dimmed">
          {children}
        </Text>
        {action}
      </div>
    </Paper>
  )
}

function DoneCard({ run }: { run: RunSummary }) {
  const format = useFormat()
  const { number, percent } = format
  const { outcomes, total } = run
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100)
  const failed = needing(run)
  // Rounded down, so that 100 % means all of them.
  const words = percent(Math.floor((outcomes.done / Math.max(total, 1)) * 1000) / 1000)
  return (
    <Card
      title={`${number(outcomes.done)} done`}
      mark={
        <RingProgress
          size={84}
          thickness={9}
          aria-hidden
          rootColor="var(--muster-bar)"
          sections={[
            { value: share(outcomes.done), color: 'var(--run-teal)' },
            { value: share(failed), color: 'var(--run-red)' },
          ]}
          label={
            <Text ta="center" fz={12} fw={650}>
              {words}
            </Text>
          }
        />
      }
    >
      {failed === 0 && outcomes['not-sent'] === 0
        ? kindsWords(run.kinds, true, format)
        : `of ${number(total)}: ${kindsWords(run.kinds, false, format)}`}
      {outcomes['not-sent'] > 0 ? <div>{number(outcomes['not-sent'])} not sent</div> : null}
    </Card>
  )
}

function VerifyCard({ run, verifying, onVerify }: { run: RunSummary; verifying: boolean; onVerify: () => void }) {
  const { time, number, count } = useFormat()
  const { verified } = run
  const button = (
    <Button mt={8} variant="default" loading={verifying} disabled={run.outcomes.done === 0} onClick={onVerify}>
      {verified ? 'Verify again' : 'Verify'}
    </Button>
  )
  if (!verified) {
    return (
      <Card mark={<Mark large tone="gray" icon={IconShieldQuestion} />} title="Not verified yet" action={button}>
        Muster can read the accounts back and compare them with what was intended.
      </Card>
    )
  }
  const kept = verified.keptInactive
  const drifted = driftedOf(verified)
  const good = drifted <= 0 && verified.pending + verified.unseen + kept === 0
  return (
    <Card
      mark={<Mark large tone={good ? 'teal' : 'orange'} icon={good ? IconShieldCheck : IconAlertTriangle} />}
      title={good ? 'Verified' : 'Verified in part'}
      action={good ? null : button}
    >
      Read back at {time(verified.at)}: {number(verified.asIntended)} of {number(verified.checked)} are as intended.
      {drifted > 0 ? ` ${number(drifted)} differ: the list says how.` : ''}
      {kept > 0
        ? ` The service keeps deleted accounts as inactive: ${count(kept, 'account is', 'accounts are')} still there.`
        : ''}
      {verified.pending > 0 ? ` ${number(verified.pending)} can’t be seen yet.` : ''}
      {verified.unseen > 0
        ? ` ${count(verified.unseen, 'group has', 'groups have')} more members than K2 shows: nobody can tell.`
        : ''}
      {run.kinds.delete < run.total ? ' K2 may need some minutes before people can sign in.' : ''}
    </Card>
  )
}

function FailedCard({ run }: { run: RunSummary }) {
  const { count, number } = useFormat()
  const { causes, all } = useCauses(run)
  return (
    <Card
      mark={<Mark large tone="red" icon={IconAlertTriangle} />}
      title={`${number(needing(run))} failed${causes.length > 0 ? `, ${count(causes.length, 'cause', 'causes')}` : ''}`}
    >
      <ul className={classes.causes}>
        {causes.slice(0, 4).map(({ code, count: times, words }) => (
          <li key={code}>
            {number(times)} · {words}
          </li>
        ))}
        {causes.length > 4 ? <li>and {count(causes.length - 4, 'more cause', 'more causes')}</li> : null}
      </ul>
      {all ? null : 'Counted among the first of them.'}
    </Card>
  )
}

/** What came of a run that has ended: how much is done, whether it was verified, and what failed by cause. */
export function DoneCards(props: { run: RunSummary; verifying: boolean; onVerify: () => void }) {
  const { run } = props
  return (
    <div className={classes.cards}>
      <DoneCard run={run} />
      <VerifyCard run={run} verifying={props.verifying} onVerify={props.onVerify} />
      {needing(run) > 0 ? <FailedCard run={run} /> : null}
    </div>
  )
}
