import { randomBytes } from 'node:crypto'
import { MusterError, toFailure } from '../../shared/errors.ts'
import type { Diff } from '../../shared/model/change.ts'
import type { Exchange, Outcome, RunChange } from '../../shared/model/run.ts'
import { t } from '../../shared/words/text.ts'
import type { Log } from '../ports.ts'
import type { RunChanges, WorkItem } from '../store/run-changes.ts'
import { carryOut } from './carry-out.ts'
import { membersIn } from './change-members.ts'
import type { CarryOutParts, Ending, Ready } from './ending.ts'
import type { Journal } from './journal.ts'
import { resolveMembers } from './new-member.ts'
import type { Progress } from './progress.ts'

/** What {@link runChange} needs. */
export interface RunChangeParts extends Omit<CarryOutParts, 'hooks' | 'say'> {
  readonly runChanges: RunChanges
  readonly journal: Journal
  readonly progress: Progress
  readonly log: Log
}

/** Takes one change of a run from its intent to its outcome. Never rejects. */
export async function runChange(item: WorkItem, run: string, parts: RunChangeParts): Promise<void> {
  const { runChanges, journal, progress, log } = parts
  const exchanges: Exchange[] = []
  let shown: RunChange = shownAs(item)
  let diffs: readonly Diff[] = []
  const show = (more: Partial<RunChange>): void => {
    shown = { ...shown, ...more }
    progress.latest(shown)
  }
  progress.moved('waiting', 'under-way')
  try {
    const ready = resolve(item, run, runChanges)
    diffs = ready?.diffs ?? []
    if (ready === null) return end('not-sent', { note: t('An account or group it needs was not made') }, null)
    const ending = await carryOut(ready, {
      ...parts,
      say: (note) => show({ note }),
      hooks: {
        onExchange: (exchange) => exchanges.push(exchange),
        onRetry: ({ attempt, wait, error }) =>
          show({ note: retryNote(attempt, wait, error), status: error.status, attempts: attemptsOf(item, exchanges) }),
      },
    })
    const { outcome, accountId, status, note, error, offer } = ending
    end(outcome, { accountId, status, note, failure: error && failureOf(error), offer }, ending)
  } catch (error) {
    if (parts.stopped.aborted) {
      // Closing leaves it open: the next start looks it up. Stopping has to say something now.
      if (progress.now().run.status === 'stopping') stopped()
    } else end('failed', { failure: failureOf(error) }, null)
  }

  function stopped(): void {
    // Without a request there is nothing to know: it was not sent.
    const unsent = exchanges.length === 0 && item.intentAt === null
    if (unsent) end('not-sent', {}, null)
    else end('failed', { failure: failureOf(new MusterError('run-stopped')) }, null)
  }

  function end(outcome: Outcome, more: Partial<RunChange>, ending: Ending | null): void {
    const last = exchanges.at(-1)
    const first = exchanges[0]
    const duration = first && last ? last.at + (last.duration ?? 0) - first.at : null
    show({ attempts: attemptsOf(item, exchanges), duration, note: null, ...more, outcome })
    const { account = null, group = null, before = null } = ending ?? {}
    const person = ending?.outcome === 'done' ? item.content.personId : null
    const members = group === null ? null : membersIn(diffs)
    const gone = outcome === 'done' && shown.kind === 'delete' ? shown.accountId : null
    journal.end({ outcome: shown, exchanges, account, group, members, gone, person, before })
    progress.moved('under-way', outcome)
  }

  function failureOf(error: unknown) {
    const id = randomBytes(4).toString('hex')
    const failure = toFailure(error, id)
    const cause = failure.code === 'internal' ? { reason: String(error) } : {}
    log.warn('A change failed', { id, run, change: item.id, code: failure.code, status: failure.status, ...cause })
    return failure
  }
}

/** A change before anything is known of it. */
function shownAs({ id, content, attempts }: WorkItem): RunChange {
  const { kind, resource, name, userName, accountId } = content
  return {
    id,
    kind,
    resource,
    name,
    userName,
    accountId,
    outcome: 'under-way',
    status: null,
    attempts,
    duration: null,
    note: null,
    failure: null,
    offer: null,
    drift: null,
  }
}

/** Fills in the accounts and groups that this same run has made; null when one that it can't do without was not. */
function resolve(item: WorkItem, run: string, runChanges: RunChanges): Ready | null {
  const { kind, personId, accountId, diff, group, resource } = item.content
  if (kind === 'create') return { item, accountId: null, diffs: diff, note: null }
  const made = (person: number): string | null => runChanges.accountOf(run, person)
  if (resource === 'Group') {
    const id = accountId ?? (group === null ? null : runChanges.madeBy(run, group))
    const diffs = resolveMembers(diff, made)
    const missing = diff.length - diffs.length
    const note =
      missing === 0
        ? null
        : t('{missing} of {all} left out: their accounts were not made', {
            missing: String(missing),
            all: String(diff.length),
          })
    return id === null || diffs.length === 0 ? null : { item, accountId: id, diffs, note }
  }
  const account = accountId ?? (personId === null ? null : made(personId))
  if (account === null) return null
  if (item.manager === null) return { item, accountId: account, diffs: diff, note: null }
  const manager = made(item.manager)
  if (manager === null) return null
  return { item, accountId: account, diffs: diff.map((one) => ({ ...one, after: manager })), note: null }
}

/** Requests that tried to change something; lookups don't count. */
function attemptsOf({ attempts }: WorkItem, exchanges: readonly Exchange[]): number {
  return attempts + exchanges.filter(({ method }) => method !== 'GET').length
}

function retryNote(attempt: number, wait: number, error: MusterError): string {
  const seconds = Math.max(1, Math.round(wait / 1000))
  const [after, next] = [String(seconds), String(attempt + 1)]
  return error.retryAfter === null
    ? t(
        'Trying again in {seconds} s, {next, select, 1 {first} 2 {second} 3 {third} 4 {fourth} 5 {fifth} 6 {sixth} other {{next}th}} try',
        { seconds: after, next },
      )
    : t(
        'Asked to wait {seconds} s, {next, select, 1 {first} 2 {second} 3 {third} 4 {fourth} 5 {fifth} 6 {sixth} other {{next}th}} try',
        { seconds: after, next },
      )
}
