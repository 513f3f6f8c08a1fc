import type { Diff } from '../../../shared/model/change.ts'
import { rawText, shortPath } from '../../../shared/words/attribute-words.ts'
import { isPending } from '../../../shared/words/run-words.ts'
import { type Cell, csvLine, csvMark } from './csv.ts'
import { type Evidence, evidenceOf, isoTimeOrNull, type ReportedRun, type ReportParts, timesOf } from './evidence.ts'

/** The columns of a run as a table, in order. The names are stable: scripts read them. */
const columns: readonly (readonly [title: string, of: (evidence: Evidence, reported: ReportedRun) => Cell])[] = [
  ['change', ({ change }) => change.id],
  ['kind', ({ change }) => change.kind],
  ['name', ({ change }) => change.name],
  ['userName', ({ change }) => change.userName],
  ['resource', ({ planned }) => planned.resource],
  ['accountId', ({ change }) => change.accountId],
  ['outcome', ({ change }) => change.outcome],
  ['status', ({ change }) => change.status],
  ['code', ({ change }) => change.failure?.code],
  ['failureId', ({ change }) => change.failure?.id],
  ['happened', ({ change }) => change.failure?.happened],
  ['means', ({ change }) => change.failure?.means],
  ['todo', ({ change }) => change.failure?.todo],
  ['detail', ({ change }) => change.failure?.detail],
  ['note', ({ change }) => change.note],
  ['attempts', ({ change }) => change.attempts],
  ['startedAt', ({ exchanges }) => isoTimeOrNull(timesOf(exchanges).startedAt)],
  ['endedAt', ({ exchanges }) => isoTimeOrNull(timesOf(exchanges).endedAt)],
  ['milliseconds', ({ change }) => change.duration],
  ['reason', ({ planned }) => planned.reason],
  ['warnings', ({ planned }) => planned.warnings.join(' ')],
  ['changes', ({ diffs }) => diffsText(diffs)],
  ['readBack', ({ change }, { run }) => readBackWord(change.drift, isPending(change, run.verified !== null))],
  ['drift', ({ change }) => diffsText(change.drift ?? [])],
]

/** A run as a table: a line for each change that was not left out. */
export function* runCsv(reported: ReportedRun, parts: ReportParts): Generator<string> {
  yield csvMark + csvLine(columns.map(([title]) => title))
  for (const evidence of evidenceOf(reported.run.id, parts)) {
    yield csvLine(columns.map(([, of]) => of(evidence, reported)))
  }
}

/** A diff in one cell: `title: Engineer → Lead`, a line for each attribute. */
export const diffsText = (diffs: readonly Diff[]): string =>
  diffs.map(({ path, before, after }) => `${shortPath(path)}: ${rawText(before)} → ${rawText(after)}`).join('\n')

function readBackWord(drift: readonly Diff[] | null, pending: boolean): Cell {
  if (pending) return 'not visible'
  if (drift === null) return null
  return drift.length === 0 ? 'as intended' : 'differs'
}
