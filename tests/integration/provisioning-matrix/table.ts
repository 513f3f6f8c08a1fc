import type { Pushed, Seen } from './flow.ts'

/** One row of the matrix. */
export interface Row {
  readonly seen: Seen
  readonly broken: readonly string[]
}

/** The matrix as text: switches | plan | push | verify | undo | what the app said. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [['quirks', 'plan', 'push', 'verify', 'undo', 's', 'said'], ...rows.map(cellsOf)]
  const widths = cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? []
  const lines = cells.map((row) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join(' | '),
  )
  const [head = '', ...rest] = lines
  return [head, widths.map((width) => '-'.repeat(width)).join('-|-'), ...rest].join('\n')
}

function cellsOf({ seen, broken }: Row): string[] {
  const { cell, push, undo, took } = seen
  const { counts } = push.plan
  const kinds = Object.entries(counts).filter(([kind, n]) => n > 0 && kind !== 'none')
  const plan = kinds.map(([kind, n]) => `${n} ${kind}`).join(' ')
  const said = broken.length === 0 ? saidOf(seen) : `BROKEN (${broken.length}) ${broken.slice(0, 2).join(' ')}`
  return [
    cell.join(' × ') || '(none)',
    plan,
    ended(push),
    verified(push),
    undo ? ended(undo) : '–',
    (took / 1000).toFixed(1),
    said,
  ]
}

function ended({ run: { outcomes, total } }: Pushed): string {
  const others = Object.entries(outcomes).filter(([outcome, n]) => outcome !== 'done' && n > 0)
  return [`${outcomes.done}/${total}`, ...others.map(([outcome, n]) => `${n} ${outcome}`)].join(' ')
}

function verified({ run: { verified: found } }: Pushed): string {
  return found === null
    ? '–'
    : `${found.asIntended}/${found.checked}${found.pending > 0 ? ` ${found.pending} pending` : ''}`
}

/** What the app says that is not a matter of course: about the picture, about changes that failed, how others went through. */
function saidOf({ push, undo, accounts }: Seen): string {
  const counted = new Map<string, number>()
  const add = (text: string): void => {
    counted.set(text, (counted.get(text) ?? 0) + 1)
  }
  for (const { reasons } of push.plan.blocked)
    for (const { code } of reasons) if (code === 'accounts-incomplete') add(`blocked ${code}`)
  for (const { code } of push.plan.groupProblems) add(`group ${code}`)
  for (const { outcomes, groupOutcomes } of [push, ...(undo ? [undo] : [])]) {
    for (const { outcome, failure, note } of [...outcomes, ...groupOutcomes]) {
      if (failure) add(failure.code)
      else if (note !== null) add(outcome === 'done' ? `“${note}”` : `${outcome}: ${note}`)
    }
  }
  const list = accounts.complete ? [] : [`list incomplete at ${accounts.total}`]
  return [...list, ...[...counted].map(([text, n]) => `${n}× ${text}`)].join(', ')
}
