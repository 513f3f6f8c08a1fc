import { type ChangeKind, changeKinds } from '../model/change.ts'
import type { RunChange, RunProgress, RunStatus, RunSummary } from '../model/run.ts'
import { reasonPhrases } from '../scim/reason-phrases.ts'
import { outcomeWord } from './change-words.ts'
import type { Format } from './locale-format.ts'
import { t, texts } from './text.ts'

/** What a run is doing, in a word or two. */
export const runStatusWord: Record<RunStatus, string> = texts({
  running: 'Under way',
  paused: 'Paused',
  'waiting-for-sign-in': 'Waits for sign-in',
  'waiting-for-network': 'Waits for the network',
  stopping: 'Stopping',
  stopped: 'Stopped',
  done: 'Done',
})

/** A status as people read it: `409 Conflict`. */
export const statusWords = (status: number): string => [status, reasonPhrases[status]].filter(Boolean).join(' ')

/** Changes that did not get through and can be planned anew. */
export const needing = ({ outcomes }: RunSummary): number => outcomes.failed + outcomes.stale

/** Changes that have come to an end. */
export const ended = ({ outcomes, total }: RunSummary): number => total - outcomes.waiting - outcomes['under-way']

/** The title of a run's page. */
export function runTitle(run: RunSummary, { number }: Format): string {
  switch (run.status) {
    case 'running':
      return t('Pushing {count, plural, one {# change} other {# changes}}', { count: run.total })
    case 'paused':
    case 'waiting-for-sign-in':
    case 'waiting-for-network':
      return t('Push paused')
    case 'stopping':
      return t('Stopping the push')
    case 'stopped':
      return t('Push stopped after {ended} of {total}', {
        ended: number(ended(run) - run.outcomes['not-sent']),
        total: number(run.total),
      })
    case 'done': {
      const [done, open] = [run.outcomes.done, needing(run)]
      if (open === 0) return t('{done, plural, one {# change} other {# changes}} pushed', { done })
      return t('{done, number} pushed, {open, plural, one {# needs you} other {# need you}}', { done, open })
    }
  }
}

/** How fast a run goes and how long it still takes, or what it waits for. */
export function paceWords({ run, rate, secondsLeft }: RunProgress, { number }: Format): string {
  if (run.status === 'waiting-for-sign-in') return t('waiting for sign-in')
  if (run.status === 'waiting-for-network') return t('waiting for the network')
  if (run.status === 'paused') return t('paused')
  const speed = t('{rate} a second', { rate: number(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)) })
  if (secondsLeft === null) return rate > 0 ? speed : ''
  const left =
    secondsLeft < 90
      ? t('{seconds, plural, one {# second left} other {# seconds left}}', { seconds: secondsLeft })
      : t('{minutes, plural, one {# minute left} other {# minutes left}}', { minutes: Math.round(secondsLeft / 60) })
  return `${speed} · ${left}`
}

/** What a run does, by kind: `1,040 to create · 205 to update`, or created and updated once it has ended. */
export function kindsWords(kinds: Record<ChangeKind, number>, past: boolean, { number }: Format): string {
  const words = (kind: ChangeKind, count: string) =>
    past
      ? t(
          '{kind, select, create {{count} created} update {{count} updated} reactivate {{count} reactivated} deactivate {{count} deactivated} delete {{count} deleted} other {{count} unchanged}}',
          { kind, count },
        )
      : t(
          '{kind, select, create {{count} to create} update {{count} to update} reactivate {{count} to reactivate} deactivate {{count} to deactivate} delete {{count} to delete} other {{count} unchanged}}',
          { kind, count },
        )
  return changeKinds
    .filter((kind) => kinds[kind] > 0)
    .map((kind) => words(kind, number(kinds[kind])))
    .join(' · ')
}

/** What came of a run, in counts: `1,269 done · 15 failed`. */
export function outcomesWords(run: RunSummary, { number }: Format): string {
  const { outcomes } = run
  const waiting = outcomes.waiting + outcomes['under-way']
  const [failed, unsent] = [needing(run), outcomes['not-sent']]
  return [
    ...(outcomes.done > 0 ? [t('{count} done', { count: number(outcomes.done) })] : []),
    ...(failed > 0 ? [t('{count} failed', { count: number(failed) })] : []),
    ...(waiting > 0 ? [t('{count} waiting', { count: number(waiting) })] : []),
    ...(unsent > 0 ? [t('{count} not sent', { count: number(unsent) })] : []),
  ].join(' · ')
}

/** Whether a run was read back, or undone. */
export function afterWords({ verified, undoes, undoneBy }: RunSummary): string {
  const parts = [
    ...(undoes === null ? [] : [t('Undoes {run}', { run: undoes.slice(0, 6) })]),
    ...(undoneBy === null ? [] : [t('Undone by {run}', { run: undoneBy.slice(0, 6) })]),
    ...(verified === null ? [] : [verified.asIntended === verified.checked ? t('Verified') : t('Verified in part')]),
  ]
  return parts.join(' · ')
}

/** How many changes of a run were read back and are not as intended. */
export const driftedOf = (verified: NonNullable<RunSummary['verified']>): number =>
  verified.checked - verified.asIntended - verified.pending - verified.unseen - verified.keptInactive

/**
 * Whether a change of a run that was `verified` was accepted by K2 and could not be seen there when it was read back: not yet,
 * or, of the members of a group, not at all.
 */
export const isPending = ({ outcome, drift }: Pick<RunChange, 'outcome' | 'drift'>, verified: boolean): boolean =>
  verified && outcome === 'done' && drift === null

/**
 * What became of a change, in one line: `201 Created`, `409 Conflict: …`, `asked to wait 3 s, second try`. `verified`: the
 * run was read back since.
 */
export function outcomeWords(change: RunChange, verified: boolean): string {
  const { outcome, status, note, failure, drift } = change
  if (failure && (outcome === 'failed' || outcome === 'stale')) {
    const why = failure.detail ? `${failure.happened.replace(/\.$/, '')}: ${failure.detail}` : failure.happened
    return status === null ? why : `${statusWords(status)}: ${why}`
  }
  const said = [status === null ? null : statusWords(status), note].filter(Boolean).join(' · ')
  if (drift !== null && drift.length > 0) return [said, t('not as intended when read back')].filter(Boolean).join(', ')
  if (isPending(change, verified)) {
    const unseen =
      change.resource === 'Group' ? t('accepted, K2 does not show all members') : t('accepted, not visible yet')
    return [said, unseen].filter(Boolean).join(', ')
  }
  return said === '' ? outcomeWord[outcome] : said
}

/** What a screen reader is told from time to time while a run goes on. */
export function spokenProgress(run: RunSummary, { number }: Format): string {
  const failed = needing(run)
  const [done, total] = [number(ended(run)), number(run.total)]
  return failed === 0
    ? t('{done} of {total} done', { done, total })
    : t('{done} of {total} done, {failed} failed', { done, total, failed: number(failed) })
}
