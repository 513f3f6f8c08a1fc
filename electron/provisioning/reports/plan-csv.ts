import type { Change, PlanSummary } from '../../../shared/model/plan.ts'
import { plannedOf } from '../intended.ts'
import { type Cell, csvLine, csvMark } from './csv.ts'
import { isoTime, type ReportParts } from './evidence.ts'
import { diffsText } from './run-csv.ts'

/** The columns of a plan as a table, in order. The names are stable: scripts read them. */
const columns: readonly (readonly [title: string, of: (change: Change, plan: PlanSummary) => Cell])[] = [
  ['change', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['name', ({ name }) => name],
  ['userName', ({ userName }) => userName],
  ['resource', ({ resource }) => resource],
  ['accountId', ({ accountId }) => accountId],
  ['leftOut', ({ leftOut }) => (leftOut ? 'yes' : 'no')],
  ['reason', ({ reason }) => reason],
  ['match', ({ match }) => match],
  ['warnings', ({ warnings }) => warnings.join(' ')],
  ['changes', ({ diff }) => diffsText(diff)],
  ['plan', (_, { id }) => id],
  ['planHash', (_, { hash }) => hash],
  ['frozenAt', (_, { frozenAt }) => isoTime(frozenAt)],
]

/** A plan as a table: a line for each change, those left out included, each with the hash that the push has to name. */
export function* planCsv(plan: PlanSummary, parts: Pick<ReportParts, 'plans'>): Generator<string> {
  yield csvMark + csvLine(columns.map(([title]) => title))
  for (const change of plannedOf(plan.id, parts)) yield csvLine(columns.map(([, of]) => of(change, plan)))
}
