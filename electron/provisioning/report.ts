import type { RunChange } from '../../shared/model/run.ts'

const titles = [
  'change',
  'kind',
  'name',
  'userName',
  'accountId',
  'outcome',
  'status',
  'code',
  'message',
  'detail',
  'note',
  'attempts',
  'milliseconds',
  'drift',
] as const

/**
 * A run's outcomes as CSV (RFC 4180) with a byte order mark, so that spreadsheet programs read it as UTF-8. A cell that
 * such a program would take for a formula is made a text by an apostrophe in front.
 */
export function csvOf(changes: Iterable<RunChange>): string {
  const lines: string[] = [titles.join(',')]
  for (const change of changes) lines.push(cellsOf(change).map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellsOf({ id, kind, name, userName, accountId, outcome, status, failure, ...rest }: RunChange) {
  const { note, attempts, duration, drift } = rest
  const said = [failure?.code, failure?.happened, failure?.detail]
  const drifted = drift?.map(({ path }) => path).join('; ')
  return [id, kind, name, userName, accountId, outcome, status, ...said, note, attempts, duration, drifted]
}

/** One cell. Numbers are ours and stay numbers; a text that begins like a formula, even after spaces, is disarmed. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^\s*[=+\-@\t\r]/.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
