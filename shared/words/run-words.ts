import { type ChangeKind, changeKinds } from '../model/change.ts'
import type { RunChange, RunProgress, RunStatus, RunSummary } from '../model/run.ts'
import { changeWords, outcomeWord } from './change-words.ts'
import type { Format } from './locale-format.ts'
import { texts } from './text.ts'

/** Reason phrases of the statuses that SCIM services send (RFC 9110 section 15, RFC 7644 section 3.12). */
const phrases: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

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
export const statusWords = (status: number): string => [status, phrases[status]].filter(Boolean).join(' ')

/** Changes that did not get through and can be planned anew. */
export const needing = ({ outcomes }: RunSummary): number => outcomes.failed + outcomes.stale

/** Changes that have come to an end. */
export const ended = ({ outcomes, total }: RunSummary): number => total - outcomes.waiting - outcomes['under-way']

/** The title of a run's page. */
export function runTitle(run: RunSummary, { count, number }: Format): string {
  switch (run.status) {
    case 'running':
      return `Pushing ${count(run.total, 'change', 'changes')}`
    case 'paused':
    case 'waiting-for-sign-in':
    case 'waiting-for-network':
      return 'Push paused'
    case 'stopping':
      return 'Stopping the push'
    case 'stopped':
      return `Push stopped after ${number(ended(run) - run.outcomes['not-sent'])} of ${number(run.total)}`
    case 'done': {
      const open = needing(run)
      if (open === 0) return `${count(run.outcomes.done, 'change', 'changes')} pushed`
      return `${number(run.outcomes.done)} pushed, ${number(open)} ${open === 1 ? 'needs' : 'need'} you`
    }
  }
}

/** How fast a run goes and how long it still takes, or what it waits for. */
export function paceWords({ run, rate, secondsLeft }: RunProgress, { number, count }: Format): string {
  if (run.status === 'waiting-for-sign-in') return 'waiting for sign-in'
  if (run.status === 'waiting-for-network') return 'waiting for the network'
  if (run.status === 'paused') return 'paused'
  const speed = `${number(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))} a second`
  if (secondsLeft === null) return rate > 0 ? speed : ''
  const left =
    secondsLeft < 90
      ? count(secondsLeft, 'second', 'seconds')
      : count(Math.round(secondsLeft / 60), 'minute', 'minutes')
  return `${speed} · ${left} left`
}

/** What a run does, by kind: `1,040 to create · 205 to update`, or created and updated once it has ended. */
export function kindsWords(kinds: Record<ChangeKind, number>, past: boolean, { number }: Format): string {
  return changeKinds
    .filter((kind) => kinds[kind] > 0)
    .map(
      (kind) =>
        `${number(kinds[kind])} ${past ? changeWords[kind].past : `to ${changeWords[kind].word.toLowerCase()}`}`,
    )
    .join(' · ')
}

/** What came of a run, in counts: `1,269 done · 15 failed`. */
export function outcomesWords(run: RunSummary, { number }: Format): string {
  const { outcomes } = run
  const parts = [
    [outcomes.done, 'done'],
    [needing(run), 'failed'],
    [outcomes.waiting + outcomes['under-way'], 'waiting'],
    [outcomes['not-sent'], 'not sent'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${number(count)} ${word}`)
    .join(' · ')
}

/** Whether a run was read back, or undone. */
export function afterWords({ verified, undoes, undoneBy }: RunSummary): string {
  const parts = [
    ...(undoes === null ? [] : [`Undoes ${undoes.slice(0, 6)}`]),
    ...(undoneBy === null ? [] : [`Undone by ${undoneBy.slice(0, 6)}`]),
    ...(verified === null ? [] : [verified.asIntended === verified.checked ? 'Verified' : 'Verified in part']),
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
  if (drift !== null && drift.length > 0) return [said, 'not as intended when read back'].filter(Boolean).join(', ')
  if (isPending(change, verified)) {
    const unseen = change.resource === 'Group' ? 'accepted, K2 does not show all members' : 'accepted, not visible yet'
    return [said, unseen].filter(Boolean).join(', ')
  }
  return said === '' ? outcomeWord[outcome] : said
}

/** What a screen reader is told from time to time while a run goes on. */
export function spokenProgress(run: RunSummary, { number }: Format): string {
  const failed = needing(run)
  const bad = failed === 0 ? '' : `, ${number(failed)} failed`
  return `${number(ended(run))} of ${number(run.total)} done${bad}`
}
